'use client';

import { Check, Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { IconButton } from '#components/ui/button';
import { useToast } from '#components/ui/toast';

/** Copies a text. A page opened by plain http from another computer has no clipboard: there the old way serves. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const t = useTranslations('invites.pair.made');
  const { show, announce } = useToast();
  const [isDone, setDone] = useState(false);

  useEffect(() => {
    if (!isDone) return;
    const timer = setTimeout(() => setDone(false), 3000);
    return () => clearTimeout(timer);
  }, [isDone]);

  const copy = async () => {
    if (await copyText(text)) {
      setDone(true);
      announce(t('copied'));
    } else show(t('notCopied'), { tone: 'danger' });
  };

  const Icon = isDone ? Check : Copy;
  return (
    <IconButton label={label} onClick={() => void copy()} className={isDone ? 'shrink-0 text-calm' : 'shrink-0'}>
      <Icon aria-hidden="true" className="size-5" />
    </IconButton>
  );
}

async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement('textarea');
    area.value = text;
    area.className = 'fixed opacity-0';
    document.body.append(area);
    area.select();
    const isCopied = document.execCommand('copy');
    area.remove();
    return isCopied;
  }
}
