import { hasSecureCookies } from '#lib/auth/identity';

const year = 60 * 60 * 24 * 365;

/** `Set-Cookie` values that tell pages the language and zone before anybody is looked up. */
export function preferenceCookies(preferences: { locale?: string; timeZone?: string }): string[] {
  return Object.entries(preferences).map(
    ([name, value]) =>
      `${name}=${encodeURIComponent(value)}; Path=/; Max-Age=${year}; SameSite=Lax${hasSecureCookies() ? '; Secure' : ''}`,
  );
}
