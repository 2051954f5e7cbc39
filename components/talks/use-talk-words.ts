import { useTranslations } from 'next-intl';
import type { Form } from '#lib/talks/kinds';
import type { MatterView, TalkLine } from '#lib/talks/view';

const titlesOf = (matters: readonly MatterView[]) => matters.flatMap(({ title }) => title ?? []);

/** What kind of talk it is called, where nothing says what it was about. */
function useKind(): (form: Form) => string {
  const t = useTranslations('talks');
  return (form) => (form === 'evening' || form === 'long' ? t(`forms.${form}.name`) : t('talk.kind'));
}

/** What a talk is called: by all that it was about, else by its kind. */
export function useTalkTitles(): (talk: { form: Form; matters: readonly MatterView[] }) => string[] {
  const sayKind = useKind();
  return ({ form, matters }) => {
    const titles = titlesOf(matters);
    return titles.length > 0 ? titles : [sayKind(form)];
  };
}

/** What kind of talk it was, unless it is called so, and how long it took. */
export function useTalkFacts(): (talk: Pick<TalkLine, 'form' | 'matters' | 'minutes'>) => string {
  const t = useTranslations('talks');
  const sayKind = useKind();
  return ({ form, matters, minutes }) =>
    [titlesOf(matters).length > 0 && sayKind(form), minutes !== null && t('past.minutes', { count: minutes })]
      .filter(Boolean)
      .join(' · ');
}
