import { LockKeyhole } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Shown } from '#components/live/shown';
import { AvatarPair } from '#components/mark/avatars';
import { ButtonLink } from '#components/ui/button';
import { Card } from '#components/ui/card';
import { Chip } from '#components/ui/chip';
import type { Depth, Topic } from '#lib/prompts/kinds';
import type { PromptView } from '#lib/prompts/view';
import { BringBack } from './bring-back';
import { PromptBody } from './prompt-body';
import { TodayMenu } from './today-menu';

/** The question of the day, in each of its states. */
export function TodayCard({
  prompt,
  name,
  partnerName,
}: {
  prompt: PromptView;
  name: string;
  partnerName: string | null;
}) {
  const t = useTranslations('prompts');
  const words = useTranslations('today');
  const { id, state } = prompt;
  const topic = t(`topics.${prompt.topic as Topic}`);
  const kind = t('kind', { topic, depth: t(`depths.${prompt.depth as Depth}`) });
  const isOpened = state === 'revealed' || state === 'kept';
  const isClosed = state === 'closed';

  if (prompt.postponed && !isOpened && state !== 'waiting')
    return <BringBack promptId={id} sealedBy={state === 'sealed' ? (partnerName ?? t('partner')) : null} />;
  return (
    <Card aria-labelledby="question" className="flex flex-col gap-4 sm:p-7">
      <Shown id={id} />
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1.5">
        <Chip tone="ours">{words('question')}</Chip>
        <p className="text-muted text-sm">{kind}</p>
      </div>
      <h2 id="question" tabIndex={-1} className="title written text-2xl sm:text-[1.75rem]">
        {isClosed ? t('closed.title') : (prompt.words ?? t('line.noWords'))}
      </h2>
      {isOpened ? (
        <div className="flex flex-wrap items-center justify-between gap-4 border-line border-t pt-4">
          <p className="flex items-center gap-3 font-medium">
            <AvatarPair name={name} partnerName={partnerName} size="small" />
            {words('opened.text')}
          </p>
          <ButtonLink href={`/questions/${id}`} look={state === 'kept' ? 'quiet' : 'primary'}>
            {words(state === 'kept' ? 'opened.again' : 'opened.action')}
          </ButtonLink>
        </div>
      ) : (
        <PromptBody
          prompt={prompt}
          partnerName={partnerName}
          aside={<TodayMenu promptId={id} canSwap={state === 'open'} />}
        />
      )}
      {isClosed && (
        <div className="-mt-2 flex justify-end">
          <TodayMenu promptId={id} canSwap />
        </div>
      )}
      {!isClosed && !isOpened && state !== 'waiting' && !partnerName && (
        <p className="flex gap-2.5 border-line border-t pt-4 text-muted text-sm">
          <LockKeyhole aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-theirs" />
          {words('alone.text')}
        </p>
      )}
    </Card>
  );
}
