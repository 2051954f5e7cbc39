import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Shown } from '#components/live/shown';
import { BackLink } from '#components/plans/back-link';
import { PlanSection } from '#components/plans/plan-section';
import { Page } from '#components/shell/page';
import { AgreedRitual } from '#components/talks/agreed-ritual';
import { EndRitual } from '#components/talks/end-ritual';
import { type RitualFields, RitualForm, usualRitual } from '#components/talks/ritual-form';
import { RitualProposal } from '#components/talks/ritual-proposal';
import { readAsViewer, requireViewer } from '#lib/auth/viewer';
import { getSchedule } from '#lib/talks/schedule';
import type { RitualView } from '#lib/talks/view';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('talks.ritual'))('title') };
}

function toFields({ rhythm, weekday, time, form }: RitualView): RitualFields {
  return { rhythm, weekday: String(weekday ?? usualRitual.weekday), time, form };
}

/** When the two talk: what holds, what is proposed, and where one proposes something else. */
export default async function RitualPage() {
  const { partner, timeZone, coupleTimeZone } = await requireViewer();
  // Alone there is nobody to agree with; Talk says what comes.
  if (!partner) redirect('/talk');
  const { agreed, proposed } = await readAsViewer(getSchedule);
  const t = await getTranslations('talks');
  const { name } = partner;
  const zone = timeZone === coupleTimeZone ? null : coupleTimeZone;
  const stands = proposed ?? agreed;
  const isAsked = proposed?.by === 'partner';
  return (
    <Page
      title={t('ritual.title')}
      eyebrow={<BackLink href="/talk">{t('nav.talk')}</BackLink>}
      lead={stands ? undefined : t('ritual.lead')}
    >
      <Shown id="ritual" />
      <div className="flex flex-col gap-7">
        {stands && (
          <div className="flex flex-col gap-3">
            {proposed && (
              <RitualProposal proposed={proposed} agreed={agreed} name={name} zone={zone} isFirst besideForm />
            )}
            {agreed && <AgreedRitual ritual={agreed} zone={zone} />}
          </div>
        )}
        {stands ? (
          <PlanSection id="propose" title={t('ritual.formAgain')}>
            <RitualForm given={toFields(stands)} name={name} zone={zone} look={isAsked ? 'quiet' : 'primary'} />
          </PlanSection>
        ) : (
          <RitualForm given={usualRitual} name={name} zone={zone} look="primary" />
        )}
        {agreed && (
          <div className="flex justify-center">
            <EndRitual name={name} />
          </div>
        )}
      </div>
    </Page>
  );
}
