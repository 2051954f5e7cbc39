'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { useToast } from '#components/ui/toast';

/** On a page where one waits: when the partner is there, says so quietly and goes to Today. */
export function LinkedMoment({ partnerName }: { partnerName: string | null }) {
  const t = useTranslations('invites');
  const router = useRouter();
  const { show } = useToast();
  const wasAlone = useRef(partnerName === null);
  useEffect(() => {
    if (partnerName === null) {
      wasAlone.current = true;
      return;
    }
    if (!wasAlone.current) return;
    wasAlone.current = false;
    show(t('linkedNow', { name: partnerName }), { tone: 'calm' });
    router.replace('/today');
  }, [partnerName, router, show, t]);
  return null;
}
