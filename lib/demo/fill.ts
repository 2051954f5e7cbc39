import { randomUUID } from 'node:crypto';
import checkIns from '#content/demo/check-ins.json' with { type: 'json' };
import journal from '#content/demo/journal.json' with { type: 'json' };
import news from '#content/demo/news.json' with { type: 'json' };
import plans from '#content/demo/plans.json' with { type: 'json' };
import talks from '#content/demo/talks.json' with { type: 'json' };
import thanks from '#content/demo/thanks.json' with { type: 'json' };
import content from '#content/demo/year.json' with { type: 'json' };
import { endSession } from '#lib/auth/sessions';
import { StartError } from '#lib/boot/start-error';
import { dayIn, moveClock } from '#lib/clock';
import { checkInYear } from '#lib/demo/check-in-schema';
import { backdate, demoEmails, demoPassword, demoTimeZone, isEmpty, linkBoth, signUpBoth } from '#lib/demo/couple';
import { journalYear } from '#lib/demo/journal-schema';
import { newsYear } from '#lib/demo/news-schema';
import { planYear } from '#lib/demo/plan-schema';
import { type FindPrompt, type Step, stepsOf } from '#lib/demo/play';
import { checkInStepsOf } from '#lib/demo/play-check-ins';
import { journalStepsOf } from '#lib/demo/play-journal';
import { newsStepsOf } from '#lib/demo/play-news';
import { planStepsOf } from '#lib/demo/play-plans';
import { talkStepsOf } from '#lib/demo/play-talks';
import { thanksStepsOf } from '#lib/demo/play-thanks';
import { year } from '#lib/demo/schema';
import { talkYear } from '#lib/demo/talk-schema';
import { thanksYear } from '#lib/demo/thanks-schema';
import { env } from '#lib/env';
import { describeError, log } from '#lib/log';

/** How long after Mika had begun alone the two were linked, in milliseconds. */
const alone = 24 * 60 * 60_000;

/**
 * Fills an empty database with two linked people and their year. Everything goes through the API with the clock moved
 * to its time, so that every rule, seal and event holds as if they had lived it.
 * @param api the folder of the routes
 * @param say tells whoever started it that this takes a moment
 * @returns how to sign in, in words
 * @throws StartError where anybody has an account already, or where it broke off
 */
export async function fillDemo(api: string, say?: (words: string) => void): Promise<string> {
  if (!(await isEmpty()))
    throw new StartError(
      'The demo fills an empty database only, and in this one somebody has an account. Start without --demo, or set DATA_DIR to another directory.',
    );
  say?.('Playing a year of Mika and Noor, this takes a moment …');
  const level = log.level;
  // A line for each of a thousand requests tells nobody anything.
  if (log.isLevelEnabled('info')) log.level = 'warn';
  try {
    await playYear(api);
  } catch (error) {
    log.error({ error: describeError(error) }, 'the demo broke off');
    throw new StartError(
      `The demo broke off, and half of it is stored. Empty ${env.DATA_DIR} (DATA_DIR), and the database if DATABASE_URL names one, before you start again.`,
    );
  } finally {
    moveClock();
    log.level = level;
  }
  return `The demo is ready: Mika and Noor, and a year of theirs.\n  Sign in as ${demoEmails.mika} or ${demoEmails.noor}\n  with the password: ${demoPassword}`;
}

async function playYear(api: string): Promise<void> {
  const couple = await signUpBoth(api);
  const today = dayIn(demoTimeZone);
  const prompts = year.parse(content).map((entry) => ({ entry, id: randomUUID() }));
  const findPrompt: FindPrompt = ({ day, question }) => {
    const found = prompts.find(({ entry }) => entry.day === day && 'question' in entry && entry.question === question);
    if (!found) throw new Error(`The demo finds no question ${question} on day ${day}`);
    return found.id;
  };
  const steps = prompts
    .flatMap(({ entry, id }) => stepsOf(entry, id, today))
    .concat(planStepsOf(planYear.parse(plans), findPrompt, today))
    .concat(talkStepsOf(talkYear.parse(talks), findPrompt, today))
    .concat(checkInStepsOf(checkInYear.parse(checkIns), today))
    .concat(thanksStepsOf(thanksYear.parse(thanks), today))
    .concat(newsStepsOf(newsYear.parse(news), today))
    .concat(journalStepsOf(journalYear.parse(journal), today))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  const begun = steps[0]?.at ?? new Date();
  moveTo(begun);
  await couple.mika.ask('PUT', 'account/welcome');

  const linking: Step = {
    at: new Date(begun.getTime() + alone),
    do: async () => {
      await couple.noor.ask('PUT', 'account/welcome');
      await linkBoth(couple);
    },
  };
  const firstTogether = steps.findIndex(({ at }) => at > linking.at);
  for (const step of steps.toSpliced(firstTogether, 0, linking)) {
    moveTo(step.at);
    await step.do(couple);
  }
  moveClock();
  await backdate(couple, begun);
  for (const person of Object.values(couple)) await endSession(person);
}

/** Today's have happened by now, however early in the day this is. */
function moveTo(at: Date): void {
  moveClock(at < new Date() ? at : undefined);
}
