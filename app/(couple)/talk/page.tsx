import { MessagesSquare } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { InviteCard } from '#components/invites/invite-card';
import { NewDay } from '#components/live/new-day';
import { Shown } from '#components/live/shown';
import { MarkOutline } from '#components/mark/circles';
import { PlanSection } from '#components/plans/plan-section';
import { Page } from '#components/shell/page';
import { TalkAlone } from '#components/talks/alone';
import { AskingRecord } from '#components/talks/asking-record';
import { CommitmentCard } from '#components/talks/commitment-card';
import { EveningCard } from '#components/talks/evening-card';
import { NextTalkCard } from '#components/talks/next-talk';
import { RefreshIn } from '#components/talks/refresh-in';
import { RitualProposal } from '#components/talks/ritual-proposal';
import { RitualWay } from '#components/talks/ritual-way';
import { SkippedTalk } from '#components/talks/skipped-talk';
import { StartTalk } from '#components/talks/start-talk';
import { TalkNav } from '#components/talks/talk-nav';
import { UnderWay } from '#components/talks/under-way';
import { ButtonLink } from '#components/ui/button';
import { Card } from '#components/ui/card';
import { EmptyState } from '#components/ui/empty-state';
import { readAsViewer, requireViewer } from '#lib/auth/viewer';
import { findOwnInvites } from '#lib/invites/queries';
import { listCommitments } from '#lib/talks/commitments';
import { countNotes } from '#lib/talks/notes';
import { listUnapproved } from '#lib/talks/queries';
import { isChanging, msToChange } from '#lib/talks/rules';
import { findLeftOut, getSchedule } from '#lib/talks/schedule';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('talks'))('title') };
}

/** When the two talk next, and what asks for something before it. One thing stands first. */
export default async function TalkPage() {
  // Before anything is read: what happens after is an event that the page has not seen (live-provider).
  const viewer = await requireViewer();
  const t = await getTranslations('talks');
  if (!viewer.partner) {
    const invites = await findOwnInvites(viewer);
    return (
      <Page title={t('title')}>
        <TalkNav current="talk" />
        <div className="flex flex-col gap-4">
          <TalkAlone />
          <InviteCard {...invites} />
        </div>
      </Page>
    );
  }
  const { schedule, leftOut, notes, records, commitments } = await readAsViewer(async (scope) => ({
    schedule: await getSchedule(scope),
    leftOut: await findLeftOut(scope),
    notes: await countNotes(scope),
    records: await listUnapproved(scope),
    commitments: await listCommitments(scope),
  }));
  const { name } = viewer.partner;
  const zone = viewer.timeZone === viewer.coupleTimeZone ? null : viewer.coupleTimeZone;
  const { agreed, proposed, underWay } = schedule;
  // While they talk, it is not time for another.
  const next = underWay && schedule.next?.isNow ? null : schedule.next;
  const offers = commitments.filter(({ state, by }) => state === 'offered' && by === 'partner');
  const others = commitments.filter((one) => !offers.includes(one));
  const asks = proposed?.by === 'partner';
  // One button of the page is full: of what asks first.
  const [first] = [
    underWay && 'underWay',
    next?.isNow && 'next',
    asks && 'ritual',
    records.length > 0 && 'records',
    offers.length > 0 && 'offers',
    next?.isNear && 'next',
  ].filter(Boolean);
  const nextCard = next && <NextTalkCard next={next} notes={notes} isFirst={first === 'next'} />;
  const isNowFirst = first === 'next' && next?.isNow;
  return (
    <Page
      title={t('title')}
      aside={
        <>
          {!underWay && <EveningCard />}
          {(agreed || proposed) && <RitualWay agreed={agreed} zone={zone} />}
        </>
      }
      actions={
        !underWay &&
        !next?.isNow && (
          <StartTalk
            look="quiet"
            form={next?.form}
            icon={<MessagesSquare aria-hidden="true" strokeWidth={1.75} className="size-4.5" />}
          >
            {t('start.now')}
          </StartTalk>
        )
      }
    >
      <NewDay timeZone={viewer.coupleTimeZone} />
      <RefreshIn ms={next ? msToChange(next) : 0} />
      {['ritual', 'talk', 'commitment'].map((noun) => (
        <Shown key={noun} id={noun} />
      ))}
      <TalkNav current="talk" />
      <div className="flex flex-col gap-7">
        {(underWay || asks || isNowFirst) && (
          <div className="flex flex-col gap-3">
            {underWay && <UnderWay talk={underWay} />}
            {isNowFirst && nextCard}
            {asks && (
              <RitualProposal
                proposed={proposed}
                agreed={agreed}
                name={name}
                zone={zone}
                isFirst={first === 'ritual'}
              />
            )}
          </div>
        )}
        {(records.length > 0 || offers.length > 0) && (
          <PlanSection id="asking" title={t('asking.title')}>
            <ul className="flex flex-col gap-2.5">
              {records.map((talk, index) => (
                <AskingRecord key={talk.id} talk={talk} isFirst={first === 'records' && index === 0} />
              ))}
              {offers.map((commitment, index) => (
                <CommitmentCard
                  key={commitment.id}
                  commitment={commitment}
                  partnerName={name}
                  isFirst={first === 'offers' && index === 0}
                />
              ))}
            </ul>
          </PlanSection>
        )}
        {(next || leftOut || proposed?.by === 'me') && (
          <div className="flex flex-col gap-3 empty:hidden">
            {!isNowFirst && nextCard}
            {leftOut && <SkippedTalk {...leftOut} />}
            {proposed?.by === 'me' && <RitualProposal proposed={proposed} agreed={agreed} name={name} zone={zone} />}
          </div>
        )}
        {!agreed && !proposed && !schedule.next && !underWay && (
          <Card as="div">
            <EmptyState
              art={<MarkOutline className="h-20 w-auto" />}
              title={t('first.title')}
              action={
                <ButtonLink href="/talk/ritual" look={first ? 'quiet' : 'primary'}>
                  {t('first.propose')}
                </ButtonLink>
              }
              className="py-4"
            >
              <p>{t('first.text', { name })}</p>
            </EmptyState>
          </Card>
        )}
        {others.length > 0 && (
          <PlanSection id="commitments" title={t('commitments.title')} text={t('commitments.text')}>
            <ul className="flex flex-col gap-2.5">
              {others.map((commitment) => (
                <CommitmentCard
                  key={commitment.id}
                  commitment={commitment}
                  partnerName={name}
                  isChanging={isChanging(commitment, commitments)}
                />
              ))}
            </ul>
          </PlanSection>
        )}
      </div>
    </Page>
  );
}
