import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ButtonLink } from '#components/ui/button';
import { Card } from '#components/ui/card';
import { Chip } from '#components/ui/chip';
import { Page } from './page';

/** A place that is not built yet: says what it will hold, that it is not open, and where to go meanwhile. */
export function PlaceToCome({
  place,
  icon,
  children,
}: {
  place: 'story';
  icon: ReactNode;
  /** What is there already, elsewhere; without it the page says that nothing waits here. */
  children?: ReactNode;
}) {
  const t = useTranslations('places');
  return (
    <Page title={t(`${place}.title`)} lead={t(`${place}.lead`)} actions={<Chip>{t('soon')}</Chip>}>
      {children && <div className="mb-3">{children}</div>}
      <Card>
        <h2 className="title mb-4 text-xl">{t('willHold')}</h2>
        <ul className="flex flex-col gap-4">
          {(['first', 'second', 'third'] as const).map((line) => (
            <li key={line} className="flex gap-3.5">
              <span
                aria-hidden="true"
                className="mt-0.5 inline-flex size-8 shrink-0 items-center justify-center rounded-full bg-ours-tint text-ours [&>svg]:size-4"
              >
                {icon}
              </span>
              <span className="pt-1">{t(`${place}.${line}`)}</span>
            </li>
          ))}
        </ul>
      </Card>
      <div className="flex flex-col items-center gap-4 px-4 py-8 text-center">
        {!children && <p className="max-w-sm text-muted text-sm">{t('soonText')}</p>}
        <ButtonLink href="/today" look="quiet">
          {t('today')}
        </ButtonLink>
      </div>
    </Page>
  );
}
