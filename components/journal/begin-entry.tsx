import { HeartHandshake, Mail, PenLine, Tags } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';

const forms = [
  { form: 'free', text: 'freeText', Icon: PenLine },
  { form: 'feeling', text: 'feelingText', Icon: Tags },
  { form: 'letter', text: 'letterText', Icon: Mail },
  { form: 'friend', text: 'friendText', Icon: HeartHandshake },
] as const;

/** The four ways to write, each with a line of what it is. */
export function BeginEntry() {
  const t = useTranslations('journal.begin');
  return (
    <ul className="grid gap-2.5 sm:grid-cols-2">
      {forms.map(({ form, text, Icon }) => (
        <li key={form}>
          <Link
            href={`/feelings/journal/new?form=${form}`}
            prefetch={false}
            className="flex h-full items-start gap-3.5 rounded-card border border-line bg-surface p-4 no-underline shadow-card transition-colors duration-150 hover:border-edge"
          >
            <span
              aria-hidden="true"
              className="inline-flex size-10 shrink-0 items-center justify-center rounded-full bg-mine-tint text-mine"
            >
              <Icon strokeWidth={1.75} className="size-5" />
            </span>
            <span className="wrap-anywhere min-w-0">
              <span className="title block text-lg leading-snug">{t(form)}</span>
              <span className="block text-muted text-sm">{t(text)}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
