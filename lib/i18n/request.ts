import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { isTimeZone } from '#lib/clock';
import { isLocale, matchLocale } from '#lib/i18n/locales';
import { readMessages } from '#lib/i18n/messages';

/** Language and time zone of one request: the cookies set at sign-in and in the settings, else what the browser asks for. */
export default getRequestConfig(async ({ locale: asked }) => {
  const cookie = (await cookies()).get('locale')?.value;
  const locale = [asked, cookie].find(isLocale) ?? matchLocale((await headers()).get('accept-language'));
  const timeZone = (await cookies()).get('timeZone')?.value ?? '';
  return { locale, messages: readMessages(locale), timeZone: isTimeZone(timeZone) ? timeZone : 'UTC', now: new Date() };
});
