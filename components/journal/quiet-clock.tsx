'use client';

import { Hourglass } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';

/** How much of the time of a form is left, from the first word on. It presses nobody, and is heard by nobody who did not ask. */
export function QuietClock({ minutes, hasBegun }: { minutes: number; hasBegun: boolean }) {
  const t = useTranslations('journal.edit');
  const [beganAt, setBeganAt] = useState<number | null>(null);
  const [now, setNow] = useState(0);
  useEffect(() => {
    if (!hasBegun || beganAt !== null) return;
    setBeganAt(Date.now());
    setNow(Date.now());
  }, [hasBegun, beganAt]);
  useEffect(() => {
    if (beganAt === null) return;
    const timer = setInterval(() => setNow(Date.now()), 5000);
    return () => clearInterval(timer);
  }, [beganAt]);
  const left = minutes - (beganAt === null ? 0 : (now - beganAt) / 60_000);
  return (
    <p className="flex items-center gap-1.5 text-muted text-sm tabular-nums">
      <Hourglass aria-hidden="true" strokeWidth={1.75} className="size-4 shrink-0" />
      {left > 0 ? t('left', { minutes: Math.ceil(left) }) : t('over')}
    </p>
  );
}
