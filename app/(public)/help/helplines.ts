import type { Locale } from '#lib/i18n/locales';

type Helpline = {
  /** ISO 3166 region, or `EU`, whose name comes from the message files. */
  region: string;
  phone: string;
};

/** National lines for violence and control at home, free to call, nearest first for who reads the language. To be called once before a release. */
const byLanguage: Record<Locale, readonly Helpline[]> = {
  en: [
    { region: 'GB', phone: '0808 2000 247' },
    { region: 'IE', phone: '1800 341 900' },
    { region: 'US', phone: '1-800-799-7233' },
    { region: 'AU', phone: '1800 737 732' },
  ],
  es: [
    { region: 'ES', phone: '016' },
    { region: 'AR', phone: '144' },
    { region: 'CL', phone: '1455' },
    { region: 'CO', phone: '155' },
  ],
};

export function listHelplines(locale: Locale): Helpline[] {
  const others = Object.entries(byLanguage).filter(([language]) => language !== locale);
  return [...byLanguage[locale], { region: 'EU', phone: '116 016' }, ...others.flatMap(([, lines]) => lines)];
}
