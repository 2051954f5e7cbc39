import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getTimeZone, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { JoinButton } from '#components/invites/join-button';
import { TwoCircles } from '#components/invites/two-circles';
import { ButtonLink } from '#components/ui/button';
import { Card } from '#components/ui/card';
import { Notice } from '#components/ui/notice';
import { findViewer, type Viewer } from '#lib/auth/viewer';
import { sayDay } from '#lib/i18n/when';
import { findOwnInvites, readInvite } from '#lib/invites/queries';
import { inviteDays } from '#lib/invites/rules';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('invites.page');
  return { title: t('title'), robots: { index: false, follow: false, noarchive: true } };
}

/** What the link of an invite leads to, for whoever opens it. Opening it does nothing yet. */
export default async function InvitePage({ params }: PageProps<'/invite/[token]'>) {
  const { token } = await params;
  const viewer = await findViewer();
  const visitor = viewer && { userId: viewer.userId, isLinked: viewer.partner !== null };
  const { judged, inviterName: name, expiresAt } = await readInvite(token, visitor);
  const t = await getTranslations('invites.page');
  const you = await getTranslations('invites');

  if (judged === 'waiting') redirect('/pair');
  if (judged === 'open' && name && expiresAt) {
    return <OpenInvite token={token} name={name} expiresAt={expiresAt} viewer={viewer} />;
  }
  if (judged === 'joined' && name) {
    return (
      <Frame
        art={<TwoCircles mine={viewer?.name ?? null} theirs={name} step="together" />}
        title={t('joined.title', { name })}
        text={t('joined.text')}
      >
        <ButtonLink href="/today" size="large">
          {t('today')}
        </ButtonLink>
      </Frame>
    );
  }
  if (judged === 'linked' && name) {
    const partner = viewer?.partner?.name ?? '';
    return (
      <Frame
        art={<TwoCircles mine={viewer?.name ?? null} theirs={partner} step="together" />}
        title={t('linked.title')}
        text={t('linked.text', { partner, name })}
      >
        <ButtonLink href="/today" size="large">
          {t('today')}
        </ButtonLink>
      </Frame>
    );
  }
  if (judged === 'own') {
    return (
      <Frame
        art={<TwoCircles mine={viewer?.name ?? null} theirs={null} step="apart" dotted="theirs" />}
        title={t('own.title')}
        text={t('own.text')}
      >
        <ButtonLink href="/pair" size="large">
          {t('own.action')}
        </ButtonLink>
      </Frame>
    );
  }
  const reason =
    judged === 'expired' || judged === 'revoked' || judged === 'taken' || judged === 'used' ? judged : 'unknown';
  return (
    <Frame
      art={<TwoCircles mine={viewer?.name ?? you('you')} theirs={null} step="apart" dotted="theirs" />}
      title={t(`${reason}.title`)}
      text={t(`${reason}.text`, { days: inviteDays })}
    >
      {reason === 'unknown' && (
        <ButtonLink href="/join" size="large">
          {t('code')}
        </ButtonLink>
      )}
      {!viewer && (reason === 'taken' || reason === 'used') && (
        <ButtonLink href="/sign-in" size="large">
          {t('signIn')}
        </ButtonLink>
      )}
      <ButtonLink href={viewer ? '/today' : '/sign-up'} look="quiet" size="large">
        {t(viewer ? 'today' : 'alone')}
      </ButtonLink>
    </Frame>
  );
}

async function OpenInvite({
  token,
  name,
  expiresAt,
  viewer,
}: {
  token: string;
  name: string;
  expiresAt: Date;
  viewer: Viewer | null;
}) {
  const t = await getTranslations('invites.page.open');
  const you = await getTranslations('invites');
  const date = sayDay(await getLocale(), await getTimeZone(), expiresAt);
  const next = encodeURIComponent(`/invite/${token}`);
  const waiting = viewer && (await findOwnInvites(viewer)).waiting;
  return (
    <Frame
      art={<TwoCircles mine={you('you')} theirs={name} step="near" dotted="mine" size="large" />}
      aside={<Steps name={name} isSignedIn={viewer !== null} isWelcomed={Boolean(viewer?.welcomedAt)} />}
      eyebrow={t('eyebrow')}
      title={t('title', { name })}
      text={t('text')}
      small={
        <>
          <p>{t('private')}</p>
          <p>
            {t('one', { date })} {t('not', { name })}
          </p>
        </>
      }
    >
      {!viewer && (
        <>
          <ButtonLink href={`/sign-up?next=${next}`} size="large">
            {t('begin')}
          </ButtonLink>
          <ButtonLink href={`/sign-in?next=${next}`} look="quiet" size="large">
            {t('account')}
          </ButtonLink>
        </>
      )}
      {viewer && !viewer.welcomedAt && (
        <>
          <p className="w-full">{t('readText', { name })}</p>
          <ButtonLink href={`/welcome?next=${next}`} size="large">
            {t('read')}
          </ButtonLink>
        </>
      )}
      {viewer?.welcomedAt && (
        <>
          {waiting && <Notice className="w-full">{t('moving', { name: waiting.inviter.name })}</Notice>}
          <JoinButton token={token} inviterName={name} />
        </>
      )}
    </Frame>
  );
}

/** What comes next, so that nobody has to wonder what a press does. */
async function Steps({ name, isSignedIn, isWelcomed }: { name: string; isSignedIn: boolean; isWelcomed: boolean }) {
  const t = await getTranslations('invites.page.open.steps');
  const steps = [
    ...(isSignedIn ? [] : [{ tone: 'bg-mine-tint text-mine', words: t('account') }]),
    ...(isWelcomed ? [] : [{ tone: 'bg-mine-tint text-mine', words: t('read', { name }) }]),
    { tone: 'bg-theirs-tint text-theirs', words: t('join', { name }) },
    { tone: 'bg-ours-tint text-ours', words: t('question', { name }) },
  ];
  return (
    <Card aria-labelledby="steps">
      <h2 id="steps" className="title text-xl">
        {t('title')}
      </h2>
      <ol className="mt-4 flex flex-col gap-3.5">
        {steps.map(({ tone, words }, index) => (
          <li key={words} className="flex items-center gap-3.5">
            <span
              aria-hidden="true"
              className={`numeral inline-flex size-9 shrink-0 items-center justify-center rounded-full font-semibold ${tone}`}
            >
              {index + 1}
            </span>
            <span className="min-w-0">{words}</span>
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** Circles, words, one act: below each other on a phone, side by side from 768 px. */
function Frame({
  art,
  eyebrow,
  title,
  text,
  small,
  aside,
  children,
}: {
  art: ReactNode;
  eyebrow?: string;
  title: string;
  text: string;
  small?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="mx-auto grid w-full max-w-5xl gap-x-16 gap-y-8 px-5 pt-5 pb-10 sm:px-8 md:grid-cols-[1.05fr_1fr] md:min-h-[70dvh] md:content-center md:gap-y-10">
      <div className={aside ? 'md:order-2 md:self-end' : 'md:order-2 md:self-center'}>{art}</div>
      <div
        className={`mx-auto flex w-full max-w-md flex-col gap-4 md:order-1 md:max-w-none md:self-center ${aside ? 'md:row-span-2' : ''}`}
      >
        {eyebrow && <p className="-mb-2 font-semibold text-sm text-theirs">{eyebrow}</p>}
        <h1 className="title text-3xl sm:text-4xl">{title}</h1>
        <p className="max-w-prose text-lg text-muted">{text}</p>
        <div className="flex flex-wrap items-center gap-3 pt-2 max-sm:[&>*]:w-full">{children}</div>
        {small && <div className="flex max-w-prose flex-col gap-2 pt-2 text-muted text-sm">{small}</div>}
      </div>
      {aside && <div className="mx-auto w-full max-w-md md:order-3 md:self-start">{aside}</div>}
    </div>
  );
}
