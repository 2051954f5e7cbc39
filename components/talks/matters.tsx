import { useTranslations } from 'next-intl';
import { Card } from '#components/ui/card';
import type { MatterView } from '#lib/talks/view';
import { KindChip } from './note-kinds';

/** What the two talked about: the titles that were brought and taken up. */
export function Matters({ matters, partnerName }: { matters: readonly MatterView[]; partnerName: string | null }) {
  const t = useTranslations('talks.talk');
  const sayBy = ({ by }: MatterView) =>
    by === 'me'
      ? t('brought.mine')
      : by === 'partner'
        ? t('brought.theirs', { name: partnerName ?? '' })
        : t('brought.gone');
  return (
    <Card aria-labelledby="matters" className="flex flex-col gap-4">
      <h2 id="matters" className="title text-xl">
        {t('brought.title')}
      </h2>
      <ul className="flex flex-col gap-4">
        {matters.map((matter) => (
          <li
            key={matter.id}
            className={`flex flex-col items-start gap-1.5 border-l-[3px] py-0.5 pl-4 ${matter.by === 'me' ? 'border-mine' : 'border-theirs'}`}
          >
            <p className="title written text-lg leading-snug" dir="auto">
              {matter.title ?? <span className="text-muted italic">{t('noTitle')}</span>}
            </p>
            <p className="wrap-anywhere flex flex-wrap items-center gap-x-2.5 gap-y-1.5 text-muted text-sm">
              <KindChip kind={matter.kind} />
              {sayBy(matter)}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
