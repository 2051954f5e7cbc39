import { useTranslations } from 'next-intl';
import { ButtonLink } from '#components/ui/button';
import { Card } from '#components/ui/card';
import type { PlanLine } from '#lib/plans/view';
import { PlannedWhen } from './planned-when';

/** What my partner proposes and asks me about. */
export function AskingCard({ line, name }: { line: PlanLine; name: string }) {
  const t = useTranslations('plans');
  const { id, title, when, versions } = line;
  const shownTitle = title ?? t('noTitle');
  return (
    <Card as="article" tone="theirs" className="flex flex-wrap items-center gap-x-5 gap-y-4">
      <div className="flex min-w-[min(16rem,100%)] flex-1 flex-col gap-1">
        <p className="wrap-anywhere font-semibold text-sm text-theirs">
          {t(versions > 1 ? 'list.asksAgain' : 'list.asks', { name })}
        </p>
        <h2 className="title written text-xl">{shownTitle}</h2>
        <p className="text-sm">
          <PlannedWhen when={when} />
        </p>
      </div>
      <ButtonLink href={`/plans/${id}`} className="ml-auto" aria-label={t('list.lookAt', { title: shownTitle })}>
        {t('list.look')}
      </ButtonLink>
    </Card>
  );
}
