'use client';

import { CalendarPlus, Link2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { CopyButton } from '#components/invites/copy-button';
import { useLive } from '#components/live/live-provider';
import { useAct } from '#components/live/use-act';
import { Button } from '#components/ui/button';
import { Card } from '#components/ui/card';
import { ConfirmDialog } from '#components/ui/dialog';
import { Switch } from '#components/ui/field';
import { useFailureWords } from '#components/ui/form';
import { Notice } from '#components/ui/notice';
import { send } from '#components/ui/send';
import { useToast } from '#components/ui/toast';
import { leadsNowhereElse } from '#lib/http/loopback';

/** My feed: made, shown once, with or without titles, renewed, removed. */
export function CalendarFeed({ feed }: { feed: { showsTitles: boolean } | null }) {
  const t = useTranslations('calendar.page');
  const { show, announce } = useToast();
  const { refresh } = useLive();
  const { act, busy } = useAct();
  const sayFailure = useFailureWords();
  const [making, setMaking] = useState(false);
  const [address, setAddress] = useState<string | null>(null);
  const [asks, setAsks] = useState<'renew' | 'remove' | null>(null);
  const focus = 'calendar';

  // The address stands there before the page is loaded anew: it is said once.
  const make = async (method: 'PUT' | 'POST', path: string, body?: unknown) => {
    if (making) return false;
    setMaking(true);
    const sent = await send<{ address: string | null }>(method, path, body);
    setMaking(false);
    if (sent.ok) setAddress(sent.data.address);
    else show(sayFailure(sent.failure), { tone: 'danger' });
    if (sent.ok || sent.failure.kind === 'refused') await refresh();
    return sent.ok;
  };
  const renew = async () => {
    const isDone = await make('POST', '/api/calendar/renewal');
    setAsks(null);
    if (isDone) announce(t('renew.done'));
  };
  const remove = async () => {
    const sent = await act('DELETE', '/api/calendar', undefined, { announce: t('remove.done') });
    if (!sent?.ok) return;
    setAsks(null);
    setAddress(null);
    document.getElementById(focus)?.focus({ preventScroll: true });
  };

  if (!feed && !address) {
    return (
      <Button
        size="large"
        busy={making}
        onClick={() => void make('PUT', '/api/calendar', { showsTitles: false })}
        className="self-start max-sm:w-full"
        icon={<CalendarPlus aria-hidden="true" strokeWidth={1.75} className="size-5" />}
      >
        {t('make')}
      </Button>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      {address ? (
        <Address key={address} address={address} />
      ) : (
        <Card aria-labelledby={focus} className="flex gap-3.5">
          <Link2 aria-hidden="true" strokeWidth={1.75} className="mt-0.5 size-5 shrink-0 text-muted" />
          <div className="flex min-w-0 flex-1 flex-col gap-3">
            <div>
              <h2 id={focus} tabIndex={-1} className="font-semibold">
                {t('on.title')}
              </h2>
              <p className="text-sm">{t('on.text')}</p>
            </div>
            <div>
              <p className="mb-2 text-muted text-sm">{t('renew.ask')}</p>
              <Button look="quiet" onClick={() => setAsks('renew')}>
                {t('renew.make')}
              </Button>
            </div>
          </div>
        </Card>
      )}
      <Card as="div" className="flex flex-col gap-3">
        <Titles showsTitles={feed?.showsTitles ?? false} onMade={setAddress} />
        <div className="-mx-3 flex flex-wrap gap-1 border-line border-t px-0 pt-3">
          {address && (
            <Button look="plain" onClick={() => setAsks('renew')}>
              {t('renew.action')}
            </Button>
          )}
          <Button look="plain" onClick={() => setAsks('remove')}>
            {t('remove.action')}
          </Button>
        </div>
      </Card>
      <ConfirmDialog
        open={asks === 'renew'}
        onClose={() => setAsks(null)}
        title={t('renew.title')}
        description={t('renew.text')}
        confirm={t('renew.action')}
        look="primary"
        busy={making}
        onConfirm={() => void renew()}
      />
      <ConfirmDialog
        open={asks === 'remove'}
        onClose={() => setAsks(null)}
        title={t('remove.title')}
        description={t('remove.text')}
        confirm={t('remove.action')}
        busy={busy}
        onConfirm={() => void remove()}
      />
    </div>
  );
}

/** The address, this once. Every calendar knows `webcal:`, and asks before it subscribes. */
function Address({ address }: { address: string }) {
  const t = useTranslations('calendar.page.address');
  const title = useRef<HTMLHeadingElement>(null);
  // It has come in place of the button that was pressed.
  useEffect(() => title.current?.focus(), []);
  return (
    <Card tone="ours" aria-labelledby="calendar" className="flex flex-col gap-4">
      <div className="flex flex-col gap-1">
        <h2 ref={title} id="calendar" tabIndex={-1} className="title text-xl">
          {t('title')}
        </h2>
        <p className="text-sm">{t('once')}</p>
      </div>
      {leadsNowhereElse(address) && <Notice>{t('hereOnly')}</Notice>}
      <div className="flex items-center gap-1 rounded-lg bg-surface py-1.5 pr-1 pl-4">
        <code className="min-w-0 flex-1 select-all break-all font-sans text-sm">{address}</code>
        <CopyButton text={address} label={t('copy')} />
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2.5">
        <a
          href={address.replace(/^https?:/, 'webcal:')}
          className="forced-edge inline-flex min-h-11 items-center justify-center rounded-full bg-ours px-5 py-2 text-center font-semibold text-on-fill no-underline transition-colors duration-150 hover:bg-ours-deep"
        >
          {t('subscribe')}
        </a>
        <p className="min-w-[min(12rem,100%)] flex-1 text-sm">{t('hint')}</p>
      </div>
    </Card>
  );
}

/** `onMade`: the feed had been removed elsewhere, and this made it anew. */
function Titles({ showsTitles, onMade }: { showsTitles: boolean; onMade: (address: string) => void }) {
  const t = useTranslations('calendar.page.titles');
  const { act } = useAct();
  const [isOn, setOn] = useState(showsTitles);
  useEffect(() => setOn(showsTitles), [showsTitles]);
  const change = async (next: boolean) => {
    setOn(next);
    const sent = await act<{ address: string | null }>(
      'PUT',
      '/api/calendar',
      { showsTitles: next },
      {
        announce: t(next ? 'saidOn' : 'saidOff'),
      },
    );
    if (!sent?.ok) setOn(!next);
    else if (sent.data.address) onMade(sent.data.address);
  };
  return (
    <Switch
      label={t('label')}
      hint={t(isOn ? 'on' : 'off')}
      checked={isOn}
      onChange={({ target }) => void change(target.checked)}
    />
  );
}
