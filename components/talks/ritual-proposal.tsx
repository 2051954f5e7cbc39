'use client';

import { useTranslations } from 'next-intl';
import { useAct } from '#components/live/use-act';
import { Button, ButtonLink } from '#components/ui/button';
import { Card } from '#components/ui/card';
import type { RitualView } from '#lib/talks/view';
import { Dotted } from './dotted';
import { toRitualBody, useSayRitual } from './use-say-ritual';

type Props = {
  proposed: RitualView;
  agreed: RitualView | null;
  name: string;
  /** The clock that counts, where it is not the reader's. */
  zone: string | null;
  /** The page has a form for another time by itself. */
  besideForm?: boolean;
  /** Its yes is the page's main act. */
  isFirst?: boolean;
};

/** A time to talk that is proposed: what I say to my partner's, or that mine waits. */
export function RitualProposal(props: Props) {
  return props.proposed.by === 'me' ? <Mine {...props} /> : <Theirs {...props} />;
}

function Theirs({ proposed, agreed, name, zone, besideForm, isFirst }: Props) {
  const t = useTranslations('talks');
  const say = useSayRitual(zone);
  const { act, busy } = useAct();
  return (
    <Card as="article" tone="theirs" className="flex flex-col gap-4">
      <div className="flex flex-col gap-1">
        <p className="wrap-anywhere font-semibold text-sm text-theirs">{t('ritual.asks', { name })}</p>
        <h2 className="title text-xl">
          <Dotted>{say(proposed)}</Dotted>
        </h2>
        {agreed && <p className="text-sm">{t('ritual.instead', { before: say(agreed) })}</p>}
      </div>
      <div className="flex flex-wrap gap-2.5 max-sm:[&>*]:w-full">
        <Button
          look={isFirst ? 'primary' : 'quiet'}
          busy={busy}
          onClick={() =>
            void act('PUT', '/api/ritual/agreement', toRitualBody(proposed), {
              say: t('ritual.said'),
              focus: 'title',
            })
          }
        >
          {t('ritual.yes')}
        </Button>
        {!besideForm && (
          <ButtonLink href="/talk/ritual" look="quiet">
            {t('ritual.another')}
          </ButtonLink>
        )}
        <Button
          look="plain"
          busy={busy}
          onClick={() =>
            void act('DELETE', '/api/ritual/proposal', undefined, {
              say: t('ritual.declined', { name }),
              focus: 'title',
            })
          }
        >
          {t('ritual.no')}
        </Button>
      </div>
    </Card>
  );
}

function Mine({ proposed, name, zone }: Props) {
  const t = useTranslations('talks');
  const say = useSayRitual(zone);
  const { act, busy } = useAct();
  return (
    <Card as="article" tone="mine" className="flex flex-wrap items-center gap-x-5 gap-y-4">
      <div className="flex min-w-[min(14rem,100%)] flex-1 flex-col gap-1">
        <p className="font-semibold text-mine text-sm">{t('ritual.mine')}</p>
        <h2 className="title text-xl">
          <Dotted>{say(proposed)}</Dotted>
        </h2>
        <p className="wrap-anywhere text-sm">{t('ritual.mineText', { name })}</p>
      </div>
      <Button
        look="quiet"
        busy={busy}
        className="ml-auto"
        onClick={() =>
          void act('DELETE', '/api/ritual/proposal', undefined, { say: t('ritual.takenBack'), focus: 'title' })
        }
      >
        {t('ritual.takeBack')}
      </Button>
    </Card>
  );
}
