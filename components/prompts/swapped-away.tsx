'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useLive } from '#components/live/live-provider';
import { Button } from '#components/ui/button';
import { Notice } from '#components/ui/notice';
import { findUnsent, forgetUnsent, getDraft } from './draft';
import { useAsk } from './use-ask';
import { WrittenText } from './written';

type Left = { promptId: string; contentId: string | null; words: string | null; text: string };
type Question = { promptId: string | null; contentId: string | null; words: string | null };

/** When the partner swaps the question under my pen: what I had typed stays in sight, and the question can be asked again. */
export function SwappedAway({ promptId, contentId, words }: Question) {
  const t = useTranslations('prompts.swapped');
  const { userId } = useLive();
  const before = useRef<Question>({ promptId, contentId, words });
  const [left, setLeft] = useState<Left | null>(null);
  const { ask, asking } = useAsk();

  useEffect(() => {
    const last = before.current;
    before.current = { promptId, contentId, words };
    if (!last.promptId || last.promptId === promptId) return;
    const text = findUnsent(userId, last.promptId)?.trim();
    if (text) setLeft({ promptId: last.promptId, contentId: last.contentId, words: last.words, text });
  }, [userId, promptId, contentId, words]);

  if (!left) return null;
  const letGo = () => {
    forgetUnsent(userId, left.promptId);
    setLeft(null);
  };
  const askAnyway = async (content: string) => {
    const id = await ask(content);
    if (!id) return;
    getDraft(userId, id, null, '').write(left.text);
    letGo();
  };
  return (
    <Notice tone="ours" role="status" title={t('under')}>
      <div className="mt-2 flex flex-col gap-3 text-ink">
        {left.words && <p className="title text-lg">{left.words}</p>}
        <WrittenText whose="mine">{left.text}</WrittenText>
        <div className="flex flex-wrap gap-2">
          {left.contentId && (
            <Button size="small" busy={asking !== null} onClick={() => left.contentId && askAnyway(left.contentId)}>
              {t('ask')}
            </Button>
          )}
          <Button size="small" look="plain" onClick={letGo}>
            {t('letGo')}
          </Button>
        </div>
      </div>
    </Notice>
  );
}
