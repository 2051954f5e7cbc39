import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NewDay } from '#components/live/new-day';
import { MarkOutline } from '#components/mark/circles';
import { AskingCard } from '#components/plans/asking-card';
import { CalendarWay } from '#components/plans/calendar-way';
import { NewPlan } from '#components/plans/new-plan';
import { OverActs } from '#components/plans/over-acts';
import { PlanCard, PlanLines } from '#components/plans/plan-lines';
import { PlanSection } from '#components/plans/plan-section';
import { PlansNav } from '#components/plans/plans-nav';
import { UnopenedPlan } from '#components/plans/surprise-rows';
import { TeasedCard } from '#components/plans/teased-card';
import { Page } from '#components/shell/page';
import { TurnCard } from '#components/turns/turn-card';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { readAsViewer, requireViewer } from '#lib/auth/viewer';
import { getPlan, listPlans } from '#lib/plans/queries';
import { findFresh } from '#lib/plans/today';
import { getTurn } from '#lib/turns/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('plans'))('title') };
}

/** What the two look forward to; what asks for something stands first. */
export default async function PlansPage() {
  // Before anything is read: what happens after is an event that the page has not seen (live-provider).
  const { partner, timeZone } = await requireViewer();
  const { groups, fresh, sealed, turn } = await readAsViewer(async (scope) => {
    const groups = await listPlans(scope);
    const sealed = [];
    for (const { id, state } of groups.ahead) if (state === 'teased') sealed.push(await getPlan(scope, id));
    const fresh = await findFresh(scope, [...groups.ahead, ...groups.over]);
    return { groups, fresh, sealed, turn: await getTurn(scope) };
  });
  const t = await getTranslations('plans');
  const partnerName = partner?.name ?? null;
  const name = partnerName ?? t('gone');
  const ahead = groups.ahead.filter(({ state }) => state !== 'teased');
  const { forMe, forPartner, over, mine, later } = groups;
  const isEmpty = [forMe, forPartner, over, mine, later, ahead, sealed].every((list) => list.length === 0);
  const lines = { partnerName };
  const [first, ...alsoForMe] = forMe;
  // One button of the page is full: of what asks first.
  const isTurnFull = !first && turn?.holder === 'me';
  const isOverFull = !first && !isTurnFull;
  return (
    <Page title={t('title')} actions={<NewPlan look={isEmpty && !isTurnFull ? 'primary' : 'quiet'} />}>
      <NewDay timeZone={timeZone} />
      <PlansNav current="plans" />
      <div className="flex flex-col gap-7">
        {first && (
          <section aria-label={t('list.forYou', { name })} className="flex flex-col gap-3">
            <AskingCard line={first} name={name} />
            {alsoForMe.length > 0 && <PlanLines lines={alsoForMe} {...lines} />}
          </section>
        )}
        {sealed.length > 0 && (
          <section aria-label={t('list.sealed')} className="flex flex-col gap-3">
            {sealed.map(({ id, teaser }) => teaser && <TeasedCard key={id} teased={teaser} name={partnerName} />)}
          </section>
        )}
        <TurnCard turn={turn} partnerName={partnerName} quiet={!isTurnFull} />
        {ahead.length > 0 && (
          <PlanSection id="ahead" title={t('list.ahead')}>
            <PlanLines lines={ahead} fresh={fresh} {...lines} />
          </PlanSection>
        )}
        {over.length > 0 && (
          <PlanSection id="over" title={t('list.over')}>
            <ul className="flex flex-col gap-2.5">
              {over.map((line, index) => {
                const acts = <OverActs line={line} look={isOverFull && index === 0 ? 'primary' : 'quiet'} />;
                const row = <PlanCard key={line.id} line={line} aside={acts} />;
                if (!partnerName || !fresh.has(line.id)) return row;
                return (
                  <UnopenedPlan key={line.id} id={line.id} name={partnerName}>
                    {row}
                  </UnopenedPlan>
                );
              })}
            </ul>
          </PlanSection>
        )}
        {forPartner.length > 0 && (
          <PlanSection id="with-partner" title={t('list.forPartner', { name })}>
            <PlanLines lines={forPartner} {...lines} />
          </PlanSection>
        )}
        {mine.length > 0 && (
          <PlanSection
            id="mine"
            title={t('list.mine')}
            text={partner ? t('list.mineText') : t('list.mineAlone')}
            isPrivate
          >
            <PlanLines lines={mine} {...lines} />
          </PlanSection>
        )}
        {later.length > 0 && (
          <PlanSection id="later" title={t('list.later')}>
            <PlanLines lines={later} chipless {...lines} />
          </PlanSection>
        )}
        {isEmpty && (
          <EmptyState
            art={<MarkOutline apart={!partner} className="h-20 w-auto" />}
            title={t('empty.title')}
            action={
              <ButtonLink href="/plans/ideas" look="quiet">
                {t('new.idea')}
              </ButtonLink>
            }
            className="py-6"
          >
            <p>{t(partner ? 'empty.text' : 'empty.textAlone')}</p>
          </EmptyState>
        )}
        <CalendarWay />
      </div>
    </Page>
  );
}
