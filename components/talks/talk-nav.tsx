import { useTranslations } from 'next-intl';
import { ChipLink } from '#components/ui/chip';

const parts = { talk: '/talk', notes: '/talk/notes', past: '/talk/past' } as const;

type TalkPart = keyof typeof parts;

/** The parts of Talk; the one that is shown is marked. */
export function TalkNav({ current }: { current: TalkPart }) {
  const t = useTranslations('talks.nav');
  return (
    <nav aria-label={t('label')} className="mb-5 flex flex-wrap gap-2">
      {(Object.keys(parts) as TalkPart[]).map((part) => (
        <ChipLink key={part} href={parts[part]} current={part === current}>
          {t(part)}
        </ChipLink>
      ))}
    </nav>
  );
}
