import { useTranslations } from 'next-intl';
import type { Form } from '#lib/talks/kinds';
import type { MatterView, TalkLine } from '#lib/talks/view';

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

/** What kind of talk it was, unless it is called so, and how long it took. */
export function useTalkFacts(): (talk: Pick<TalkLine, 'form' | 'matters' | 'minutes'>) => string {
  const t = useTranslations('talks');
  const sayTitle = useTalkTitle();
  return ({ form, matters, minutes }) => {
    const kind = sayTitle({ form, matters: [] });
    const isCalledSo = sayTitle({ form, matters }) === kind;
    return [!isCalledSo && kind, minutes !== null && t('past.minutes', { count: minutes })].filter(Boolean).join(' · ');
  };
}
