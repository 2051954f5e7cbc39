import { useTranslations } from 'next-intl';
import { classes } from '#components/ui/classes';
import type { ThanksView } from '#lib/thanks/view';

/** What somebody is thanked for: the first line large, the two others with what they are. */
export function ThanksWords({
  thanks: { by, words },
  name,
  large,
}: {
  thanks: ThanksView;
  /** The other's. */
  name: string;
  /** On a screen of its own. */
  large?: boolean;
}) {
  const t = useTranslations('thanks');
  if (!words) return <p className="text-muted italic">{t('list.withdrawn')}</p>;
  const isMine = by === 'me';
  const { did, says, was } = words;
  return (
    <div className={classes('flex flex-col', large ? 'gap-6 text-center' : 'gap-3')}>
      <p className={classes('written', large ? 'title text-3xl' : 'text-lg leading-snug')} dir="auto">
        {did}
      </p>
      {says && (
        <Line label={isMine ? t('words.saysTheirs', { name }) : t('words.says')} large={large}>
          {says}
        </Line>
      )}
      {was && (
        <Line label={isMine ? t('words.wasMine') : t('words.was', { name })} large={large}>
          {was}
        </Line>
      )}
    </div>
  );
}

function Line({ label, large, children }: { label: string; large?: boolean; children: string }) {
  return (
    <div>
      <p className="wrap-anywhere text-muted text-sm">{label}</p>
      <p className={classes('written', large && 'text-lg')} dir="auto">
        {children}
      </p>
    </div>
  );
}
