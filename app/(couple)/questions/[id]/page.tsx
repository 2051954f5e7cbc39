import { ChevronLeft } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { Shown } from '#components/live/shown';
import { PromptBody } from '#components/prompts/prompt-body';
import { QuestionMenu } from '#components/prompts/question-menu';
import { Reveal } from '#components/prompts/reveal';
import { Page } from '#components/shell/page';
import { ButtonLink } from '#components/ui/button';
import { Card } from '#components/ui/card';
import { Chip } from '#components/ui/chip';
import { readAsViewer, requireViewer } from '#lib/auth/viewer';
import { dayIn, now } from '#lib/clock';
import { AppError } from '#lib/error';
import { sayWhen } from '#lib/i18n/when';
import type { Depth, Topic } from '#lib/prompts/kinds';
import { getPrompt } from '#lib/prompts/queries';
import { promptParams } from '#lib/prompts/schema';
import type { PromptView } from '#lib/prompts/view';

/** How long after a reveal it has opened "just now", in ms. */
const justNow = 10 * 60_000;

// The question itself does not belong in a browser's history.
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('prompts'))('one') };
}

async function readPrompt(id: string): Promise<{ prompt: PromptView; earlier: PromptView | null }> {
  if (!promptParams.safeParse({ id }).success) notFound();
  try {
    return await readAsViewer(async (scope) => {
      const prompt = await getPrompt(scope, id);
      const earlier = prompt.earlierId ? await getPrompt(scope, prompt.earlierId).catch(ignoreGone) : null;
      return { prompt, earlier };
    });
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound();
    throw error;
  }
}

function ignoreGone(error: unknown): null {
  if (error instanceof AppError && error.code === 'not_found') return null;
  throw error;
}

/** One question: to be answered, sealed, or open. */
export default async function QuestionPage({ params }: { params: Promise<{ id: string }> }) {
  const { name, partner, timeZone, coupleTimeZone } = await requireViewer();
  const { prompt, earlier } = await readPrompt((await params).id);
  const t = await getTranslations('prompts');
  const isOpened = prompt.state === 'revealed' || prompt.state === 'kept';
  const isHidden = prompt.state === 'closed' && prompt.askedBy !== 'me';
  const isAnswered = prompt.state === 'sealed' || prompt.state === 'waiting';
  const menu = <QuestionMenu promptId={prompt.id} canTakeBack={prompt.askedBy === 'me' && !isAnswered} />;
  return (
    <Page
      title={
        <span id="question" tabIndex={-1} className="written">
          {isHidden ? t('closed.title') : (prompt.words ?? t('line.noWords'))}
        </span>
      }
      eyebrow={
        <Eyebrow
          prompt={prompt}
          partnerName={partner?.name ?? null}
          timeZone={timeZone}
          coupleTimeZone={coupleTimeZone}
        />
      }
    >
      <Shown id={prompt.id} />
      {isOpened ? (
        <Reveal prompt={prompt} earlier={earlier} reader={{ name, partnerName: partner?.name ?? null, timeZone }} />
      ) : (
        <Card as="div" className="flex flex-col gap-5 sm:p-7">
          {prompt.state === 'swapped' ? (
            <Swapped />
          ) : (
            <PromptBody prompt={prompt} partnerName={partner?.name ?? null} aside={menu} />
          )}
          {prompt.state === 'closed' && <div className="-mt-3 flex justify-end">{menu}</div>}
          {earlier?.revealedAt && <Before at={earlier.revealedAt} timeZone={timeZone} />}
        </Card>
      )}
    </Page>
  );
}

async function Eyebrow({
  prompt,
  partnerName,
  timeZone,
  coupleTimeZone,
}: {
  prompt: PromptView;
  partnerName: string | null;
  timeZone: string;
  coupleTimeZone: string;
}) {
  const t = await getTranslations('prompts');
  const locale = await getLocale();
  const { state, revealedAt, askedBy } = prompt;
  const topic = t(`topics.${prompt.topic as Topic}`);
  const kind = t('kind', { topic, depth: t(`depths.${prompt.depth as Depth}`) });
  // Of today are those that Today shows: what is still open, and the question of the day.
  const isOfToday = revealedAt === null || prompt.day === dayIn(coupleTimeZone);
  const isNew = revealedAt !== null && now().getTime() - Date.parse(revealedAt) < justNow;
  return (
    <div className="mb-2 flex flex-col gap-2">
      <Link
        href={isOfToday ? '/today' : '/questions?view=opened'}
        className="-ml-1 inline-flex min-h-11 items-center gap-0.5 self-start rounded-md pr-2 no-underline hover:text-ink"
      >
        <ChevronLeft aria-hidden="true" className="size-4.5" />
        {t(isOfToday ? 'back' : 'title')}
      </Link>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        {revealedAt && isNew && <Chip tone="ours">{t('reveal.justNow')}</Chip>}
        {state === 'kept' && <Chip tone="calm">{t('reveal.kept')}</Chip>}
        {!revealedAt && askedBy && (
          <Chip tone={askedBy === 'me' ? 'mine' : 'theirs'}>
            {t(`askedBy.${askedBy}`, { name: partnerName ?? t('partner') })}
          </Chip>
        )}
        <span>{kind}</span>
        {revealedAt && !isNew && <span>{t('reveal.at', { when: sayWhen(locale, timeZone, revealedAt, now()) })}</span>}
      </div>
    </div>
  );
}

async function Swapped() {
  const t = await getTranslations('prompts.swapped');
  return (
    <div className="flex flex-col items-start gap-4">
      <p>
        <strong className="block font-semibold">{t('title')}</strong>
        {t('text')}
      </p>
      <ButtonLink href="/today">{t('action')}</ButtonLink>
    </div>
  );
}

async function Before({ at, timeZone }: { at: string; timeZone: string }) {
  const t = await getTranslations('prompts.again');
  const locale = await getLocale();
  return (
    <p className="border-line border-t pt-4 text-muted text-sm">
      {t('before', { when: sayWhen(locale, timeZone, at, now()) })}
    </p>
  );
}
