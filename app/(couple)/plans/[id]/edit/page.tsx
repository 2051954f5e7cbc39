import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Shown } from '#components/live/shown';
import { AboutPartner } from '#components/plans/about-partner';
import { BackLink } from '#components/plans/back-link';
import type { OpeningFields } from '#components/plans/opening';
import { toPlanFields } from '#components/plans/plan-fields';
import { PlanForm } from '#components/plans/plan-form';
import { Page } from '#components/shell/page';
import { requireViewer } from '#lib/auth/viewer';
import { getCards, listObservations } from '#lib/cards/queries';
import { dayIn, timeIn } from '#lib/clock';
import type { PlanView } from '#lib/plans/view';
import { readPlan } from '../read-plan';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('plans.sealed'))('edit') };
}

function toOpening({ opensAt, when }: PlanView, zone: string): OpeningFields {
  if (!opensAt) return { opens: 'hand', opensDay: '', opensTime: '' };
  const at = new Date(opensAt);
  const isStart = when?.startsAt !== null && when?.startsAt !== undefined && Date.parse(when.startsAt) === at.getTime();
  return { opens: isStart ? 'start' : 'time', opensDay: dayIn(zone, at), opensTime: timeIn(zone, at) };
}

/** My sealed surprise, to be written on at. */
export default async function EditPlanPage({ params }: { params: Promise<{ id: string }> }) {
  const { partner, timeZone } = await requireViewer();
  const { plan, more } = await readPlan((await params).id, async (scope) => ({
    card: (await getCards(scope)).theirs,
    observations: await listObservations(scope),
  }));
  const page = `/plans/${plan.id}`;
  if (plan.state !== 'sealed') redirect(page);
  const t = await getTranslations('plans');
  return (
    <Page
      title={t('sealed.editTitle')}
      eyebrow={
        <BackLink href={page}>
          <span className="max-w-[60vw] truncate sm:max-w-80">{plan.title ?? t('one')}</span>
        </BackLink>
      }
      aside={<AboutPartner {...more} partnerName={partner?.name ?? null} />}
    >
      <Shown id={plan.id} />
      <PlanForm
        kind="surprise"
        planId={plan.id}
        isSealed
        given={{ ...toPlanFields(plan.content, plan.when), ...toOpening(plan, timeZone) }}
        ideaId={plan.content?.ideaId}
      />
    </Page>
  );
}
