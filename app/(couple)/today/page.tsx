import { Library, LockKeyhole } from 'lucide-react';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { AskFor } from '#components/bids/ask-for';
import { Bids } from '#components/bids/bids';
import { InviteCard } from '#components/invites/invite-card';
import { NewDay } from '#components/live/new-day';
import { MarkOutline } from '#components/mark/circles';
import { AskingNews } from '#components/news/asking-news';
import { NewsWay } from '#components/news/news-way';
import { TodaysPlans } from '#components/plans/todays-plans';
import { PromptLines } from '#components/prompts/prompt-lines';
import { SwappedAway } from '#components/prompts/swapped-away';
import { TodayCard } from '#components/prompts/today-card';
import { TodaysSharings } from '#components/sharings/todays-sharings';
import { Page } from '#components/shell/page';
import { isOfNow, TodaysTalkRows } from '#components/talks/todays-talk';
import { TodaysThanks } from '#components/thanks/todays-thanks';
import { ButtonLink } from '#components/ui/button';
import { Card, RowCard } from '#components/ui/card';
import { EmptyState } from '#components/ui/empty-state';
import { readAsViewer, requireViewer } from '#lib/auth/viewer';
import { getBids } from '#lib/bids/queries';
import { dayIn, hourIn, now } from '#lib/clock';
import { sayDay } from '#lib/i18n/when';
import { findOwnInvites } from '#lib/invites/queries';
import { listAskingNews } from '#lib/news/queries';
import { listTodaysPlans } from '#lib/plans/today';
import { getTodaysPrompt, listWaiting } from '#lib/prompts/queries';
import { listUnopened } from '#lib/sharings/queries';
import { listTodaysTalk } from '#lib/talks/today';
import { findNewThanks } from '#lib/thanks/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('today'))('title') };
}

function partOfDay(hour: number) {
  if (hour >= 5 && hour < 12) return 'morning';
  if (hour >= 12 && hour < 18) return 'afternoon';
  return hour >= 18 && hour < 23 ? 'evening' : 'night';
}

/** The one thing to do next. */
export default async function TodayPage() {
  // Before anything is read: what happens after is an event that the page has not seen (live-provider).
  const viewer = await requireViewer();
  const { name, partner, timeZone, coupleTimeZone } = viewer;
  const { bids, news, prompt, waiting, plans, talks, thanks, sharings } = await readAsViewer(async (scope) => ({
    bids: await getBids(scope),
    news: await listAskingNews(scope),
    prompt: await getTodaysPrompt(scope),
    waiting: await listWaiting(scope),
    plans: await listTodaysPlans(scope),
    talks: await listTodaysTalk(scope),
    thanks: await findNewThanks(scope),
    sharings: await listUnopened(scope),
  }));
  const invites = partner ? null : await findOwnInvites(viewer);
  const t = await getTranslations('today');
  const day = sayDay(await getLocale(), coupleTimeZone, now());
  return (
    <Page
      title={t(`greeting.${partOfDay(hourIn(timeZone))}`, { name })}
      eyebrow={<span className="inline-block first-letter:uppercase">{day}</span>}
    >
      <NewDay timeZone={coupleTimeZone} />
      <div className="flex flex-col gap-3">
        {partner && <TodaysTalkRows rows={talks.filter(isOfNow)} partnerName={partner.name} />}
        {partner && <Bids bids={bids} partnerName={partner.name} />}
        {partner && <AskingNews news={news} partnerName={partner.name} />}
        {prompt ? <TodayCard prompt={prompt} name={name} partnerName={partner?.name ?? null} /> : <AllMuted />}
        <SwappedAway
          promptId={prompt?.id ?? null}
          contentId={prompt?.contentId ?? null}
          words={prompt?.words ?? null}
        />
        {partner && <TodaysSharings sharings={sharings} partnerName={partner.name} />}
        {partner && <TodaysThanks thanks={thanks} name={partner.name} />}
        {partner && <TodaysTalkRows rows={talks.filter((row) => !isOfNow(row))} partnerName={partner.name} />}
        {partner && <TodaysPlans rows={plans} partnerName={partner.name} today={dayIn(timeZone)} />}
        {partner && !bids.mine && <AskFor partnerName={partner.name} />}
        {partner && <NewsWay partnerName={partner.name} />}
        {invites && <InviteCard {...invites} />}
        <RowCard
          icon={<Library strokeWidth={1.75} />}
          title={t('library.title')}
          action={
            <ButtonLink href="/questions" look="quiet" size="small">
              {t('library.action')}
            </ButtonLink>
          }
        >
          {t('library.text')}
        </RowCard>
        {/* The same whether somebody was there today or not: this page may be seen over a shoulder. */}
        <RowCard
          icon={<LockKeyhole strokeWidth={1.75} />}
          tone="sunk"
          title={t('feelings.title')}
          action={
            <ButtonLink href="/feelings" look="quiet" size="small">
              {t('feelings.action')}
            </ButtonLink>
          }
        >
          {t('feelings.text')}
        </RowCard>
        {waiting.length > 0 && (
          <section aria-labelledby="open" className="mt-5 flex flex-col gap-3">
            <div>
              <h2 id="open" className="title text-xl">
                {t('open.title')}
              </h2>
              <p className="text-muted text-sm">{t('open.text')}</p>
            </div>
            <PromptLines lines={waiting} partnerName={partner?.name ?? null} />
          </section>
        )}
      </div>
    </Page>
  );
}

async function AllMuted() {
  const t = await getTranslations('today.muted');
  return (
    <Card>
      <EmptyState
        art={<MarkOutline className="h-20 w-auto" />}
        title={t('title')}
        action={
          <ButtonLink href="/questions?view=topics" look="quiet">
            {t('action')}
          </ButtonLink>
        }
        className="py-4"
      >
        <p>{t('text')}</p>
      </EmptyState>
    </Card>
  );
}
