'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { newId } from '#lib/id';
import type { EntryForm } from '#lib/journal/kinds';

/** Goes on to the address that a new entry has from its first word on, so that a reload finds it. */
export function NewAddress({ form }: { form: EntryForm }) {
  const router = useRouter();
  useEffect(() => router.replace(`/feelings/journal/${newId()}?form=${form}`), [router, form]);
  return null;
}
