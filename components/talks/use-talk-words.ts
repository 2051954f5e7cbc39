import { useTranslations } from 'next-intl';
import type { Form } from '#lib/talks/kinds';
import type { MatterView } from '#lib/talks/view';

/** What a talk is called: by what it was about, else by its form. */
export function useTalkTitle(): (talk: { form: Form; matters: readonly MatterView[] }) => string {
  const t = useTranslations('talks');
  return ({ form, matters }) => {
    const titles = matters.flatMap(({ title }) => title ?? []);
    if (titles.length > 0) return titles.join(' · ');
    if (form === 'evening' || form === 'long') return t(`forms.${form}.name`);
    return t('talk.kind');
  };
}

/** What kind of talk it was, and how long it took. */
export function useTalkFacts(): (talk: { form: Form; minutes: number | null }) => string {
  const t = useTranslations('talks');
  return ({ form, minutes }) => {
    const kind = form === 'evening' || form === 'long' ? t(`forms.${form}.name`) : t('talk.kind');
    return [kind, minutes !== null && t('past.minutes', { count: minutes })].filter(Boolean).join(' · ');
  };
}
