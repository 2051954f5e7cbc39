import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { AboutPartner } from '#components/plans/about-partner';
import { BackLink } from '#components/plans/back-link';
import { KindChoice } from '#components/plans/kind-choice';
import { NoSurprises } from '#components/plans/no-surprises';
import { noOpening } from '#components/plans/opening';
import { OtherKind } from '#components/plans/other-kind';
import { emptyPlan } from '#components/plans/plan-fields';
import { PlanForm } from '#components/plans/plan-form';
import { Page } from '#components/shell/page';
import { readAsViewer, requireViewer } from '#lib/auth/viewer';
import { getCards, listObservations } from '#lib/cards/queries';
import { findIdea, ideaWords } from '#lib/ideas/library';
import { findNews } from '#lib/news/queries';
import { planKinds } from '#lib/plans/kinds';
import { findReveal } from '#lib/prompts/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('plans.new'))('action') };
}

type Params = Record<'kind' | 'idea' | 'from' | 'news', string | string[] | undefined>;

/** A new plan, of one's own mind, from an idea, from a question that was opened, or to celebrate good news. */
export default async function NewPlanPage({ searchParams }: { searchParams: Promise<Params> }) {
  const { partner } = await requireViewer();
  const params = await searchParams;
  const one = (name: keyof Params) => [params[name]].flat()[0];
  const [wanted, from, told] = [one('kind'), one('from'), one('news')];
  const kind = planKinds.find((name) => name === wanted);
  const idea = findIdea(one('idea') ?? '');
  const { cards, observations, prompt, news } = await readAsViewer(async (scope) => ({
    cards: await getCards(scope),
    observations: await listObservations(scope),
    prompt: from ? await findReveal(scope, from) : null,
    news: told ? await findNews(scope, told) : null,
  }));
  const t = await getTranslations('plans');
  const partnerName = partner?.name ?? null;
  const words = idea && ideaWords(idea, await getLocale());
  const source = { idea: idea?.id, from: prompt?.id, news: news?.id };
  const celebration = news?.answers.celebrate?.text;
  const back = <BackLink href={idea ? '/plans/ideas' : '/plans'}>{t(idea ? 'nav.ideas' : 'nav.plans')}</BackLink>;
  if (!kind) {
    return (
      <Page title={t('new.title')} eyebrow={back}>
        <KindChoice partnerName={partnerName} from={source} />
      </Page>
    );
  }
  const isSurprise = kind === 'surprise';
  const title = isSurprise
    ? partnerName
      ? t('form.surprise', { name: partnerName })
      : t('form.surpriseAlone')
    : t('form.together');
  const given = words
    ? { ...emptyPlan, title: words.title, text: `${words.what}\n\n${t('form.firstStep', { step: words.step })}` }
    : celebration
      ? { ...emptyPlan, title: celebration }
      : emptyPlan;
  return (
    <Page
      title={<span className="wrap-anywhere">{title}</span>}
      eyebrow={back}
      aside={<AboutPartner card={cards.theirs} observations={observations} partnerName={partnerName} />}
    >
      <div className="flex flex-col gap-4">
        {prompt?.words && (
          <div className="rounded-lg bg-ours-tint px-4 py-3">
            <p className="font-medium text-ours text-sm">{t('form.fromQuestion')}</p>
            <p className="title written text-lg">{prompt.words}</p>
          </div>
        )}
        {news?.text && (
          <div className="rounded-lg bg-ours-tint px-4 py-3">
            <p className="font-medium text-ours text-sm">{t('form.fromNews')}</p>
            <p className="written line-clamp-4 text-lg">{news.text}</p>
          </div>
        )}
        {isSurprise && partnerName && (
          <NoSurprises
            card={cards.theirs}
            partnerName={partnerName}
            otherWay={<OtherKind kind={kind} source={source} />}
          />
        )}
        <PlanForm
          key={kind}
          kind={kind}
          planId={null}
          given={{ ...given, ...noOpening }}
          ideaId={idea?.id}
          promptId={prompt?.id}
          newsId={news?.id}
        />
        <p className="text-center">
          <OtherKind kind={kind} source={source} className="inline-flex min-h-11 items-center text-sm" />
        </p>
      </div>
    </Page>
  );
}
