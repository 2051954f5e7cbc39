import { KeyRound } from 'lucide-react';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getTimeZone, getTranslations } from 'next-intl/server';
import { Decide } from '#components/invites/decide';
import { LinkedMoment } from '#components/invites/linked-moment';
import { MakeInvite } from '#components/invites/make-invite';
import { TwoCircles } from '#components/invites/two-circles';
import { Withdraw } from '#components/invites/withdraw';
import { Page } from '#components/shell/page';
import { ButtonLink } from '#components/ui/button';
import { Card, RowCard } from '#components/ui/card';
import { requireViewer } from '#lib/auth/viewer';
import { now } from '#lib/clock';
import { sayMoment } from '#lib/i18n/when';
import { findOwnInvites } from '#lib/invites/queries';
import type { InviteView, WaitingView } from '#lib/invites/view';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('invites.pair.title');
  return { title: t('alone') };
}

/** How two become a couple, from either side. It changes by itself when the other one does something. */
export default async function PairPage() {
  const viewer = await requireViewer();
  if (!viewer.welcomedAt) redirect('/welcome?next=/pair');
  const { mine, waiting } = await findOwnInvites(viewer);
  return (
    <>
      <LinkedMoment partnerName={viewer.partner?.name ?? null} />
      {viewer.partner ? (
        <Linked name={viewer.name} partnerName={viewer.partner.name} />
      ) : (
        <Alone name={viewer.name} mine={mine} waiting={waiting} />
      )}
    </>
  );
}

async function Alone({ name, mine, waiting }: { name: string; mine: InviteView | null; waiting: WaitingView | null }) {
  const t = await getTranslations('invites.pair');
  const [locale, timeZone] = [await getLocale(), await getTimeZone()];
  const when = (at: string) => sayMoment(locale, timeZone, new Date(at), now());
  const accepter = mine?.accepter;
  const inviter = waiting?.inviter.name;
  const theirs = accepter?.name ?? inviter ?? null;
  const title = accepter ? t('title.decide') : inviter ? t('title.waiting', { name: inviter }) : t('title.alone');
  return (
    <Page title={title}>
      <div className="flex flex-col gap-3">
        <div className="pb-2">
          <TwoCircles
            mine={name}
            theirs={theirs}
            step={theirs ? 'near' : 'apart'}
            dotted="theirs"
            size={theirs ? 'medium' : 'small'}
          />
        </div>
        {mine && accepter && (
          <Card className="flex flex-col gap-4">
            <div>
              <h2 className="title text-xl">{t('decide.title', { name: accepter.name })}</h2>
              <p className="text-muted text-sm">{t('decide.at', { date: when(accepter.at) })}</p>
            </div>
            <p>{t('decide.text')}</p>
            <p className="text-muted">{t('decide.sure', { name: accepter.name })}</p>
            <Decide inviteId={mine.id} accepter={accepter} />
          </Card>
        )}
        {inviter && (
          <Card className="flex flex-col gap-4">
            <h2 className="title text-xl">{t('waiting.title', { name: inviter })}</h2>
            <p>{t('waiting.text')}</p>
            <div className="flex flex-wrap gap-2.5 max-sm:[&>*]:w-full">
              <ButtonLink href="/today">{t('waiting.today')}</ButtonLink>
              <Withdraw />
            </div>
          </Card>
        )}
        {!accepter && !inviter && (
          <>
            <MakeInvite mine={mine} />
            <RowCard
              icon={<KeyRound />}
              tone="sunk"
              title={t('code.title')}
              action={
                <ButtonLink href="/join" look="quiet" size="small">
                  {t('code.action')}
                </ButtonLink>
              }
            >
              {t('code.text')}
            </RowCard>
          </>
        )}
      </div>
    </Page>
  );
}

async function Linked({ name, partnerName }: { name: string; partnerName: string }) {
  const t = await getTranslations('invites.pair');
  return (
    <Page title={t('title.linked', { name: partnerName })}>
      <div className="pb-6">
        <TwoCircles mine={name} theirs={partnerName} step="together" />
      </div>
      <Card className="flex flex-col items-start gap-4">
        <p>{t('linked.text')}</p>
        <ButtonLink href="/today">{t('linked.today')}</ButtonLink>
      </Card>
    </Page>
  );
}
