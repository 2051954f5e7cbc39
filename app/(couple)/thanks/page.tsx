import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Shown } from '#components/live/shown';
import { MarkOutline } from '#components/mark/circles';
import { Page } from '#components/shell/page';
import { GivenList } from '#components/thanks/given-list';
import { Jar } from '#components/thanks/jar';
import { KeptList } from '#components/thanks/kept-list';
import { newFields } from '#components/thanks/thanks-fields';
import { ThanksForm } from '#components/thanks/thanks-form';
import { ThanksNav } from '#components/thanks/thanks-nav';
import { ToShow } from '#components/thanks/to-show';
import { EmptyState } from '#components/ui/empty-state';
import { readAsViewer, requireViewer } from '#lib/auth/viewer';
import { dayIn } from '#lib/clock';
import { AppError } from '#lib/error';
import { getCommitment } from '#lib/talks/commitments';
import { talkParams } from '#lib/talks/schema';
import { listGiven, listKept, listToShow } from '#lib/thanks/queries';
import type { Scope } from '#lib/transaction';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('thanks'))('title') };
}

/** What my partner said they would do, and did: the first line of a thank-you. */
async function readKept(scope: Scope, id: string): Promise<string | null> {
  if (!talkParams.safeParse({ id }).success) return null;
  try {
    const { text, doer, outcome } = await getCommitment(scope, id);
    return outcome === 'kept' && doer !== 'me' ? text : null;
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return null;
    throw error;
  }
}

type Props = { searchParams: Promise<{ write?: string; commitment?: string }> };

/** Thanks: the line to write first, then what waits, and what was given. */
export default async function ThanksPage({ searchParams }: Props) {
  // Before anything is read: what happens after is an event that the page has not seen (live-provider).
  const { partner, timeZone } = await requireViewer();
  const { write, commitment = '' } = await searchParams;
  const { did, given, kept, toShow } = await readAsViewer(async (scope) => ({
    did: await readKept(scope, commitment),
    given: await listGiven(scope),
    kept: await listKept(scope),
    toShow: await listToShow(scope),
  }));
  const t = await getTranslations('thanks');
  return (
    <Page title={t('title')}>
      <Shown id="thanks" />
      <ThanksNav current="thanks" />
      <div className="flex flex-col gap-8">
        <ThanksForm
          key={did ? commitment : 'new'}
          thanksId={null}
          given={newFields(dayIn(timeZone), did ?? '')}
          origin={did ? commitment : ''}
          takesFocus={write !== undefined || did !== null}
        />
        <ToShow thanks={toShow} />
        <KeptList thanks={kept} />
        {given.thanks.length > 0 && <Jar />}
        <section aria-labelledby="given" className="flex flex-col gap-4">
          {given.thanks.length > 0 ? (
            <>
              <h2 id="given" className="title text-xl">
                {t('list.title')}
              </h2>
              <GivenList first={given} name={partner?.name ?? t('gone')} />
            </>
          ) : (
            <EmptyState
              art={<MarkOutline apart={!partner} className="h-20 w-auto" />}
              title={<span id="given">{t('list.empty')}</span>}
            >
              <p>{t('list.emptyText')}</p>
            </EmptyState>
          )}
        </section>
      </div>
    </Page>
  );
}
