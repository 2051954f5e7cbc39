'use client';

import { Monitor, Moon, Sun } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useSave } from '#components/accounts/use-save';
import { ZoneSelect } from '#components/accounts/zone-select';
import { Button } from '#components/ui/button';
import { Card } from '#components/ui/card';
import { Segmented } from '#components/ui/choice';
import { Select, Switch, TextField } from '#components/ui/field';
import { Form, useForm } from '#components/ui/form';
import { useToast } from '#components/ui/toast';
import type { AccountView } from '#lib/accounts/view';
import { locales } from '#lib/i18n/locales';

const themes = ['system', 'light', 'dark'] as const;
type Theme = (typeof themes)[number];

const icons = { system: Monitor, light: Sun, dark: Moon };

/** Of this browser alone, so it is a cookie and nothing more. */
function chooseTheme(theme: Theme) {
  const age = theme === 'system' ? 0 : 31_536_000;
  // biome-ignore lint/suspicious/noDocumentCookie: one word, set and read by us alone; cookieStore is not everywhere yet
  document.cookie = `theme=${theme}; path=/; max-age=${age}; samesite=lax`;
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

export function OwnSettings({ account, theme }: { account: AccountView; theme: Theme }) {
  const t = useTranslations('settings');
  const save = useSave('/api/account');
  // What this browser shows: another device may have chosen otherwise since.
  const shown = useLocale();
  return (
    <Card as="div" className="flex flex-col gap-6">
      <NameForm name={account.name} />
      <Select
        label={t('you.language')}
        defaultValue={shown}
        onChange={async ({ target }) => {
          if (!(await save({ locale: target.value }))) target.value = shown;
        }}
      >
        {locales.map((locale) => (
          <option key={locale} value={locale} lang={locale}>
            {new Intl.DisplayNames(locale, { type: 'language' }).of(locale)}
          </option>
        ))}
      </Select>
      <ZoneSelect label={t('you.zone')} zone={account.timeZone} onChoose={(timeZone) => save({ timeZone })} />
      <Segmented
        legend={t('you.theme')}
        name="theme"
        defaultValue={theme}
        onChange={chooseTheme}
        options={themes.map((one) => {
          const Icon = icons[one];
          return {
            value: one,
            label: t(`you.themes.${one}`),
            icon: <Icon aria-hidden="true" className="size-4 max-sm:hidden" />,
          };
        })}
      />
      <Switch
        label={t('you.presence')}
        hint={t('you.presenceHint')}
        defaultChecked={account.showsPresence}
        onChange={async ({ target }) => {
          if (!(await save({ showsPresence: target.checked }))) target.checked = !target.checked;
        }}
      />
    </Card>
  );
}

function NameForm({ name }: { name: string }) {
  const t = useTranslations('settings');
  const router = useRouter();
  const { show } = useToast();
  const form = useForm({
    action: '/api/account',
    method: 'PATCH',
    onDone: () => {
      show(t('saved'), { tone: 'calm' });
      router.refresh();
    },
  });
  return (
    <Form form={form}>
      <div className="flex flex-wrap items-end gap-2.5">
        <TextField
          {...form.field('name')}
          className="min-w-[min(12ch,100%)] flex-1 basis-44"
          label={t('you.name')}
          hint={t('you.nameHint')}
          defaultValue={name}
          autoComplete="given-name"
          dir="auto"
          maxLength={120}
          required
        />
        <Button type="submit" look="quiet" busy={form.busy} className="min-h-12 shrink-0">
          {t('save')}
        </Button>
      </div>
    </Form>
  );
}
