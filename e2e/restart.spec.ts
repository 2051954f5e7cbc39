import type { Route } from '@playwright/test';
import { button, type Person } from './person';
import { listEventsOf, nextMinute, sealPlan, teasePlan } from './plans';
import { expect, test } from './test';
import { nobodyThere } from './watch';
import { say } from './words';

const words = {
  noor: 'That evening on the balcony with the blankets',
  sam: 'The first winter, when the heating was broken',
  late: 'The road to the sea, windows open',
};

/** The page of today's question, open at both. */
async function openQuestion(...people: Person[]): Promise<string> {
  let path = '';
  for (const person of people) {
    const { prompt } = await person.ask<{ prompt: { id: string } }>('GET', '/api/prompts/today');
    path = `/questions/${prompt.id}`;
    await person.visit(path);
    person.watch.expect(...nobodyThere);
  }
  return path;
}

test('after a power cut the pages find back by themselves, and nothing that was kept is lost', async ({
  couple,
  server,
}) => {
  const [noor, sam] = couple;
  await openQuestion(noor, sam);
  await expect(noor.presenceOf(sam)).toBeVisible();
  const [noorStays, samStays] = [await noor.staysHere(), await sam.staysHere()];
  await noor.writeAnswer(words.noor);
  await expect(noor.main.getByText(say('prompts.waiting.title'))).toBeVisible();
  await expect(sam.main.getByText(say('prompts.sealed.title', { name: 'Noor' }), { exact: true })).toBeVisible();

  await server.kill();
  await expect(noor.page.getByText(say('events.away'))).toBeVisible();
  await expect(noor.presenceOf(sam)).toBeHidden();
  await server.start();
  await expect(noor.page.getByText(say('events.away'))).toBeHidden();
  await expect(noor.presenceOf(sam)).toBeVisible();

  await sam.writeAnswer(words.sam);
  for (const { page } of [noor, sam]) {
    const answers = page.getByRole('region', { name: say('prompts.reveal.answers') });
    await expect(answers.getByText(words.noor)).toBeVisible();
    await expect(answers.getByText(words.sam)).toBeVisible();
  }
  await noorStays();
  await samStays();
});

test('what happened while a page had no network is caught up', async ({ couple, server }) => {
  const [noor, sam] = couple;
  await openQuestion(noor, sam);
  const noorStays = await noor.staysHere();
  await server.kill();
  await noor.context.setOffline(true);
  await server.start();
  await expect(sam.page.getByText(say('events.away'))).toBeHidden();
  await sam.writeAnswer(words.sam);
  await expect(sam.main.getByText(say('prompts.waiting.title'))).toBeVisible();

  await noor.writeAnswer(words.late);
  await expect(noor.page.getByRole('alert').filter({ hasText: say('errors.offline') })).toBeFocused();
  await expect(noor.answerField).toHaveValue(words.late);
  await noor.context.setOffline(false);
  await expect(noor.main.getByText(say('prompts.sealed.title', { name: 'Sam' }), { exact: true })).toBeVisible();
  await expect(noor.answerField).toHaveValue(words.late);
  await noorStays();
});

test('an answer that meets no server stays in its form, and is given once when there is one again', async ({
  couple,
  server,
}) => {
  const [noor, sam] = couple;
  await openQuestion(noor, sam);
  const [noorStays, samStays] = [await noor.staysHere(), await sam.staysHere()];

  await server.kill();
  await noor.writeAnswer(words.late);
  const problem = noor.page.getByRole('alert').filter({ hasText: say('errors.noAnswer') });
  await expect(problem).toBeFocused();
  await expect(noor.answerField).toHaveValue(words.late);
  await expect(noor.main.getByText(say('prompts.answer.keptHere'))).toBeVisible();

  await server.start();
  await expect(noor.presenceOf(sam)).toBeVisible();
  await expect(noor.answerField).toHaveValue(words.late);

  // This time it arrives, and only the answer to it is lost: the page learns by itself that it was given.
  const lose = async (route: Route) => {
    await route.fetch();
    await route.abort('connectionreset');
  };
  await noor.page.route('**/answer', lose, { times: 1 });
  await button(noor.page, say('prompts.answer.share')).click();
  await expect(noor.main.getByText(say('prompts.waiting.title'))).toBeVisible();
  await expect(noor.main.getByText(words.late)).toBeVisible();
  await expect(sam.main.getByText(say('prompts.sealed.title', { name: 'Noor' }), { exact: true })).toBeVisible();
  await noorStays();
  await samStays();

  const { events } = await sam.ask<{ events: { name: string }[] }>('GET', '/api/events?after=0');
  expect(events.filter(({ name }) => name === 'answer.given')).toHaveLength(1);
});

/** Refuses what a page asks for beyond itself and the files it names, for as long as `isRefused` says so. */
async function refuseLater({ page, context }: Person, path: string, isRefused: (url: URL) => boolean): Promise<void> {
  const html = await (await context.request.get(path)).text();
  await page.route('**/*', (route) => {
    const url = new URL(route.request().url());
    const isNamed = route.request().isNavigationRequest() || html.includes(url.pathname);
    return isRefused(url) && (url.pathname.startsWith('/api/') || !isNamed)
      ? route.abort('connectionrefused')
      : route.continue();
  });
}

test('a page that was half loaded when the server went away connects once it is back', async ({ couple }) => {
  const [noor, sam] = couple;
  noor.watch.expect(...nobodyThere);
  let isAway = true;
  await refuseLater(noor, '/today', () => isAway);
  await noor.visit('/today');
  const noorStays = await noor.staysHere();
  await expect(noor.page.getByText(say('events.away'))).toBeVisible();
  isAway = false;
  await expect(noor.page.getByText(say('events.away'))).toBeHidden();
  await sam.visit('/today');
  await expect(sam.presenceOf(noor)).toBeVisible();
  await noorStays();
});

test('a page whose files are gone, the server having a new build, is loaded anew and loses no word', async ({
  couple: [noor],
}) => {
  noor.watch.expect(...nobodyThere);
  let isGone = true;
  await refuseLater(noor, '/today', ({ pathname }) => isGone && pathname.startsWith('/_next/static/'));
  await noor.visit('/today');
  const loadedAgain = noor.page.waitForEvent('domcontentloaded');
  await noor.answerField.fill(words.late);
  await loadedAgain;
  isGone = false;
  await expect(noor.answerField).toHaveValue(words.late);
});

test('surprises open at their time, also one whose time came while the server was down', async ({ couple, server }) => {
  const [noor, sam] = couple;
  const titles = { first: 'A boat with one oar', second: 'The second oar' };
  const ids: string[] = [];
  const seal = async (title: string, opens = nextMinute()) => {
    const id = await sealPlan(sam, { title, when: opens }, opens);
    await teasePlan(sam, id, { when: opens });
    ids.push(id);
    return id;
  };
  noor.watch.expect(...nobodyThere);
  await noor.visit(`/plans/${await seal(titles.first)}`);
  await expect(noor.title).toHaveText(say('plans.teased.title', { name: 'Sam' }));
  const noorStays = await noor.staysHere();
  await server.stop();
  await server.start({ days: 3 / (24 * 60) });
  await expect(noor.title).toHaveText(titles.first);
  await noor.hears(say('events.plan.revealed', { name: 'Sam' }));
  await noorStays();

  // The server is three minutes ahead, and looks at each full one.
  await noor.visit(`/plans/${await seal(titles.second, nextMinute(3))}`);
  await expect(noor.title).toHaveText(say('plans.teased.title', { name: 'Sam' }));
  await expect(noor.title).toHaveText(titles.second, { timeout: 130_000 });
  await noor.hears(say('events.plan.revealed', { name: 'Sam' }));
  for (const id of ids) expect(await listEventsOf(noor, id)).toEqual(['teaser.given', 'plan.revealed']);
  for (const { page } of [noor, sam]) await page.close();
  await server.restart();
});

test('what was stored while nobody was told is found by a page that stays open', async ({ couple }) => {
  const [noor, sam] = couple;
  // As when the server lost the database's answer: the socket is there, and says nothing of it.
  await noor.page.routeWebSocket(/socket\.io/, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((message) => {
      if (!String(message).startsWith('42["event"')) socket.send(message);
    });
  });
  await noor.page.clock.install();
  await openQuestion(noor, sam);
  const stays = await noor.staysHere();
  await sam.writeAnswer(words.sam);
  await expect(sam.main.getByText(say('prompts.waiting.title'))).toBeVisible();
  const sealed = noor.main.getByText(say('prompts.sealed.title', { name: 'Sam' }), { exact: true });
  await expect(sealed).toHaveCount(0);
  await noor.page.clock.runFor(21_000);
  await expect(sealed).toBeVisible();
  await stays();
});
