import {
  BookOpen,
  Gift,
  HandHeart,
  Heart,
  LockKeyhole,
  MessageCircleHeart,
  MessagesSquare,
  ShieldCheck,
  Sun,
  UserRoundX,
} from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { MarkOutline } from '#components/mark/circles';
import { ButtonLink, TextLink } from '#components/ui/button';
import { Card } from '#components/ui/card';
import { Chip } from '#components/ui/chip';
import { Notice } from '#components/ui/notice';

const places = [
  { key: 'question', Icon: Sun, here: true },
  { key: 'thanks', Icon: Heart, here: false },
  { key: 'talk', Icon: MessagesSquare, here: true },
  { key: 'feelings', Icon: LockKeyhole, here: true },
  { key: 'plans', Icon: Gift, here: true },
  { key: 'story', Icon: BookOpen, here: false },
] as const;

export default async function LandingPage() {
  const t = await getTranslations('landing');
  return (
    <>
      <div className="mx-auto grid w-full max-w-5xl items-center gap-x-14 gap-y-10 px-5 pt-8 pb-14 sm:px-8 md:grid-cols-[1.1fr_1fr] md:pt-16 md:pb-24">
        <div className="flex flex-col items-start gap-5">
          <h1 className="title text-4xl sm:text-5xl">{t('title')}</h1>
          <p className="max-w-prose text-lg text-muted">{t('lead')}</p>
          <div className="flex w-full flex-wrap items-center gap-3 pt-1 max-sm:[&>*]:w-full">
            <ButtonLink href="/sign-up" size="large">
              {t('start')}
            </ButtonLink>
            <ButtonLink href="/join" look="quiet" size="large">
              {t('invited')}
            </ButtonLink>
          </div>
          <p className="text-muted text-sm">{t('startHint')}</p>
        </div>
        <Sample />
      </div>

      <Section title={t('how.title')}>
        <ol className="grid gap-8 md:grid-cols-3">
          {(['first', 'second', 'third'] as const).map((step, index) => (
            <li key={step} className="flex flex-col gap-2">
              <StepPicture step={index} />
              <h3 className="title text-xl">{t(`how.${step}`)}</h3>
              <p className="text-muted">{t(`how.${step}Text`)}</p>
            </li>
          ))}
        </ol>
      </Section>

      <Section title={t('pillars.title')} lead={t('pillars.text')}>
        <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
          {places.map(({ key, Icon, here }) => (
            <Card key={key} as="li" className="flex flex-col gap-2">
              <div className="flex items-center justify-between gap-3">
                <Icon
                  aria-hidden="true"
                  strokeWidth={1.75}
                  className={here ? 'size-6 text-ours' : 'size-6 text-muted'}
                />
                <Chip tone={here ? 'calm' : 'sunk'}>{t(here ? 'pillars.here' : 'pillars.soon')}</Chip>
              </div>
              <h3 className="font-semibold">{t(`pillars.${key}`)}</h3>
              <p className="text-muted">{t(`pillars.${key}Text`)}</p>
            </Card>
          ))}
        </ul>
      </Section>

      <Section title={t('who.title')}>
        <p className="max-w-2xl text-lg">{t('who.text')}</p>
      </Section>

      <Section title={t('secrets.title')}>
        <ul className="grid gap-x-12 gap-y-7 sm:grid-cols-2">
          <Point icon={<HandHeart />} title={t('secrets.give')} text={t('secrets.giveText')} />
          <Point icon={<ShieldCheck />} title={t('secrets.sealed')} text={t('secrets.sealedText')} />
          <Point icon={<UserRoundX />} title={t('secrets.nobody')} text={t('secrets.nobodyText')} />
          <Point icon={<MessageCircleHeart />} title={t('secrets.yours')} text={t('secrets.yoursText')} />
        </ul>
      </Section>

      <Section title={t('not.title')}>
        <ul className="flex max-w-2xl flex-col gap-2.5">
          {(['therapy', 'game', 'watch'] as const).map((line) => (
            <li key={line}>{t(`not.${line}`)}</li>
          ))}
          <li>{t.rich('not.fear', { link: (chunks) => <TextLink href="/help">{chunks}</TextLink> })}</li>
        </ul>
      </Section>

      <div className="mx-auto flex w-full max-w-5xl flex-col items-center gap-4 px-5 py-14 text-center sm:px-8">
        <MarkOutline apart className="h-20 w-auto" />
        <h2 className="title text-3xl">{t('last.title')}</h2>
        <p className="text-muted">{t('last.text')}</p>
        <div className="flex flex-wrap justify-center gap-3 pt-2">
          <ButtonLink href="/sign-up" size="large">
            {t('start')}
          </ButtonLink>
          <ButtonLink href="/sign-in" look="quiet" size="large">
            {t('signIn')}
          </ButtonLink>
        </div>
      </div>
    </>
  );
}

function Section({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <section className="border-line border-t">
      <div className="mx-auto w-full max-w-5xl px-5 py-12 sm:px-8 md:py-16">
        <h2 className="title text-2xl md:text-3xl">{title}</h2>
        {lead && <p className="mt-2 max-w-prose text-muted">{lead}</p>}
        <div className="mt-7">{children}</div>
      </div>
    </section>
  );
}

function Point({ icon, title, text }: { icon: ReactNode; title: string; text: string }) {
  return (
    <li className="flex gap-4">
      <span
        aria-hidden="true"
        className="inline-flex size-10 shrink-0 items-center justify-center rounded-full bg-theirs-tint text-theirs [&>svg]:size-5"
      >
        {icon}
      </span>
      <div>
        <h3 className="font-semibold">{title}</h3>
        <p className="text-muted">{text}</p>
      </div>
    </li>
  );
}

/** A picture of the app made of its own parts, so that it cannot grow old; read as one picture. */
async function Sample() {
  const t = await getTranslations('landing.sample');
  const prompts = await getTranslations('prompts');
  const today = await getTranslations('today');
  return (
    <div role="img" aria-label={t('label')} className="mx-auto w-full max-w-sm md:max-w-none">
      <Card as="div" aria-hidden="true" className="flex flex-col gap-3.5 shadow-over">
        <div className="flex items-center justify-between gap-2">
          <Chip tone="ours">{today('question')}</Chip>
          <span className="text-muted text-sm">
            {prompts('kind', { topic: prompts('topics.dreams'), depth: prompts('depths.deep') })}
          </span>
        </div>
        <p className="title text-2xl">{t('text')}</p>
        <Notice tone="sealed" title={prompts('sealed.title', { name: 'Noor' })}>
          {prompts('sealed.text')}
        </Notice>
        <p className="rounded-lg border border-edge bg-sunk px-4 py-3">{t('draft')}</p>
        <span className="inline-flex min-h-11 items-center self-end rounded-full bg-ours px-5 font-semibold text-on-fill">
          {prompts('answer.share')}
        </span>
      </Card>
    </div>
  );
}

/** The two circles on their way: mine alone, theirs sealed, both. */
function StepPicture({ step }: { step: number }) {
  return (
    <svg viewBox="0 0 132 72" aria-hidden="true" className="mb-1 h-16 w-auto self-start" fill="none" strokeWidth="1.75">
      <circle cx={[34, 42, 50][step]} cy="36" r="32" className="fill-mine-tint stroke-mine" />
      {step > 0 && (
        <circle
          cx={[0, 92, 82][step]}
          cy="36"
          r="32"
          className="fill-theirs-tint/70 stroke-theirs"
          strokeDasharray={step === 1 ? '0.1 5' : undefined}
          strokeLinecap="round"
        />
      )}
      {step === 2 && (
        <path d="M66 8.28a32 32 0 0 1 0 55.44a32 32 0 0 1 0-55.44Z" className="fill-ours-tint stroke-ours" />
      )}
    </svg>
  );
}
