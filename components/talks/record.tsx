import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Avatar } from '#components/mark/avatars';
import { Card } from '#components/ui/card';
import type { RecordPartView, TalkView } from '#lib/talks/view';
import { Approve } from './approve';
import { PartWords } from './part-words';
import { RecordPartEditor } from './record-part';

/** What was written down of a talk: each one's part, what they will try, and whether both say yes to it. */
export function TalkRecord({ talk, name, partnerName }: { talk: TalkView; name: string; partnerName: string | null }) {
  const t = useTranslations('talks');
  const { id, record, canWrite } = talk;
  const { mine, theirs, tries } = record;
  // Only while both who held it are here.
  const writer = canWrite ? partnerName : null;
  const theirName = theirs?.by === 'gone' || !partnerName ? t('gone') : partnerName;
  const writeable = (kind: 'said' | 'try', saved: RecordPartView | null) =>
    writer ? (
      <RecordPartEditor talkId={id} kind={kind} saved={saved} name={writer} />
    ) : (
      <PartWords part={saved} whose={kind === 'said' ? 'mine' : 'ours'} />
    );
  return (
    <Card aria-labelledby="record" className="flex flex-col gap-6">
      <div>
        <h2 id="record" tabIndex={-1} className="title text-xl">
          {t('record.title')}
        </h2>
        {record.n === 0 && <p className="text-muted">{t(writer ? 'record.none' : 'record.noneAlone')}</p>}
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-6 empty:hidden md:grid-cols-[repeat(2,minmax(0,1fr))]">
        {(writer || theirs) && (
          <Part whose="theirs" name={theirName} title={t('record.theirs', { name: theirName })}>
            <PartWords part={theirs} whose="theirs" none={t('record.theirsNone', { name: theirName })} />
          </Part>
        )}
        {(writer || mine) && (
          <Part whose="mine" name={name} title={t('record.mine')}>
            {writeable('said', mine)}
          </Part>
        )}
      </div>
      {(writer || tries) && (
        <section className="flex flex-col gap-2 border-line border-t pt-5">
          <h3 className="font-semibold text-ours">{t('record.tries')}</h3>
          {writeable('try', tries)}
        </section>
      )}
      {writer && record.n > 0 && (
        <div className="border-line border-t pt-5">
          <Approve talkId={id} record={record} name={writer} />
        </div>
      )}
    </Card>
  );
}

function Part({
  whose,
  name,
  title,
  children,
}: {
  whose: 'mine' | 'theirs';
  name: string;
  title: string;
  children: ReactNode;
}) {
  return (
    <section className="flex flex-wrap gap-3">
      <Avatar name={name} whose={whose} size="small" />
      <div className="flex min-w-[min(9rem,100%)] flex-1 flex-col gap-1.5 pt-0.5">
        <h3 className="wrap-anywhere font-semibold text-sm">{title}</h3>
        {children}
      </div>
    </section>
  );
}
