'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useLive } from '#components/live/live-provider';
import { Button } from '#components/ui/button';
import { Card } from '#components/ui/card';
import { send } from '#components/ui/send';
import { useToast } from '#components/ui/toast';
import type { ThanksView } from '#lib/thanks/view';
import { FullScreen } from './full-screen';
import { JarPicture } from './jar-picture';
import { Moment } from './moment';

type Drawn = { thanks: ThanksView; isOnly: boolean };

/** Old thanks of both, drawn one at a time. */
export function Jar() {
  const t = useTranslations('thanks.jar');
  const words = useTranslations('thanks');
  const { partnerName } = useLive();
  const { show } = useToast();
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const [busy, setBusy] = useState(false);
  const [isEmpty, setEmpty] = useState(false);
  const name = partnerName ?? words('gone');

  const draw = async () => {
    setBusy(true);
    const sent = await send<{ thanks: ThanksView | null; isOnly: boolean }>('POST', '/api/thanks/jar');
    setBusy(false);
    if (!sent.ok) {
      setDrawn(null);
      show(t('failed'), { tone: 'danger' });
      return;
    }
    const { thanks, isOnly } = sent.data;
    setEmpty(thanks === null);
    setDrawn(thanks && { thanks, isOnly });
  };
  return (
    <>
      <Card aria-labelledby="jar" tight className="flex flex-wrap items-center gap-x-4 gap-y-3 sm:px-5">
        <JarPicture />
        <div className="min-w-[min(11rem,60%)] flex-1">
          <h2 id="jar" className="title text-xl">
            {t('title')}
          </h2>
          <p className="text-muted text-sm" role="status">
            {t(isEmpty ? 'empty' : 'text')}
          </p>
        </div>
        <Button look="quiet" busy={busy} onClick={() => void draw()} className="ml-auto">
          {t('draw')}
        </Button>
      </Card>
      {drawn && (
        <FullScreen label={t('drawn')} onLeave={() => setDrawn(null)}>
          <Moment key={drawn.thanks.id} thanks={drawn.thanks} name={name} above={<p>{t('drawn')}</p>}>
            {drawn.isOnly ? (
              <p className="text-center text-muted text-sm">{t('only')}</p>
            ) : (
              <Button look="quiet" size="large" busy={busy} onClick={() => void draw()}>
                {t('another')}
              </Button>
            )}
            <Button look="plain" onClick={() => setDrawn(null)}>
              {words('moment.close')}
            </Button>
          </Moment>
        </FullScreen>
      )}
    </>
  );
}
