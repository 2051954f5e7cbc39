import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { Shown } from '#components/live/shown';
import { Avatar } from '#components/mark/avatars';
import { BackLink } from '#components/plans/back-link';
import { Respond } from '#components/prompts/respond';
import { OpenSharing } from '#components/sharings/open-sharing';
import { ShapedWords } from '#components/sharings/shaped-words';
import { SharingReplies } from '#components/sharings/sharing-replies';
import { TakeBack } from '#components/sharings/take-back';
import { toPlanned } from '#components/sharings/to-planned';
import { Page } from '#components/shell/page';
import { Card } from '#components/ui/card';
import { Notice } from '#components/ui/notice';
import { readAsViewer, requireViewer } from '#lib/auth/viewer';
import { dayIn, now } from '#lib/clock';
import { AppError } from '#lib/error';
import { sayMoment, sayPlanned, sayWhen } from '#lib/i18n/when';
import { getSharing } from '#lib/sharings/queries';
import { sharingParams } from '#lib/sharings/schema';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('sharings'))('title') };
}

async function readSharing(id: string) {
  if (!sharingParams.safeParse({ id }).success) notFound();
  try {
    return await readAsViewer((scope) => getSharing(scope, id));
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound();
    throw error;
  }
}

/** Something that one of us shaped for the other; or mine that waits to go, which only I see. */
export default async function SharingPage({ params }: { params: Promise<{ id: string }> }) {
  const { name, partner, timeZone } = await requireViewer();
  const { id, by, how, words, deliverAt, deliveredAt, isOpen, answers } = await readSharing((await params).id);
  const t = await getTranslations('sharings');
  const prompts = await getTranslations('prompts');
  const locale = await getLocale();
  const partnerName = partner?.name ?? '';
  const whose = by === 'me' ? 'mine' : 'theirs';
  const title = {
    me: deliverAt ? t('waiting.title') : t('one.mine'),
    partner: t('one.title', { name: partnerName }),
    gone: t('one.gone'),
  }[by];
  const replies = answers.map((answer) => ({
    id: answer.id,
    intent: answer.intent,
    text: answer.text,
    when: sayWhen(locale, timeZone, answer.at, now()),
    whose: answer.by === 'me' ? ('mine' as const) : ('theirs' as const),
    name: answer.by === 'me' ? name : answer.by === 'partner' ? partnerName : '–',
    shownName: answer.by === 'me' ? prompts('you') : answer.by === 'partner' ? partnerName : prompts('gone'),
  }));
  return (
    <Page
      title={title}
      eyebrow={<BackLink href="/feelings/shared">{t('title')}</BackLink>}
      status={
        deliveredAt && (
          <span className="inline-block text-muted text-sm first-letter:uppercase">
            {sayMoment(locale, timeZone, new Date(deliveredAt), now())}
          </span>
        )
      }
    >
      <Shown id={id} />
      <div className="flex flex-col gap-4">
        {deliverAt && words && (
          <Notice tone="sealed" className="[&>div]:flex-1">
            <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
              <p className="min-w-[min(14rem,100%)] flex-1">
                {t('waiting.notice', { when: sayPlanned(locale, toPlanned(deliverAt, timeZone), dayIn(timeZone)) })}
              </p>
              <TakeBack id={id} words={words} how={how} />
            </div>
          </Notice>
        )}
        {isOpen ? (
          <Card
            as="div"
            id="words"
            tabIndex={-1}
            className={`flex flex-col gap-5 sm:p-7 ${by === 'partner' ? 'animate-open' : ''}`}
          >
            {by !== 'gone' && (
              <p className="flex items-center gap-2.5 font-semibold">
                <Avatar name={by === 'me' ? name : partnerName} whose={whose} size="small" />
                {by === 'me' ? name : partnerName}
              </p>
            )}
            {words ? (
              <ShapedWords words={words} whose={whose} />
            ) : (
              <p className="text-muted italic">{t('one.withdrawn')}</p>
            )}
            {how === 'together' && by === 'me' && <p className="text-muted text-sm">{t('one.togetherMine')}</p>}
          </Card>
        ) : by === 'gone' ? (
          <p className="text-muted italic">{t('one.withdrawn')}</p>
        ) : (
          <OpenSharing id={id} how={how} name={partnerName} />
        )}
        {replies.length > 0 && <SharingReplies replies={replies} />}
        {replies.length === 0 && by === 'me' && deliveredAt && <p className="text-muted">{t('one.noAnswer')}</p>}
        {by === 'partner' && isOpen && (
          <Respond promptId={id} base={`/api/sharings/${id}/answers`} name={partnerName} />
        )}
      </div>
    </Page>
  );
}
