'use client';

import { useParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useLive } from '#components/live/live-provider';
import { Button } from '#components/ui/button';
import { findUnsent, forgetUnsent } from './draft';
import { WrittenText } from './written';

/** Where a question has gone, taken back under my pen: what I had typed stays in sight until I let it go. */
export function LeftWords() {
  const t = useTranslations('prompts');
  const { userId } = useLive();
  const { id } = useParams<{ id: string }>();
  const [text, setText] = useState('');
  useEffect(() => setText(findUnsent(userId, id)?.trim() ?? ''), [userId, id]);
  if (!text) return null;
  return (
    <section aria-labelledby="left" className="mx-auto flex w-full max-w-xl flex-col gap-3 px-5 pb-8">
      <h2 id="left" className="font-semibold">
        {t('waiting.mine')}
      </h2>
      <WrittenText whose="mine">{text}</WrittenText>
      <Button
        look="plain"
        className="self-start"
        onClick={() => {
          forgetUnsent(userId, id);
          setText('');
        }}
      >
        {t('swapped.letGo')}
      </Button>
    </section>
  );
}
