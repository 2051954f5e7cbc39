import { useTranslations } from 'next-intl';
import { Mark } from '#components/mark/circles';
import { ButtonLink } from '#components/ui/button';
import { Card } from '#components/ui/card';
import type { ScheduleView } from '#lib/talks/view';

/** The talk that the two are in, to go on with. */
export function UnderWay({ talk: { id, form, isPaused } }: { talk: NonNullable<ScheduleView['underWay']> }) {
  const t = useTranslations('talks.underWay');
  return (
    <Card tone="ours" aria-labelledby="under-way" className="flex flex-wrap items-center gap-x-5 gap-y-4">
      <Mark className="h-9 w-auto shrink-0" />
      <div className="min-w-[min(12rem,100%)] flex-1">
        <h2 id="under-way" className="title text-xl">
          {t(form === 'evening' ? 'titleEvening' : 'title')}
        </h2>
        <p className="text-sm">{t(isPaused ? 'pause' : 'text')}</p>
      </div>
      <ButtonLink href={`/talk/${id}/live`} className="ml-auto">
        {t('join')}
      </ButtonLink>
    </Card>
  );
}
