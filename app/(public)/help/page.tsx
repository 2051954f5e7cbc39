import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { LeaveQuickly } from '#components/shell/leave-quickly';
import { Card } from '#components/ui/card';
import { listHelplines } from './helplines';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('help'))('title'), robots: { noarchive: true } };
}

export default async function HelpPage() {
  const t = await getTranslations('help');
  const locale = await getLocale();
  const regions = new Intl.DisplayNames(locale, { type: 'region' });
  return (
    <div className="mx-auto flex w-full max-w-2xl flex-col gap-6 px-5 py-6 sm:px-8 sm:py-10">
      <LeaveQuickly label={t('leave.button')} armedLabel={t('leave.once')} />
      <p className="-mt-3 text-muted text-sm">{t('leave.hint')}</p>

      <div className="flex flex-col gap-3">
        <h1 className="title text-3xl">{t('heading')}</h1>
        <p className="text-lg">{t('lead')}</p>
      </div>

      <section className="rounded-card border border-danger bg-danger-tint p-5 sm:p-6">
        <h2 className="title mb-1.5 text-xl">{t('danger.title')}</h2>
        <p>{t('danger.text')}</p>
      </section>

      <Part title={t('signs.title')}>
        <p>{t('signs.text')}</p>
        <ul className="flex flex-col gap-2 pl-5">
          {(['afraid', 'control', 'hurt', 'blame', 'forced'] as const).map((sign) => (
            <li key={sign} className="list-disc marker:text-edge">
              {t(`signs.${sign}`)}
            </li>
          ))}
        </ul>
      </Part>

      <Part title={t('talk.title')}>
        <p>{t('talk.text')}</p>
        <Card as="div" tight>
          <ul className="divide-y divide-line">
            {listHelplines(locale).map(({ region, phone }) => (
              <li key={region} className="flex items-center justify-between gap-x-4 px-1">
                <span>{region === 'EU' ? t('talk.europe') : regions.of(region)}</span>
                <a
                  href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}
                  className="inline-flex min-h-11 shrink-0 items-center rounded-md font-semibold text-ours tabular-nums underline decoration-1 underline-offset-[0.2em]"
                >
                  {phone}
                </a>
              </li>
            ))}
          </ul>
        </Card>
        <p>
          {t.rich('talk.more', {
            first: (chunks) => <Outside href="https://nomoredirectory.org/">{chunks}</Outside>,
            second: (chunks) => <Outside href="https://findahelpline.com/">{chunks}</Outside>,
          })}
        </p>
      </Part>

      <Part title={t('app.title')}>
        <ul className="flex flex-col gap-2 pl-5">
          {(['reads', 'device', 'leave', 'not'] as const).map((line) => (
            <li key={line} className="list-disc marker:text-edge">
              {t(`app.${line}`)}
            </li>
          ))}
        </ul>
      </Part>

      <Part title={t('trace.title')}>
        <p>{t('trace.text')}</p>
      </Part>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-3">
      <h2 className="title text-2xl">{title}</h2>
      {children}
    </section>
  );
}

function Outside({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a
      href={href}
      rel="noreferrer"
      className="font-medium text-ours underline decoration-1 underline-offset-[0.2em] hover:decoration-2"
    >
      {children}
    </a>
  );
}
