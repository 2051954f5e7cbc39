import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { useLocale, useNow, useTimeZone, useTranslations } from 'next-intl';
import { Card } from '#components/ui/card';
import { dayIn } from '#lib/clock';
import { sayCalendarDay, sayPlanned } from '#lib/i18n/when';
import type { SharingView } from '#lib/sharings/view';
import { toPlanned } from './to-planned';

/** What was shared, or waits to go, each leading to its page. Of what is closed only that it is there. */
export function SharingLines({ sharings, partnerName }: { sharings: SharingView[]; partnerName: string | null }) {
  const t = useTranslations('sharings');
  const locale = useLocale();
  const zone = useTimeZone() ?? 'UTC';
  const now = useNow();
  const sayFrom = ({ by }: SharingView) => {
    if (by === 'me') return t('list.mine');
    return by === 'partner' ? t('list.from', { name: partnerName ?? '' }) : t('list.gone');
  };
  const sayTime = ({ deliverAt, deliveredAt }: SharingView) => {
    if (deliverAt) return t('waiting.goes', { when: sayPlanned(locale, toPlanned(deliverAt, zone), dayIn(zone, now)) });
    return sayCalendarDay(locale, dayIn(zone, new Date(deliveredAt ?? now)), dayIn(zone, now));
  };
  return (
    <ul className="flex flex-col gap-2.5">
      {sharings.map((sharing) => {
        const { id, words, deliverAt, by } = sharing;
        const line = words && (words.felt ?? null);
        return (
          <Card
            key={id}
            as="li"
            tight
            tone={by === 'partner' && !sharing.isOpen ? 'sealed' : 'surface'}
            className="relative flex items-center gap-3 hover:border-edge sm:px-5"
          >
            <div className="flex min-w-0 flex-1 flex-col gap-1">
              <p className="wrap-anywhere text-muted text-sm first-letter:uppercase">
                {deliverAt ? sayTime(sharing) : `${line ? `${sayFrom(sharing)} · ` : ''}${sayTime(sharing)}`}
              </p>
              <h3>
                <Link
                  href={`/feelings/shared/${id}`}
                  className="title written line-clamp-2 text-lg leading-snug no-underline after:absolute after:inset-0 after:rounded-card"
                >
                  {line ? `${t('lines.felt')} ${line}` : sayFrom(sharing)}
                </Link>
              </h3>
            </div>
            <ChevronRight aria-hidden="true" className="size-5 shrink-0 text-muted max-[16rem]:hidden" />
          </Card>
        );
      })}
    </ul>
  );
}
