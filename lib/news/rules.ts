import type { Author } from '#lib/author';
import type { NewsAnswerKind, NewsStep } from '#lib/news/kinds';

type News = {
  by: Author;
  isWithdrawn: boolean;
  canGoOn: boolean;
  answers: Partial<Record<NewsAnswerKind, { text: string | null }>>;
};

/**
 * What good news asks of me next: a step of my answer, or the reply to a question. Null: nothing. The question may be passed over
 * (`skips`); it is asked no more once there is something to celebrate with.
 */
export function nextOf(
  { by, isWithdrawn, canGoOn, answers }: News,
  skips: { question: boolean } = { question: false },
): NewsStep | 'reply' | null {
  if (isWithdrawn || !canGoOn) return null;
  if (by === 'me') return answers.question?.text && !answers.reply ? 'reply' : null;
  if (!answers.great) return 'great';
  if (!answers.question && !answers.celebrate && !skips.question) return 'question';
  return answers.celebrate ? null : 'celebrate';
}
