import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Shown } from '#components/live/shown';
import { Mark } from '#components/mark/circles';
import { AboutPartner } from '#components/plans/about-partner';
import { BackLink } from '#components/plans/back-link';
import { DeleteDraft } from '#components/plans/delete-draft';
import { NoSurprises } from '#components/plans/no-surprises';
import { noOpening } from '#components/plans/opening';
import { toPlanFields } from '#components/plans/plan-fields';
import { PlanForm } from '#components/plans/plan-form';
import { SealedPlan } from '#components/plans/sealed-plan';
import { SharedPlan } from '#components/plans/shared-plan';
import { PlanChip } from '#components/plans/state-chip';
import { SurpriseEnvelope } from '#components/plans/surprise-envelope';
import { TeasedCard } from '#components/plans/teased-card';
import { Page, PageTop } from '#components/shell/page';
import { Chip } from '#components/ui/chip';
import { requireViewer } from '#lib/auth/viewer';
import { getCards, listObservations } from '#lib/cards/queries';
import { now } from '#lib/clock';
import { isFresh } from '#lib/plans/today';
import { readPlan } from './read-plan';

// What is planned does not belong in a browser's history.
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('plans'))('one') };
}

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ change?: string }> };

/** One plan, as it stands for the one who looks. */
export default async function PlanPage({ params, searchParams }: Props) {
  const { name, partner } = await requireViewer();
  const { plan, more: about } = await readPlan((await params).id, async (scope, { state }) =>
    state === 'draft' ? { card: (await getCards(scope)).theirs, observations: await listObservations(scope) } : null,
  );
  const t = await getTranslations('plans');
  const partnerName = partner?.name ?? null;
  const { id, state, content } = plan;
  const isPast = state === 'lived' || state === 'letgo';
  const eyebrow = (
    <BackLink href={isPast ? '/plans/lived' : '/plans'}>{t(isPast ? 'nav.lived' : 'nav.plans')}</BackLink>
  );
  const status = (
    <>
      <PlanChip plan={plan} partnerName={partnerName} />
      {plan.isDrawn && (
        <Chip tone="ours" icon={<Mark className="h-3.5 w-auto" />}>
          {t('rate.drawn')}
        </Chip>
      )}
    </>
  );
  if (about) {
    return (
      <Page
        title={
          <span className="wrap-anywhere">
            {plan.kind === 'together'
              ? t('form.together')
              : partnerName
                ? t('form.surprise', { name: partnerName })
                : t('form.surpriseAlone')}
          </span>
        }
        eyebrow={eyebrow}
        status={status}
        aside={<AboutPartner {...about} partnerName={partnerName} />}
      >
        <Shown id={id} />
        <div className="flex flex-col gap-4">
          {plan.kind === 'surprise' && partnerName && <NoSurprises card={about.card} partnerName={partnerName} />}
          <PlanForm
            kind={plan.kind}
            planId={id}
            given={{ ...toPlanFields(content, plan.when), ...noOpening }}
            ideaId={content?.ideaId}
          />
          <div className="flex justify-center">
            <DeleteDraft planId={id} />
          </div>
        </div>
      </Page>
    );
  }
  const teasedTitle = partnerName ? t('teased.title', { name: partnerName }) : t('teased.titleGone');
  const title = state === 'teased' ? teasedTitle : (content?.title ?? t('noTitle'));
  const inEnvelope = (letter: ReactNode) => (
    <SurpriseEnvelope
      key={id}
      id={id}
      above={
        <PageTop
          status={<PlanChip plan={{ ...plan, state: 'teased' }} partnerName={partnerName} />}
          title={<span className="written">{teasedTitle}</span>}
        />
      }
    >
      {letter}
    </SurpriseEnvelope>
  );
  return (
    <Page
      title={<span className="written">{title}</span>}
      eyebrow={eyebrow}
      status={status}
      around={isFresh(plan, now()) ? inEnvelope : undefined}
    >
      <Shown id={id} />
      {state === 'teased' && plan.teaser && <TeasedCard teased={plan.teaser} name={partnerName} titled={false} />}
      {state === 'sealed' && <SealedPlan plan={plan} name={name} partnerName={partnerName ?? t('partner')} />}
      {state !== 'teased' && state !== 'sealed' && (
        <SharedPlan
          plan={plan}
          name={name}
          partnerName={partnerName}
          begins={(await searchParams).change !== undefined}
        />
      )}
    </Page>
  );
}
