import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Shown } from '#components/live/shown';
import { BackLink } from '#components/plans/back-link';
import { PlanSection } from '#components/plans/plan-section';
import { Page } from '#components/shell/page';
import { AskedQuestions } from '#components/talks/asked-questions';
import { CommitmentCard } from '#components/talks/commitment-card';
import { Matters } from '#components/talks/matters';
import { TalkRecord } from '#components/talks/record';
import { RecordTrail } from '#components/talks/record-trail';
import { TalkFacts, TalkTitle } from '#components/talks/talk-head';
import { readAsViewer, requireViewer } from '#lib/auth/viewer';
import { AppError } from '#lib/error';
import { listCommitments } from '#lib/talks/commitments';
import { getTalk } from '#lib/talks/queries';
import { isChanging } from '#lib/talks/rules';
import { talkParams } from '#lib/talks/schema';
import type { CommitmentView, TalkView } from '#lib/talks/view';

// What two talked about does not belong in a browser's history.
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('talks'))('one') };
}

/** @returns the talk, and with `unsettled` what may wait to take the place of what came of it */
async function readTalk(id: string): Promise<{ talk: TalkView; unsettled: CommitmentView[] }> {
  if (!talkParams.safeParse({ id }).success) notFound();
  try {
    return await readAsViewer(async (scope) => ({
      talk: await getTalk(scope, id),
      unsettled: await listCommitments(scope),
    }));
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound();
    throw error;
  }
}

/** A talk that was held: what it was about, what was written down, and what came of it. */
export default async function TalkRecordPage({ params }: { params: Promise<{ id: string }> }) {
  const { name, partner } = await requireViewer();
  const { talk, unsettled } = await readTalk((await params).id);
  const { id, form, commitments, matters, questions } = talk;
  if (!talk.endedAt) redirect(`/talk/${id}/live`);
  const t = await getTranslations('talks');
  const partnerName = partner?.name ?? null;
  const isEvening = form === 'evening';
  return (
    <Page
      title={<TalkTitle talk={talk} />}
      eyebrow={<BackLink href="/talk/past">{t('nav.past')}</BackLink>}
      status={<TalkFacts talk={talk} />}
      aside={matters.length > 0 && <Matters matters={matters} partnerName={partnerName} />}
    >
      <Shown id={id} />
      <Shown id="commitment" />
      <div className="flex flex-col gap-4">
        {!isEvening && <TalkRecord talk={talk} name={name} partnerName={partnerName} />}
        {!isEvening && <RecordTrail record={talk.record} names={{ name, partnerName }} />}
        {isEvening && <AskedQuestions questions={questions} />}
        {commitments.length > 0 && (
          <div className="pt-3">
            <PlanSection id="commitments" title={t('talk.commitments')}>
              <ul className="flex flex-col gap-2.5">
                {commitments.map((commitment) => (
                  <CommitmentCard
                    key={commitment.id}
                    commitment={commitment}
                    partnerName={talk.canWrite ? partnerName : null}
                    isChanging={isChanging(commitment, unsettled)}
                  />
                ))}
              </ul>
            </PlanSection>
          </div>
        )}
      </div>
    </Page>
  );
}
