import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { CheckInForm } from '#components/feelings/check-in-form';
import { DeleteCheckIn } from '#components/feelings/delete-check-in';
import { BackLink } from '#components/plans/back-link';
import { Page } from '#components/shell/page';
import { readAsViewer, requireViewer } from '#lib/auth/viewer';
import { now } from '#lib/clock';
import { AppError } from '#lib/error';
import { checkInParams } from '#lib/feelings/check-in-schema';
import { getCheckIn } from '#lib/feelings/queries';
import { getWheel } from '#lib/feelings/wheel';
import { sayMoment } from '#lib/i18n/when';

// How one was does not belong in a browser's history.
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('feelings'))('edit') };
}

async function readCheckIn(id: string) {
  if (!checkInParams.safeParse({ id }).success) notFound();
  try {
    return await readAsViewer((scope) => getCheckIn(scope, id));
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound();
    throw error;
  }
}

/** How I was at one time, to be read, put in other words, or deleted. */
export default async function CheckInPage({ params }: { params: Promise<{ id: string }> }) {
  const { timeZone } = await requireViewer();
  const { id, at, ...said } = await readCheckIn((await params).id);
  const t = await getTranslations('feelings');
  const locale = await getLocale();
  return (
    <Page
      title={t('edit')}
      eyebrow={<BackLink href="/feelings">{t('place')}</BackLink>}
      lead={
        <time dateTime={at} className="inline-block first-letter:uppercase">
          {sayMoment(locale, timeZone, new Date(at), now())}
        </time>
      }
    >
      <CheckInForm wheel={getWheel(locale)} checkInId={id} given={{ ...said, line: said.line ?? '' }} />
      <div className="mt-4 flex justify-center">
        <DeleteCheckIn id={id} />
      </div>
    </Page>
  );
}
