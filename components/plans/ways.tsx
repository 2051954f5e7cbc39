import { BookOpen, CalendarDays, ChevronRight, HeartHandshake, Lightbulb } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Card } from '#components/ui/card';

const ways = [
  { href: '/plans/ideas', name: 'ideas', Icon: Lightbulb, look: 'bg-ours-tint text-ours' },
  { href: '/plans/cards', name: 'cards', Icon: HeartHandshake, look: 'bg-mine-tint text-mine' },
  { href: '/plans/lived', name: 'lived', Icon: BookOpen, look: 'bg-calm-tint text-calm' },
  { href: '/plans/calendar', name: 'calendar', Icon: CalendarDays, look: 'bg-lifted text-muted' },
] as const;

/** The ways on from the plans, each with a line of what is there. */
export function Ways({ partnerName }: { partnerName: string | null }) {
  const t = useTranslations('plans.ways');
  const textOf = (name: (typeof ways)[number]['name']) => {
    if (name !== 'ideas') return t(`${name}Text`);
    return partnerName ? t('ideasText', { name: partnerName }) : t('ideasTextAlone');
  };
  return (
    <section aria-labelledby="ways">
      <h2 id="ways" className="sr-only">
        {t('label')}
      </h2>
      <ul className="flex flex-col gap-2.5">
        {ways.map(({ href, name, Icon, look }) => (
          <Card key={href} as="li" tight className="relative flex items-center gap-3.5 hover:border-edge">
            <span
              aria-hidden="true"
              className={`inline-flex size-10 shrink-0 items-center justify-center rounded-full ${look}`}
            >
              <Icon strokeWidth={1.75} className="size-5" />
            </span>
            <div className="min-w-0 flex-1">
              <h3 className="font-semibold leading-snug">
                <Link href={href} className="no-underline after:absolute after:inset-0">
                  {t(name)}
                </Link>
              </h3>
              <p className="wrap-anywhere text-muted text-sm">{textOf(name)}</p>
            </div>
            <ChevronRight aria-hidden="true" className="size-5 shrink-0 text-muted" />
          </Card>
        ))}
      </ul>
    </section>
  );
}
