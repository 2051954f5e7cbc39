'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Button, ButtonLink } from '#components/ui/button';
import type { CommitmentView, NextTalk, NoteView, RecordView } from '#lib/talks/view';
import type { ThanksView } from '#lib/thanks/view';
import type { TurnView } from '#lib/turns/queries';
import { ActButton, Acts } from './act-button';
import { AgreedAct, TheyHave } from './agreed-act';
import { ChooseMatter } from './choose-matter';
import { Closing } from './closing';
import { EarlierCommitments } from './earlier-commitments';
import { giverOf, otherThan } from './floor';
import { MatterCard } from './matter-card';
import { Move } from './move';
import { AskButton, AskForm, Offers, useAsking } from './offers';
import { OwnNotes } from './own-notes';
import { QuestionActs } from './question';
import { RecordFields } from './record-fields';
import { useTalkContext } from './talk-context';

/** What the page reads beside the talk itself: words, of which the talk holds none. */
export type TalkWords = {
  /** My own notes: those of this talk, and those that wait. */
  notes: readonly NoteView[];
  /** Mine that were saved for a talk. */
  thanks: readonly ThanksView[];
  /** Open, offered, and those of this talk. */
  commitments: readonly CommitmentView[];
  record: RecordView;
  next: NextTalk | null;
  turn: TurnView | null;
};

/** What stands below the words of a moment: what it is about, and what may be done. */
export function MomentBody({ words }: { words: TalkWords }) {
  const { talk } = useTalkContext();
  const { view } = talk;
  const asking = useAsking();
  if (view.pause) return <Back />;
  switch (view.phase) {
    case 'gather':
      return <Gather words={words} />;
    case 'turn':
      return <Turn words={words} asking={asking} />;
    case 'between':
      return <Between words={words} asking={asking} />;
    case 'choose':
      return <Choose />;
    case 'speaking':
    case 'paraphrasing':
    case 'confirming':
      return <Floor words={words} />;
    case 'summary':
      return <Summary words={words} />;
    case 'consent':
      return <Consent />;
    case 'question':
      return <QuestionActs />;
    case 'open':
      return <Open words={words} />;
    case 'ended':
      return <Ended record={words.record} />;
  }
}

function Back() {
  const t = useTranslations('live.acts');
  const { shared } = useTalkContext();
  return <AgreedAct label={t(shared ? 'backBoth' : 'back')} />;
}

function Gather({ words }: { words: TalkWords }) {
  const t = useTranslations('live.acts');
  const { shared } = useTalkContext();
  return (
    <>
      <AgreedAct label={t(shared ? 'yesBoth' : 'yes')}>
        <Move />
      </AgreedAct>
      <EarlierCommitments commitments={words.commitments} />
    </>
  );
}

type AskingProps = { words: TalkWords; asking: ReturnType<typeof useAsking> };

/** Whose word it is passes it on; the other has nothing to do but listen. */
function Turn({ words, asking }: AskingProps) {
  const t = useTranslations('live');
  const { talk, names } = useTalkContext();
  const { view } = talk;
  const { step, holder } = view;
  return (
    <>
      {step === 'thanks' && <OwnNotes notes={words.notes} kind="gratitude" thanks={words.thanks} />}
      {step === 'ask' && (
        <>
          <OwnNotes notes={words.notes} kind="ask" />
          <AskForm asking={asking} />
        </>
      )}
      {giverOf(view, 'pass', 'me') ? (
        <Acts inSight={!asking.isOpen}>
          <ActButton name="pass" look={asking.isOpen ? 'quiet' : 'primary'} size="large">
            {t('acts.pass')}
          </ActButton>
          {step === 'ask' && <AskButton asking={asking} />}
        </Acts>
      ) : (
        holder && <Waiting>{t('marks.passes', { name: names[holder] })}</Waiting>
      )}
      {step === 'ask' && <Offers commitments={words.commitments} />}
    </>
  );
}

function Between({ words, asking }: AskingProps) {
  const t = useTranslations('live.acts');
  const { talk } = useTalkContext();
  const isAsk = talk.view.step === 'ask';
  return (
    <>
      {isAsk && <AskForm asking={asking} />}
      <AgreedAct label={t('goOn')} look={asking.isOpen ? 'quiet' : 'primary'}>
        <ActButton name="again" look="quiet" size="large">
          {t('again')}
        </ActButton>
        {isAsk && <AskButton asking={asking} />}
      </AgreedAct>
      {isAsk && <Offers commitments={words.commitments} />}
    </>
  );
}

function Choose() {
  const t = useTranslations('live.choose');
  const { talk, names, shared } = useTalkContext();
  const { marks } = talk.view;
  return (
    <>
      <ChooseMatter />
      <div className="flex flex-col items-center gap-1 text-center">
        {marks.me && !shared ? (
          <>
            <p className="text-muted text-sm">{t('notToday', { name: names.partner })}</p>
            <TakeBack />
          </>
        ) : (
          <ActButton name="yes" look="plain">
            {t('none')}
          </ActButton>
        )}
        <TheyHave />
      </div>
    </>
  );
}

function TakeBack() {
  const t = useTranslations('live.marks');
  return (
    <ActButton name="unyes" look="plain" size="small">
      {t('takeBack')}
    </ActButton>
  );
}

/** One speaks, the other says it back, until the first feels heard. */
function Floor({ words }: { words: TalkWords }) {
  const t = useTranslations('live');
  const { talk, reader, names } = useTalkContext();
  const { view } = talk;
  const { phase, holder } = view;
  if (!holder) return null;
  const listener = otherThan(holder);
  return (
    <>
      <MatterCard notes={words.notes} counts />
      {phase === 'speaking' &&
        (giverOf(view, 'said', reader) ? (
          <Acts inSight>
            <ActButton name="said" size="large">
              {t('acts.said')}
            </ActButton>
            <ActButton name="pass" look="quiet" size="large">
              {t('acts.pass')}
            </ActButton>
          </Acts>
        ) : (
          <Waiting>{t('marks.presses', { name: names[holder] })}</Waiting>
        ))}
      {phase === 'paraphrasing' &&
        (giverOf(view, 'saidBack', reader) ? (
          <Acts inSight>
            <ActButton name="saidBack" size="large">
              {listener === reader ? t('acts.saidBack') : t('acts.saidBackOther', { name: names[listener] })}
            </ActButton>
          </Acts>
        ) : (
          <Waiting>{t('marks.presses', { name: names[listener] })}</Waiting>
        ))}
      {phase === 'confirming' && (
        <Acts inSight>
          <ActButton name="heard" size="large">
            {t('acts.heard')}
          </ActButton>
          <ActButton name="notQuite" look="quiet" size="large">
            {t('acts.notQuite')}
          </ActButton>
        </Acts>
      )}
    </>
  );
}

function Waiting({ children }: { children: ReactNode }) {
  return <p className="text-center text-muted">{children}</p>;
}

function Summary({ words }: { words: TalkWords }) {
  const t = useTranslations('live.acts');
  const { talk, reader } = useTalkContext();
  const [isChoosing, setChoosing] = useState(false);
  if (isChoosing && giverOf(talk.view, 'choose', reader)) return <ChooseMatter onLeave={() => setChoosing(false)} />;
  return (
    <>
      <MatterCard notes={words.notes} />
      <AgreedAct label={t('goOn')}>
        {giverOf(talk.view, 'choose', reader) && (
          <Button look="quiet" size="large" onClick={() => setChoosing(true)}>
            {t('another')}
          </Button>
        )}
      </AgreedAct>
    </>
  );
}

function Consent() {
  const t = useTranslations('live.acts');
  const { shared } = useTalkContext();
  return (
    <AgreedAct label={t(shared ? 'readyBoth' : 'ready')}>
      <ActButton name="notDeep" look="quiet" size="large">
        {t('notDeep')}
      </ActButton>
    </AgreedAct>
  );
}

function Open({ words }: { words: TalkWords }) {
  const t = useTranslations('live.acts');
  const { talk } = useTalkContext();
  const { step, form } = talk.view;
  if (step === 'write') return <RecordFields record={words.record} />;
  return (
    <>
      <Closing next={words.next} turn={words.turn} />
      <AgreedAct label={t(form === 'evening' ? 'closeEvening' : 'close')} />
    </>
  );
}

function Ended({ record }: { record: RecordView }) {
  const t = useTranslations('live.ended');
  const { talk } = useTalkContext();
  const { id, form } = talk.view;
  return (
    <div className="flex flex-col items-center gap-2.5">
      {form !== 'evening' && <p className="pb-3 text-center text-muted">{t(record.n > 0 ? 'written' : 'unwritten')}</p>}
      <ButtonLink href={`/talk/${id}`} size="large">
        {t(form === 'evening' ? 'evening' : 'record')}
      </ButtonLink>
      <ButtonLink href="/today" look="plain">
        {t('today')}
      </ButtonLink>
    </div>
  );
}
