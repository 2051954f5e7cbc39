import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { CheckInForm, emptyCheckIn } from '#components/feelings/check-in-form';
import { CheckInLines } from '#components/feelings/check-in-lines';
import { FeelingsNav } from '#components/feelings/feelings-nav';
import { Page } from '#components/shell/page';
import { TextLink } from '#components/ui/button';
import { readAsViewer, requireViewer } from '#lib/auth/viewer';
import { dayIn } from '#lib/clock';
import { listCheckIns } from '#lib/feelings/queries';
import { getWheel } from '#lib/feelings/wheel';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('feelings'))('place') };
}

/** Of the days before today, so many are shown here. */
const lastOnes = 3;

/** How I am: the check-in, today's, and the last ones. */
export default async function FeelingsPage() {
  const { timeZone } = await requireViewer();
  const { checkIns, next } = await readAsViewer((scope) => listCheckIns(scope));
  const t = await getTranslations('feelings');
  const wheel = getWheel(await getLocale());
  const today = checkIns.filter(({ at }) => dayIn(timeZone, new Date(at)) === dayIn(timeZone));
  const before = checkIns.filter((one) => !today.includes(one)).slice(0, lastOnes);
  const isAll = next === null && today.length + before.length === checkIns.length;
  return (
    <Page title={t('title')}>
      <FeelingsNav current="checkIn" />
      <CheckInForm wheel={wheel} checkInId={null} given={emptyCheckIn} />
      {checkIns.length > 0 && (
        <div className="mt-9 flex flex-col gap-7">
          {today.length > 0 && (
            <section aria-labelledby="today" className="flex flex-col gap-3">
              <h2 id="today" className="title text-xl">
                {t('today')}
              </h2>
              <CheckInLines checkIns={today} wheel={wheel} />
            </section>
          )}
          {before.length > 0 && (
            <section aria-labelledby="before" className="flex flex-col gap-3">
              <h2 id="before" className="title text-xl">
                {t('before')}
              </h2>
              <CheckInLines checkIns={before} wheel={wheel} />
            </section>
          )}
          {!isAll && (
            <TextLink href="/feelings/check-ins" className="target self-center">
              {t('all.link')}
            </TextLink>
          )}
        </div>
      )}
    </Page>
  );
}
