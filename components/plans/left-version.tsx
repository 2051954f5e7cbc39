'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useLive } from '#components/live/live-provider';
import { Button } from '#components/ui/button';
import { Card } from '#components/ui/card';
import { keepUnsent, keyOf, readUnsent } from '#lib/unsent';

const ways = ['countered', 'combined'] as const;

function readWords(key: string): string {
  try {
    const { fields } = JSON.parse(readUnsent(key) ?? '{}') as { fields?: { title?: string; text?: string } };
    return [fields?.title, fields?.text].filter(Boolean).join('\n\n');
  } catch {
    return '';
  }
}

/** A plan that takes no more versions, lived or let go under my pen: what I had typed stays in sight until I let it go. */
export function LeftVersion({ planId }: { planId: string }) {
  const t = useTranslations('plans.reply');
  const { userId } = useLive();
  const [words, setWords] = useState('');
  useEffect(
    () =>
      setWords(
        ways
          .map((way) => readWords(keyOf(userId, 'plan', planId, way)))
          .filter(Boolean)
          .join('\n\n'),
      ),
    [userId, planId],
  );
  if (!words) return null;
  return (
    <Card aria-labelledby="left" className="flex flex-col gap-3">
      <h2 id="left" className="font-semibold">
        {t('left')}
      </h2>
      <p className="written border-mine border-l-[3px] py-0.5 pl-4">{words}</p>
      <Button
        look="plain"
        className="-ml-3 self-start"
        onClick={() => {
          for (const way of ways) keepUnsent(keyOf(userId, 'plan', planId, way), null);
          setWords('');
        }}
      >
        {t('letWordsGo')}
      </Button>
    </Card>
  );
}
