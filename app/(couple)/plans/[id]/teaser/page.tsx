import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Shown } from '#components/live/shown';
import { BackLink } from '#components/plans/back-link';
import { toWhenFields } from '#components/plans/plan-fields';
import { TeaserForm } from '#components/plans/teaser-form';
import { Page } from '#components/shell/page';
import { requireViewer } from '#lib/auth/viewer';
import { readPlan } from '../read-plan';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('plans.teaser'))('give') };
}

/** What my partner must know of my sealed surprise. */
export default async function TeaserPage({ params }: { params: Promise<{ id: string }> }) {
  const { name, partner } = await requireViewer();
  const { plan } = await readPlan((await params).id, async () => null);
  const page = `/plans/${plan.id}`;
  if (plan.state !== 'sealed' || !partner) redirect(page);
  const t = await getTranslations('plans');
  const { teaser, when } = plan;
  return (
    <Page
      title={<span className="wrap-anywhere">{t('teaser.formTitle', { name: partner.name })}</span>}
      lead={t('teaser.formLead')}
      eyebrow={
        <BackLink href={page}>
          <span className="max-w-[60vw] truncate sm:max-w-80">{plan.title ?? t('one')}</span>
        </BackLink>
      }
    >
      <Shown id={plan.id} />
      <TeaserForm
        planId={plan.id}
        isGiven={teaser !== null}
        given={{
          ...toWhenFields(teaser?.when ?? when),
          wear: teaser?.wear ?? '',
          children: teaser?.children ?? '',
          note: teaser?.note ?? '',
        }}
        name={name}
        partnerName={partner.name}
      />
    </Page>
  );
}
