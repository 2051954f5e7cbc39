'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAct } from '#components/live/use-act';
import { PartField } from '#components/talks/part-field';
import { PartWords } from '#components/talks/part-words';
import { usePart } from '#components/talks/use-part';
import { Button } from '#components/ui/button';
import { Card } from '#components/ui/card';
import { useFailureWords } from '#components/ui/form';
import { useToast } from '#components/ui/toast';
import { stepsOf } from '#lib/talks/kinds';
import type { RecordView } from '#lib/talks/view';
import { AgreedAct } from './agreed-act';
import { useTalkContext } from './talk-context';

/** Writing down: my part, what we will try, and what the partner has kept so far; then both say yes to it. */
export function RecordFields({ record }: { record: RecordView }) {
  const t = useTranslations('live');
  const words = useTranslations('talks.record');
  const { talk, names, shared } = useTalkContext();
  const { show, announce } = useToast();
  const { act, busy: isApproving } = useAct();
  const sayFailure = useFailureWords();
  const { id: talkId, form } = talk.view;
  const isLast = stepsOf[form].at(-1)?.step === 'write';
  const said = usePart(talkId, 'said', record.mine);
  const tries = usePart(talkId, 'try', record.tries);
  const [isKeeping, setKeeping] = useState(false);
  const name = names.partner;
  const parts = [said, tries].filter(({ isUnsent }) => isUnsent);

  const keep = async () => {
    setKeeping(true);
    let isKept = true;
    for (const part of parts) {
      const sent = await part.keep();
      isKept = sent.ok && sent.data;
      if (!sent.ok) show(sayFailure(sent.failure), { tone: 'danger' });
      if (!isKept) break;
    }
    setKeeping(false);
    if (isKept) announce(t('record.kept'));
  };
  const isMine = record.n > 0 && record.approved.me;
  const isTheirs = record.n > 0 && record.approved.partner;
  const mineWords = shared ? words('onlyTheirs', { name: names.me }) : t('record.approvedMine');
  const approve = () =>
    void act('PUT', `/api/talks/${talkId}/approval`, { n: record.n }, { focus: 'title', announce: mineWords });

  // What the two have kept and said reaches the page a little later: meanwhile the button stays what was pressed.
  const now = parts.length > 0 || record.n === 0 ? 'keep' : isMine ? 'done' : 'approve';
  const [asks, setAsks] = useState(now);
  const busy = isKeeping || isApproving;
  if (!busy && asks !== now) setAsks(now);
  const approveWords = shared ? t('record.approveFor', { name: names.me }) : words('approve');
  return (
    <div className="flex flex-col gap-4">
      <Card aria-label={t('record.label')} className="flex flex-col gap-5">
        {said.isOvertaken && <PartWords part={said.stands} whose="mine" />}
        <PartField
          part={said}
          partnerName={name}
          label={shared ? t('record.theirs', { name: names.me }) : t('record.mine')}
          hint={t('record.mineHint', { name })}
          minRows={3}
        />
        <div>
          <h2 className="mb-1.5 font-semibold text-sm">{t('record.theirs', { name })}</h2>
          <PartWords
            part={record.theirs}
            whose="theirs"
            none={t(shared ? 'record.writesOwn' : 'record.theirsNone', { name })}
          />
        </div>
        <div className="flex flex-col gap-2 border-line border-t pt-5">
          {tries.isOvertaken && <PartWords part={tries.stands} whose="ours" />}
          <PartField
            part={tries}
            partnerName={name}
            label={t('record.tries')}
            hint={t('record.triesHint')}
            minRows={2}
          />
        </div>
      </Card>
      {asks === 'done' ? (
        // In the place of the button, as high: a second tap meets nothing.
        <p className="wrap-anywhere flex min-h-13 items-center justify-center text-center font-medium text-calm text-sm">
          {mineWords}
        </p>
      ) : (
        // One button that goes on to the next act, so that the focus stays on it.
        <Button
          size="large"
          wide
          busy={busy}
          disabled={!busy && asks === 'keep' && (parts.length === 0 || parts.some(({ isOvertaken }) => isOvertaken))}
          onClick={() => void (asks === 'keep' ? keep() : approve())}
        >
          {asks === 'keep' ? t('record.keep') : approveWords}
        </Button>
      )}
      {parts.length > 0 ? (
        // Going on would leave behind what only this device has.
        <p className="min-h-13 text-center text-muted text-sm">{t('record.first')}</p>
      ) : (
        <AgreedAct
          label={t(isLast ? 'acts.close' : 'acts.goOn')}
          look={asks === 'done' || record.n === 0 ? 'primary' : 'quiet'}
        />
      )}
      <p className="wrap-anywhere -mt-4 min-h-lh text-center font-medium text-calm text-sm">
        {isTheirs && words('onlyTheirs', { name })}
        {shared && record.n > 0 && !isTheirs && (
          <span className="font-normal text-muted">{t('record.own', { name })}</span>
        )}
      </p>
    </div>
  );
}
