import { createTranslator } from 'next-intl';
import type { Locale } from '#lib/i18n/locales';
import { readMessages } from '#lib/i18n/messages';
import type { Mail } from '#lib/mail';

/** What a mail is for; the words are in messages/<locale>/mail.json. */
export type MailKind = 'reset' | 'confirm' | 'change';

/** For whoever runs a server without a mail server. */
const purposes: Record<MailKind, string> = {
  reset: 'for a new password',
  confirm: 'to confirm an address',
  change: 'to use another address',
};

/** Writes a mail around one link. It names nobody and quotes nothing: whoever reads along learns only that Nearer wrote. */
export function composeMail({
  kind,
  locale,
  link,
}: {
  kind: MailKind;
  locale: Locale;
  link: string;
}): Omit<Mail, 'to'> {
  const t = createTranslator({ locale, messages: readMessages(locale), namespace: 'mail' });
  const [subject, lead, button, expiry, ignore] = [
    t(`${kind}.subject`),
    t(`${kind}.lead`),
    t(`${kind}.button`),
    t(`${kind}.expiry`),
    t(`${kind}.ignore`),
  ];
  const text = [lead, link, expiry, ignore, t('signature')].join('\n\n');
  const html = `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;padding:24px 16px;background:#faf6f1;color:#2a1c28;font:16px/1.55 system-ui,sans-serif">
<div style="max-width:480px;margin:0 auto;padding:28px;background:#ffffff;border:1px solid #e9ded4;border-radius:20px">
<h1 style="margin:0 0 12px;font:500 24px/1.25 Georgia,serif">${escapeHtml(subject)}</h1>
<p style="margin:0 0 20px">${escapeHtml(lead)}</p>
<p style="margin:0 0 20px"><a href="${escapeHtml(link)}" style="display:inline-block;padding:12px 24px;border-radius:999px;background:#b23a62;color:#ffffff;font-weight:600;text-decoration:none">${escapeHtml(button)}</a></p>
<p style="margin:0 0 20px;color:#6f5f69;font-size:14px">${escapeHtml(t('copy'))}<br><a href="${escapeHtml(link)}" style="color:#b23a62;word-break:break-all">${escapeHtml(link)}</a></p>
<p style="margin:0 0 8px;color:#6f5f69;font-size:14px">${escapeHtml(expiry)}</p>
<p style="margin:0;color:#6f5f69;font-size:14px">${escapeHtml(ignore)}</p>
</div>
<p style="max-width:480px;margin:16px auto 0;color:#6f5f69;font-size:14px;text-align:center">${escapeHtml(t('signature'))}</p>
</body>
</html>
`;
  return { subject, text: `${text}\n`, html, link, purpose: purposes[kind] };
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
