'use client';

import { Ear, HandHeart, Lightbulb } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Card } from '#components/ui/card';
import { RespondForm } from './respond-form';

const ways = [
  { intent: 'understood', help: 'understoodHelp', Icon: Ear },
  { intent: 'validated', help: 'validatedHelp', Icon: Lightbulb },
  { intent: 'cared', help: 'caredHelp', Icon: HandHeart },
] as const;

/** The three ways to say something back to what is open, a reveal or something else. One opens at a time, in its place. */
export function Respond({
  promptId,
  base,
  name,
}: {
  /** What it is said to. */
  promptId: string;
  /** Where it is sent, when not to a prompt. */
  base?: string;
  name: string;
}) {
  const t = useTranslations('prompts.respond');
  const [open, setOpen] = useState<(typeof ways)[number]['intent'] | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const close = () => {
    const way = open;
    setOpen(null);
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-way="${way}"]`)?.focus());
  };
  return (
    <Card aria-labelledby="respond" className="flex flex-col gap-3">
      <div>
        <h2 id="respond" className="title text-xl">
          {t('title')}
        </h2>
        <p className="text-muted text-sm">{t('text')}</p>
      </div>
      <ul ref={list} className="flex flex-col gap-2">
        {ways.map(({ intent, help, Icon }) => (
          <li key={intent}>
            {open === intent ? (
              <div className="rounded-lg border border-line p-4">
                <RespondForm
                  promptId={promptId}
                  base={base}
                  intent={intent}
                  label={t(intent)}
                  hint={t(help, { name })}
                  action={t('say')}
                  onSaid={close}
                  onClose={close}
                />
              </div>
            ) : (
              <button
                type="button"
                data-way={intent}
                onClick={() => setOpen(intent)}
                className="flex min-h-14 w-full items-start gap-3.5 rounded-lg border border-line px-4 py-3 text-left transition-colors duration-150 hover:border-edge hover:bg-lifted"
              >
                <Icon aria-hidden="true" strokeWidth={1.75} className="mt-1 size-5 shrink-0 text-ours" />
                <span className="wrap-anywhere min-w-0">
                  <span className="title block text-lg leading-snug">{t(intent)}</span>
                  <span className="block text-muted text-sm">{t(help, { name })}</span>
                </span>
              </button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
