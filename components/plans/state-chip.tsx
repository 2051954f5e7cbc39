import { Gift, HeartHandshake, LockKeyhole } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Chip } from '#components/ui/chip';
import type { PlanLine } from '#lib/plans/view';

type Plan = Pick<PlanLine, 'state' | 'kind' | 'by' | 'askedOf'>;

/** Where a plan stands: the same words and colour wherever it is shown. */
export function PlanChip({ plan, partnerName }: { plan: Plan; partnerName: string | null }) {
  const t = useTranslations('plans');
  const { state, kind, by, askedOf } = plan;
  const name = partnerName ?? t('partner');
  const lock = <LockKeyhole aria-hidden="true" />;
  if (state === 'draft') {
    return kind === 'surprise' ? (
      <Chip icon={<Gift aria-hidden="true" />}>{t('chips.draftSurprise')}</Chip>
    ) : (
      <Chip icon={<HeartHandshake aria-hidden="true" />}>{t('chips.draftTogether')}</Chip>
    );
  }
  if (state === 'sealed') {
    return (
      <Chip tone="theirs" icon={lock}>
        {t('chips.sealed')}
      </Chip>
    );
  }
  if (state === 'teased') {
    return (
      <Chip tone="theirs" icon={lock}>
        {t('chips.teased')}
      </Chip>
    );
  }
  if (state === 'proposed') {
    if (askedOf === null) return <Chip>{t('chips.proposedGone')}</Chip>;
    // Whoever said it last proposes it, whoever began.
    return askedOf === 'partner' ? (
      <Chip tone="mine">{t('chips.proposedMine')}</Chip>
    ) : (
      <Chip tone="theirs">{t('chips.proposedTheirs', { name })}</Chip>
    );
  }
  if (state === 'later') return <Chip>{t('chips.later')}</Chip>;
  if (state === 'letgo') return <Chip>{t('chips.letgo')}</Chip>;
  if (kind === 'surprise' && by !== 'gone') {
    return by === 'me' ? (
      <Chip tone="mine">{t('chips.surpriseMine')}</Chip>
    ) : (
      <Chip tone="theirs">{t('chips.surpriseTheirs', { name })}</Chip>
    );
  }
  return state === 'lived' ? (
    <Chip tone="calm">{t('chips.lived')}</Chip>
  ) : (
    <Chip tone="ours">{t('chips.planned')}</Chip>
  );
}
