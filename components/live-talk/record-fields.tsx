'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useLive } from '#components/live/live-provider';
import { useSend } from '#components/live/use-act';
import { useTyped } from '#components/plans/use-typed';
import { WrittenText } from '#components/prompts/written';
import { Button } from '#components/ui/button';
import { Card } from '#components/ui/card';
import { TextArea } from '#components/ui/field';
import { useFailureWords } from '#components/ui/form';
import { send } from '#components/ui/send';
import { useToast } from '#components/ui/toast';
import { longestPart, type RecordPart } from '#lib/talks/kinds';
import type { RecordPartView, RecordView } from '#lib/talks/view';
import { AgreedAct } from './agreed-act';
import { useTalkContext } from './talk-context';
import { useSentId } from './use-sent-id';

/** One part as I write it: kept in this browser until it is on the server, and built on the version it began from. */
function usePart(kind: RecordPart, saved: RecordPartView | null) {
  const { talk } = useTalkContext();
  const talkId = talk.view.id;
  const n = saved?.n ?? 0;
  const typed = useTyped({ text: saved?.text ?? '', after: n }, 'record', talkId, kind);
  const idOf = useSentId();
  const text = typed.fields.text.trim();
  const isUnsent = typed.isTyped && text !== '' && text !== (saved?.text ?? '').trim();
  const isOvertaken = isUnsent && saved?.by === 'partner' && typed.fields.after !== n;
  return {
    text: typed.fields.text,
    isUnsent,
    /** The other wrote another version while I typed. */
    isOvertaken,
    write: (words: string) => typed.write({ text: words }),
    /** Builds on the version that stands now. */
    keepMine: () => typed.write({ after: n }),
    takeTheirs: typed.forget,
    put: async () => {
      const after = isOvertaken ? typed.fields.after : n;
      const sent = await send('PUT', `/api/talks/${talkId}/parts/${idOf(text)}`, { kind, text, after });
      if (sent.ok) typed.forget();
      return sent;
    },
  };
}

/** Writing down: my part, what we will try, and what the partner has kept so far; then both say yes to it. */
export function RecordFields({ record }: { record: RecordView }) {
  const t = useTranslations('live');
  const { names, shared } = useTalkContext();
  const { show, announce } = useToast();
  const { refresh } = useLive();
  const sendAct = useSend();
  const sayFailure = useFailureWords();
  const { talk } = useTalkContext();
  const said = usePart('said', record.mine);
  const tries = usePart('try', record.tries);
  const [busy, setBusy] = useState(false);
  const name = names.partner;
  const parts = [said, tries].filter(({ isUnsent }) => isUnsent);
  const isOvertaken = parts.some((part) => part.isOvertaken);

  const keep = async () => {
    setBusy(true);
    let isKept = true;
    for (const part of parts) {
      const sent = await part.put();
      if (sent.ok) continue;
      isKept = false;
      show(sayFailure(sent.failure, { record_changed: t('record.changedHere') }), { tone: 'danger' });
      break;
    }
    await refresh();
    setBusy(false);
    if (isKept) announce(t('record.kept'));
  };
  const approve = async () => {
    setBusy(true);
    await sendAct('PUT', `/api/talks/${talk.view.id}/approval`, { n: record.n }, { focus: 'moment' });
    setBusy(false);
  };

  const asks = parts.length > 0 ? 'keep' : record.n > 0 && !record.approved.me ? 'approve' : 'go';
  const approveWords = shared ? t('record.approveFor', { name: names.me }) : t('record.approve');
  return (
    <div className="flex flex-col gap-4">
      <Card aria-label={t('record.label')} className="flex flex-col gap-5">
        <TextArea
          label={shared ? t('record.theirs', { name: names.me }) : t('record.mine')}
          hint={t('record.mineHint', { name })}
          limit={longestPart}
          minRows={3}
          value={said.text}
          onChange={(event) => said.write(event.target.value)}
        />
        <div>
          <h2 className="mb-1.5 font-semibold text-sm">{t('record.theirs', { name })}</h2>
          {record.theirs?.text ? (
            <WrittenText whose="theirs">{record.theirs.text}</WrittenText>
          ) : (
            <p className="text-muted text-sm">{t(shared ? 'record.writesOwn' : 'record.theirsNone', { name })}</p>
          )}
        </div>
        <div className="flex flex-col gap-2 border-line border-t pt-5">
          {tries.isOvertaken && record.tries?.text && (
            <div className="flex flex-col gap-2">
              <WrittenText whose="theirs">{record.tries.text}</WrittenText>
              <div className="flex flex-wrap items-center gap-2">
                <p className="text-muted text-sm">{t('record.meanwhile', { name })}</p>
                <Button look="quiet" size="small" onClick={tries.takeTheirs}>
                  {t('record.takeTheirs')}
                </Button>
                <Button look="plain" size="small" onClick={tries.keepMine}>
                  {t('record.keepMine')}
                </Button>
              </div>
            </div>
          )}
          <TextArea
            label={t('record.tries')}
            hint={t('record.triesHint')}
            limit={longestPart}
            minRows={2}
            value={tries.text}
            onChange={(event) => tries.write(event.target.value)}
          />
        </div>
      </Card>
      {record.n > 0 && (record.approved.me || record.approved.partner) && (
        <p className="text-center font-medium text-calm text-sm">
          {record.approved.me && (shared ? t('record.approvedTheirs', { name: names.me }) : t('record.approvedMine'))}{' '}
          {record.approved.partner && t('record.approvedTheirs', { name })}
        </p>
      )}
      {shared && record.n > 0 && !record.approved.partner && (
        <p className="text-center text-muted text-sm">{t('record.own', { name })}</p>
      )}
      {asks !== 'go' && (
        // One button that goes on to the next act, so that the focus stays on it.
        <Button
          size="large"
          wide
          busy={busy}
          disabled={asks === 'keep' && isOvertaken}
          onClick={() => void (asks === 'keep' ? keep() : approve())}
        >
          {asks === 'keep' ? t('record.keep') : approveWords}
        </Button>
      )}
      <AgreedAct label={t('acts.goOn')} look={asks === 'go' ? 'primary' : 'quiet'} />
    </div>
  );
}
