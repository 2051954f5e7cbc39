'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useId, useRef, useState } from 'react';
import { useLive } from '#components/live/live-provider';
import { Button } from '#components/ui/button';
import { Segmented } from '#components/ui/choice';
import { Dialog } from '#components/ui/dialog';
import { Form, useForm } from '#components/ui/form';
import { type Sent, send } from '#components/ui/send';
import type { Day } from '#lib/clock';
import { newId } from '#lib/id';
import { type TalkForm, type Form as TalkFormName, talkForms } from '#lib/talks/kinds';

/** Begins a talk, or goes to the one that the partner has begun meanwhile. */
async function begin(body: {
  id: string;
  form: TalkFormName;
  phones: 1 | 2;
  day?: Day;
}): Promise<Sent<{ id: string }>> {
  const sent = await send<{ id: string }>('POST', '/api/talks', body);
  const { present } = sent.ok ? {} : (sent.failure as { present?: { id?: string } });
  return present?.id ? { ok: true, data: { id: present.id } } : sent;
}

/** Asks what a talk needs to begin, and leads there: how long and on how many phones; of an evening only the phones. */
export function StartTalk({
  kind = 'talk',
  form: given = 'full',
  day,
  look = 'primary',
  size,
  icon,
  children,
}: {
  kind?: 'talk' | 'evening';
  form?: TalkForm;
  /** Which of the ritual's it is. */
  day?: Day;
  look?: 'primary' | 'quiet';
  size?: 'small' | 'medium';
  icon?: ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations('talks');
  const { partnerName } = useLive();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [length, setLength] = useState<TalkForm>(given);
  const [phones, setPhones] = useState<'2' | '1'>('2');
  const id = useRef('');
  const formId = useId();
  const isEvening = kind === 'evening';
  const name = partnerName ?? t('partner');
  const form = useForm<{ id: string }>({
    action: () => {
      id.current ||= newId();
      const chosen = isEvening ? 'evening' : length;
      return begin({ id: id.current, form: chosen, phones: phones === '1' ? 1 : 2, ...(day && { day }) });
    },
    onDone: (talk) => router.push(`/talk/${talk.id}/live`),
  });
  return (
    <>
      <Button look={look} size={size} icon={icon} onClick={() => setOpen(true)}>
        {children}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t(isEvening ? 'start.eveningTitle' : 'start.title')}
        description={t(isEvening ? 'start.eveningText' : 'start.text')}
        footer={
          <Button type="submit" form={formId} wide busy={form.busy}>
            {t('start.begin')}
          </Button>
        }
      >
        <Form form={form} id={formId}>
          {!isEvening && (
            <div className="flex flex-col gap-2">
              <Segmented<TalkForm>
                legend={t('start.form')}
                name="form"
                value={length}
                onChange={setLength}
                options={talkForms.map((value) => ({ value, label: t(`forms.${value}.name`) }))}
                className="max-sm:[&>div]:grid max-sm:[&>div]:grid-cols-2"
              />
              <p className="text-muted text-sm" aria-live="polite">
                {t(`forms.${length}.text`)}
              </p>
            </div>
          )}
          <div className="flex flex-col gap-2">
            <Segmented<'2' | '1'>
              legend={t('start.phones')}
              name="phones"
              value={phones}
              onChange={setPhones}
              options={[
                { value: '2', label: t('start.two') },
                { value: '1', label: t('start.one') },
              ]}
            />
            <p className="text-muted text-sm" aria-live="polite">
              {t(phones === '2' ? 'start.twoHint' : 'start.oneHint', { name })}
            </p>
          </div>
        </Form>
      </Dialog>
    </>
  );
}
