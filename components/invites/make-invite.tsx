'use client';

import { Send, Share2 } from 'lucide-react';
import { useLocale, useTimeZone, useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useLive } from '#components/live/live-provider';
import { useAct } from '#components/live/use-act';
import { Button } from '#components/ui/button';
import { Card } from '#components/ui/card';
import { useFailureWords } from '#components/ui/form';
import { Notice } from '#components/ui/notice';
import { send } from '#components/ui/send';
import { useToast } from '#components/ui/toast';
import { leadsNowhereElse } from '#lib/http/loopback';
import { sayDay } from '#lib/i18n/when';
import { newId } from '#lib/id';
import { inviteDays } from '#lib/invites/rules';
import type { InviteSecret, InviteView } from '#lib/invites/view';
import { CopyButton } from './copy-button';
import { QrCode } from './qr-code';

type Made = { invite: InviteView } & InviteSecret;

/** Makes an invite, shows it once, renews it, takes it back. */
export function MakeInvite({ mine }: { mine: InviteView | null }) {
  const t = useTranslations('invites.pair');
  const locale = useLocale();
  const timeZone = useTimeZone() ?? 'UTC';
  const { act, busy: isRevoking } = useAct();
  const { refresh } = useLive();
  const { show } = useToast();
  const sayFailure = useFailureWords();
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<Made>();
  // Sent again after a lost answer, it is the same invite; after it arrived, the next is another.
  const id = useRef<string>(undefined);

  const make = async () => {
    if (making) return;
    id.current ??= newId();
    setMaking(true);
    const sent = await send<Made>('POST', '/api/invites', { id: id.current });
    if (sent.ok) setMade(sent.data);
    else show(sayFailure(sent.failure), { tone: 'danger' });
    if (sent.ok || sent.failure.kind === 'refused') {
      id.current = undefined;
      await refresh();
    }
    setMaking(false);
  };
  const revoke = async (inviteId: string) => {
    const sent = await act('DELETE', `/api/invites/${inviteId}`);
    if (!sent?.ok) return;
    setMade(undefined);
    show(t('open.revoked'));
  };

  if (!mine) {
    return (
      <Card>
        <h2 className="title text-xl">{t('none.title')}</h2>
        <p className="mt-1.5">{t('none.text', { days: inviteDays })}</p>
        <p className="mt-1.5 text-muted">{t('none.private')}</p>
        <Button
          size="large"
          className="mt-5 max-sm:w-full"
          busy={making}
          icon={<Send aria-hidden="true" className="size-5" />}
          onClick={() => void make()}
        >
          {t('none.make')}
        </Button>
      </Card>
    );
  }

  const date = sayDay(locale, timeZone, new Date(mine.expiresAt));
  const isShown = made?.invite.id === mine.id;
  const isExpired = mine.state === 'expired';
  return (
    <>
      {isShown && <PassOn made={made} date={date} />}
      <Card>
        {!isShown && (
          <>
            <h2 className="title text-xl">{t(isExpired ? 'expired.title' : 'open.title')}</h2>
            <p className="mt-1.5">{isExpired ? t('expired.text', { days: inviteDays }) : t('open.text', { date })}</p>
          </>
        )}
        {!isExpired && (
          <p className={isShown ? 'text-muted text-sm' : 'mt-1.5 text-muted'}>
            {t(isShown ? 'made.once' : 'open.once')}
          </p>
        )}
        <div className="mt-4 flex flex-wrap gap-2.5 max-sm:[&>*]:w-full">
          <Button look={isExpired ? 'primary' : 'quiet'} busy={making} onClick={() => void make()}>
            {t('open.again')}
          </Button>
          {!isExpired && (
            <Button look="plain" busy={isRevoking} onClick={() => void revoke(mine.id)}>
              {t('open.revoke')}
            </Button>
          )}
        </div>
      </Card>
    </>
  );
}

/** The three ways to pass an invite on; or that there is none, from a server that only this computer can open. */
function PassOn({ made, date }: { made: Made; date: string }) {
  const t = useTranslations('invites.pair.made');
  const { show: showLive } = useLive();
  const title = useRef<HTMLHeadingElement>(null);
  const [canShare, setCanShare] = useState(false);
  const inviteId = made.invite.id;
  const isHereOnly = leadsNowhereElse(made.link);

  useEffect(() => {
    setCanShare(typeof navigator.share === 'function');
    title.current?.focus();
  }, []);
  // News of it needs no notice here: the page itself changes.
  useEffect(() => showLive(inviteId), [showLive, inviteId]);

  const share = () => {
    // Sent away without sharing, there is nothing to say.
    navigator.share({ text: t('shareText'), url: made.link }).catch(() => undefined);
  };

  return (
    <Card className="animate-arrive">
      <h2 ref={title} tabIndex={-1} className="title text-xl">
        {t('title')}
      </h2>
      <p className="mt-1.5 text-muted">{t(isHereOnly ? 'hereOnly.text' : 'text', { date })}</p>
      {isHereOnly && (
        <Notice tone="ours" className="mt-4">
          {t('hereOnly.how')}
        </Notice>
      )}
      <div className={`mt-5 grid gap-x-7 gap-y-6 ${isHereOnly ? '' : 'sm:grid-cols-[13rem_minmax(0,1fr)]'}`}>
        {!isHereOnly && (
          <figure className="mx-auto flex w-full max-w-52 flex-col gap-2">
            <div className="overflow-hidden rounded-lg border border-line">
              <QrCode {...made.qr} label={t('qr')} />
            </div>
            <figcaption className="text-center text-muted text-sm">{t('scan')}</figcaption>
          </figure>
        )}
        <div className="flex min-w-0 flex-col gap-5">
          <div>
            <h3 className="font-semibold text-sm">{t(isHereOnly ? 'hereOnly.code' : 'code')}</h3>
            <div className="mt-1 flex items-center justify-between gap-2 rounded-lg bg-theirs-tint py-1.5 pr-1.5 pl-4">
              <span className="numeral select-all font-semibold text-2xl text-theirs tracking-wider">{made.code}</span>
              <CopyButton text={made.code} label={t('copyCode')} />
            </div>
            <p className="mt-1.5 break-all text-muted text-sm">
              {t('codeHint', { address: `${new URL(made.link).host}/join` })}
            </p>
          </div>
          <div>
            <h3 className="font-semibold text-sm">{t(isHereOnly ? 'hereOnly.link' : 'link')}</h3>
            <div className="mt-1 flex items-center justify-between gap-2 rounded-lg bg-sunk py-1.5 pr-1.5 pl-4">
              <span className="min-w-0 select-all truncate">{made.link}</span>
              <CopyButton text={made.link} label={t('copyLink')} />
            </div>
            {canShare && !isHereOnly && (
              <Button
                className="mt-3 max-sm:w-full"
                icon={<Share2 aria-hidden="true" className="size-5" />}
                onClick={share}
              >
                {t('share')}
              </Button>
            )}
          </div>
        </div>
      </div>
    </Card>
  );
}
