'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useLive } from '#components/live/live-provider';
import { Shown } from '#components/live/shown';
import { BackLink } from '#components/plans/back-link';
import { ButtonLink } from '#components/ui/button';
import type { ThanksView } from '#lib/thanks/view';
import { Moment } from './moment';
import { Receive } from './receive';

/** A thank-you on a page of its own: what was given to me can be received here, and answered. */
export function OpenedThanks({ thanks, name }: { thanks: ThanksView; name: string }) {
  const t = useTranslations('thanks');
  const router = useRouter();
  const { refresh } = useLive();
  return (
    <Moment thanks={thanks} name={name} above={<BackLink href="/thanks">{t('title')}</BackLink>}>
      <Shown id={thanks.id} />
      {thanks.by === 'partner' ? (
        <Receive
          thanks={thanks}
          name={name}
          onDone={() => {
            router.push('/thanks');
            return refresh();
          }}
        />
      ) : (
        <ButtonLink href="/thanks" look="quiet">
          {t('moment.close')}
        </ButtonLink>
      )}
    </Moment>
  );
}
