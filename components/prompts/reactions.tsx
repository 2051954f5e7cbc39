'use client';

import { Equal, Heart, MessageCircleMore, Smile } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useOptimistic, useTransition } from 'react';
import { useSend } from '#components/live/use-act';
import { Chip, ChipButton } from '#components/ui/chip';
import { type ReactionKind, reactionKinds } from '#lib/prompts/kinds';

const icons = { felt: Heart, smiled: Smile, same: Equal, more: MessageCircleMore };

/** My light touches to the partner's answer: each on or off. */
export function Reactions({ promptId, name, mine }: { promptId: string; name: string; mine: ReactionKind[] }) {
  const t = useTranslations('prompts.reactions');
  const sendReaction = useSend();
  const [, startTransition] = useTransition();
  const [shown, toggleShown] = useOptimistic(mine, (kinds, kind: ReactionKind) =>
    kinds.includes(kind) ? kinds.filter((other) => other !== kind) : [...kinds, kind],
  );

  const toggle = (kind: ReactionKind) =>
    startTransition(async () => {
      toggleShown(kind);
      const method = shown.includes(kind) ? 'DELETE' : 'PUT';
      await sendReaction(method, `/api/prompts/${promptId}/reactions/${kind}`);
    });

  return (
    <fieldset className="flex flex-wrap gap-2">
      <legend className="sr-only">{t('label', { name })}</legend>
      {reactionKinds.map((kind) => {
        const Icon = icons[kind];
        return (
          <ChipButton
            key={kind}
            pressed={shown.includes(kind)}
            icon={<Icon aria-hidden="true" fill={kind === 'felt' && shown.includes(kind) ? 'currentColor' : 'none'} />}
            onClick={() => toggle(kind)}
          >
            {t(kind)}
          </ChipButton>
        );
      })}
    </fieldset>
  );
}

/** The partner's light touches to mine. */
export function ReceivedReactions({ name, kinds }: { name: string; kinds: ReactionKind[] }) {
  const t = useTranslations('prompts.reactions');
  if (kinds.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-2">
      {kinds.map((kind) => {
        const Icon = icons[kind];
        return (
          <li key={kind}>
            <Chip tone="theirs" icon={<Icon aria-hidden="true" />}>
              {t('from', { name, reaction: t(kind) })}
            </Chip>
          </li>
        );
      })}
    </ul>
  );
}
