'use client';

import { Ellipsis, LifeBuoy, LogOut, Smartphone, Square } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { usePresence } from '#components/live/live-provider';
import { Chip } from '#components/ui/chip';
import { ConfirmDialog } from '#components/ui/dialog';
import { Menu } from '#components/ui/menu';
import { Segments } from './segments';
import { useTalkContext } from './talk-context';

const icon = { 'aria-hidden': true, strokeWidth: 1.75 } as const;

const longName = 14;

/** Where the talk is, who is there, and what else may be done. */
export function TopRow() {
  const t = useTranslations('live');
  const { talk } = useTalkContext();
  const { form, step, phase } = talk.view;
  const kind = t(form === 'evening' ? 'kind.evening' : 'kind.talk');
  const isOver = phase === 'ended';
  return (
    <header className="screen-only flex flex-col gap-2 pt-[calc(0.75rem+env(safe-area-inset-top))]">
      <div className="flex min-h-11 flex-wrap items-center justify-between gap-x-3">
        <p className="min-w-0 text-muted text-sm">
          {isOver ? (
            kind
          ) : (
            <>
              <span className="max-sm:sr-only">{kind} · </span>
              {t(`steps.${step}`)}
            </>
          )}
        </p>
        <div className="ml-auto flex min-w-0 items-center gap-1">
          <HereChip />
          {!isOver && <TalkMenu />}
        </div>
      </div>
      <Segments />
    </header>
  );
}

function HereChip() {
  const t = useTranslations('live.here');
  const { talk, shared, names } = useTalkContext();
  const isHere = usePresence();
  const name = names.partner;
  if (talk.view.phase === 'ended') return null;
  if (talk.view.phones === 1) {
    return (
      <Chip tone={shared ? 'calm' : 'sunk'}>
        {shared ? t('one') : name.length > longName ? t('other') : t('theirs', { name })}
      </Chip>
    );
  }
  // With Nearer open elsewhere one is not here yet.
  if (talk.view.phase === 'gather' && !talk.view.marks.partner)
    return <Chip tone="sunk">{name.length > longName ? t('onlyYou') : t('asked', { name })}</Chip>;
  // A long name would take the whole row.
  const away = name.length > longName ? t('onlyYou') : t('away', { name });
  return <Chip tone={isHere ? 'calm' : 'sunk'}>{isHere ? t('both') : away}</Chip>;
}

function TalkMenu() {
  const t = useTranslations('live');
  const { talk, names, shared } = useTalkContext();
  const { view } = talk;
  const [isEnding, setEnding] = useState(false);
  const isOne = view.phones === 1;
  const isArriving = view.step === 'arrive';
  const label = (key: 'two' | 'one' | 'leave' | 'end') => (
    <span className="flex flex-col py-1.5 leading-tight">
      {t(`menu.${key}`)}
      <span className="font-normal text-muted text-sm">
        {t(key === 'end' && isArriving ? 'menu.endArrivingHint' : `menu.${key}Hint`)}
      </span>
    </span>
  );
  const phones = {
    label: label(isOne ? 'two' : 'one'),
    icon: <Smartphone {...icon} />,
    onSelect: () => void talk.give({ name: 'phones', phones: isOne ? 2 : 1 }),
  };
  const end = { label: label('end'), icon: <Square {...icon} />, onSelect: () => setEnding(true) };
  const items = [
    // Asked already, the card of it says what may be done.
    ...(view.mine.includes('phones') && !view.toOne.me && !view.toOne.partner ? [phones] : []),
    { label: label('leave'), icon: <LogOut {...icon} />, href: '/talk' },
    ...(view.mine.includes('stop') ? [end] : []),
    { label: t('menu.help'), icon: <LifeBuoy {...icon} />, href: '/help' },
  ];
  return (
    <>
      <Menu
        label={t('menu.label')}
        trigger={<Ellipsis aria-hidden="true" className="size-5 text-muted" />}
        triggerClassName="-mr-2.5 hover:bg-lifted"
        items={items}
      />
      <ConfirmDialog
        open={isEnding}
        onClose={() => setEnding(false)}
        title={t('end.title')}
        description={t(isArriving ? 'end.textArriving' : shared ? 'end.textAlone' : 'end.text', {
          name: names.partner,
        })}
        confirm={t('end.action')}
        look="primary"
        busy={talk.giving === 'stop'}
        onConfirm={async () => {
          await talk.give({ name: 'stop' });
          setEnding(false);
        }}
      />
    </>
  );
}
