import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { button, type Person } from './person';
import { dayAfter, draftPlan, proposePlan, replyTo, sealPlan, teasePlan } from './plans';
import { expect, test } from './test';
import { say } from './words';

/** What each has written, and where; every one is known word for word. */
const sentences = {
  draft: 'Quince trees by the northern wall in March',
  draftBefore: 'Paper boats that never left the bathtub',
  answerBefore: 'Seventeen kites over the empty parking lot',
  answer: 'Walnut bread burning while we danced',
  answerSam: 'Grandfather’s accordion under the stairs',
  understood: 'that accordions mean forgiveness to you',
  validated: 'nobody danced in that kitchen before',
  cared: 'buy flour and leave the oven to you',
  added: 'and the cat had seen everything',
  withdrawn: 'Lanterns are only brave in October',
  ownQuestion: 'Which sound of our house would you pack first?',
  ownAnswer: 'The third stair complaining about Tuesdays',
  ownAnswerSam: 'Rain talking to the zinc of the gutter',
  asked: 'Marzipan hidden behind the encyclopedias',
  takenBack: 'Velvet curtains and a lie about them',
  planDraft: 'Somersaults behind the municipal library',
  planDraftBefore: 'Fencing lessons for nobody in particular',
  planProposed: 'Parsnip soup on the roof of the printworks',
  planText: 'Bring the ladder that Ottoline painted',
  planCountered: 'Parsnip soup, but in the printer’s cellar',
  planCombined: 'Half the soup upstairs and half below',
  planLate: 'Turnips were never mentioned at all',
  surprise: 'A sleeper train as far as the salt flats',
  surpriseText: 'Bunks eleven and twelve, facing backwards',
  surpriseBefore: 'An escape from Thursday by pedalo',
  surpriseGone: 'Bagpipes at dawn in the stairwell',
  wear: 'gumboots and your opera gloves',
  minds: 'Aunt Philippa sleeps on the sofa',
  hint: 'It smells of brine and diesel',
  hintBefore: 'There may be whistling involved',
  felt: 'The salt squeaked like new shoes',
  feltSam: 'You slept through the only lighthouse',
  feltWithdrawn: 'Pillows should not be edible',
  cardLikes: 'gooseberries straight from the hedge',
  cardNoes: 'karaoke with colleagues present',
  cardBefore: 'marching bands in small rooms',
  access: 'my left knee predicts the weather',
  observation: 'Touches every banister exactly once',
  observationBefore: 'Reads menus from the last page',
  checkIn: 'The lid of every jar is too tight today',
  checkInBefore: 'A heron stood on the garage and I envied it',
  wrongPassword: 'ostrich ballet beneath copper moons',
  otherWrongPassword: 'tangerine parliament at half past nine',
  tooShort: 'plumcake',
  currentPassword: 'six herons reading yesterday’s paper',
  newPassword: 'violet engines humming over Lisbon',
} as const;

function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Every way in which a text may stand in a file: as it is, and as the forms that programs make of it. */
function formsOf(text: string): Buffer[] {
  const inJson = JSON.stringify(text).slice(1, -1);
  const escaped = inJson.replaceAll(/[^\0-\x7f]/g, (character) => `\\u${character.charCodeAt(0).toString(16)}`);
  const base64 = [0, 1, 2].map((shift) =>
    Buffer.concat([Buffer.alloc(shift), Buffer.from(text)])
      .toString('base64')
      .slice(4, -4),
  );
  const forms = [text, inJson, escaped, encodeURIComponent(text), Buffer.from(text).toString('hex'), ...base64];
  return [...new Set(forms)].map((form) => Buffer.from(form));
}

function findIn(files: Map<string, Buffer>, text: string): string[] {
  const forms = formsOf(text);
  return [...files].filter(([, content]) => forms.some((form) => content.includes(form))).map(([path]) => path);
}

async function putQuestion(person: Person, body: object): Promise<string> {
  const id = randomUUID();
  await person.ask('PUT', `/api/prompts/${id}`, body);
  return id;
}

const answer = (person: Person, promptId: string, text: string) =>
  person.ask('PUT', `/api/prompts/${promptId}/answer`, { id: randomUUID(), text });
const respond = (person: Person, promptId: string, intent: string, text: string) =>
  person.ask('PUT', `/api/prompts/${promptId}/responses/${randomUUID()}`, { intent, text });

/** A plan settled, felt and withdrawn; a surprise teased, written over and opened; cards and what was noticed. */
async function writePlans(noor: Person, sam: Person): Promise<void> {
  const on = (id: string) => `/api/plans/${id}`;
  const when = { day: dayAfter(1) };
  const draft = await draftPlan(noor, 'together', { title: sentences.planDraftBefore });
  await noor.ask('PUT', on(draft), { kind: 'together', title: sentences.planDraft });
  const plan = await proposePlan(noor, { title: sentences.planProposed, text: sentences.planText, when });
  await replyTo(sam, plan, 1, { title: sentences.planCountered });
  const late = await noor.context.request.put(`${on(plan)}/versions/${randomUUID()}`, {
    data: { kind: 'countered', after: 1, title: sentences.planLate },
  });
  expect(late.status()).toBe(409);
  await replyTo(noor, plan, 2, { title: sentences.planCombined, when });
  await sam.ask('PUT', `${on(plan)}/agreement`, { n: 3 });
  const surprise = await sealPlan(sam, { title: sentences.surpriseBefore });
  const hints = { when, wear: sentences.wear, children: sentences.minds };
  await teasePlan(sam, surprise, { ...hints, note: sentences.hintBefore });
  await teasePlan(sam, surprise, { ...hints, note: sentences.hint });
  const content = { title: sentences.surprise, text: sentences.surpriseText };
  await sam.ask('PUT', on(surprise), { kind: 'surprise', ...content });
  await sam.ask('PUT', `${on(surprise)}/reveal`);
  for (const id of [plan, surprise]) await noor.ask('PUT', `${on(id)}/lived`, { day: dayAfter(0) });
  await noor.ask('PUT', `${on(plan)}/felt`, { id: randomUUID(), text: sentences.felt });
  await sam.ask('PUT', `${on(plan)}/felt`, { id: randomUUID(), text: sentences.feltSam });
  await sam.ask('PUT', `${on(surprise)}/felt`, { id: randomUUID(), text: sentences.feltWithdrawn });
  await sam.ask('DELETE', `${on(surprise)}/felt`);
  await sam.ask('DELETE', on(await sealPlan(sam, { title: sentences.surpriseGone })));

  const card = { likes: [], noes: [], access: sentences.access };
  await noor.ask('PUT', '/api/card', { ...card, words: { music: { noes: sentences.cardBefore } } });
  const food = { likes: sentences.cardLikes, noes: sentences.cardNoes };
  await noor.ask('PUT', '/api/card', { ...card, words: { food } });
  await noor.ask('PUT', '/api/card/showing', { shown: true });
  const observation = `/api/observations/${randomUUID()}`;
  await sam.ask('PUT', observation, { text: sentences.observationBefore });
  await sam.ask('PUT', observation, { text: sentences.observation });
  const checkIn = `/api/check-ins/${randomUUID()}`;
  await noor.ask('PUT', checkIn, { feelings: ['envious'], line: sentences.checkInBefore });
  await noor.ask('PUT', checkIn, { feelings: ['annoyed'], line: sentences.checkIn });
}

/** Makes a calendar's address, and has it fetched with what stands there. */
async function fetchCalendar(person: Person): Promise<string> {
  const { address } = await person.ask<{ address: string }>('PUT', '/api/calendar', { showsTitles: true });
  const feed = await fetch(address);
  expect((await feed.text()).replaceAll(/\r?\n[ \t]/g, '')).toContain(sentences.planCombined);
  return address;
}

test('no sentence that two wrote stands in a file, a log or a frame of a socket', async ({ begin, open, server }) => {
  const [noor, sam] = [await begin('Noor Wrenfield'), await begin('Sam Oakhollow')];
  const frames: string[] = [];
  for (const { page } of [noor, sam]) {
    page.on('websocket', (socket) => {
      socket.on('framereceived', ({ payload }) => frames.push(payload.toString()));
      socket.on('framesent', ({ payload }) => frames.push(payload.toString()));
    });
  }
  noor.watch.expect(/^response: (POST|PUT|DELETE) \/api\/\S+ (401|422|4\d\d)$/);

  await test.step('they write', async () => {
    await noor.visit('/today');
    await noor.writeAnswer(sentences.draftBefore);
    await expect(noor.main.getByText(say('prompts.waiting.title'))).toBeVisible();
    const { link } = await noor.makeInvite();
    await sam.acceptInvite(link);
    await noor.confirmAccepter();
    await sam.visit('/today');
    await expect(sam.main.getByText(say('prompts.sealed.title', { name: noor.name }), { exact: true })).toBeVisible();
    await button(noor.page, say('prompts.waiting.change')).click();
    await noor.answerField.fill(sentences.answerBefore);
    await button(noor.page, say('prompts.waiting.save')).click();
    await expect(noor.question.getByText(sentences.answerBefore)).toBeVisible();
    await sam.answerField.fill(sentences.draft);
    await expect(sam.main.getByText(say('prompts.answer.kept'), { exact: true })).toBeVisible();
    await sam.writeAnswer(sentences.answerSam);
    await expect(sam.main.getByText(sentences.answerBefore)).toBeVisible();
    await expect(noor.main.getByText(say('today.opened.text'))).toBeVisible();

    const { prompt } = await noor.ask<{ prompt: { id: string } }>('GET', '/api/prompts/today');
    await respond(noor, prompt.id, 'understood', sentences.understood);
    await respond(noor, prompt.id, 'validated', sentences.validated);
    await respond(sam, prompt.id, 'cared', sentences.cared);
    await respond(sam, prompt.id, 'added', sentences.added);

    const own = await putQuestion(noor, { words: sentences.ownQuestion, topic: 'home', depth: 'light' });
    await answer(noor, own, sentences.ownAnswer);
    await answer(sam, own, sentences.ownAnswerSam);
    const other = await putQuestion(sam, { words: sentences.asked, topic: 'joy', depth: 'light' });
    await answer(noor, other, sentences.takenBack);
    await noor.ask('DELETE', `/api/prompts/${other}/answer`);
    await answer(noor, other, sentences.answer);
    await answer(sam, other, sentences.withdrawn);
    await sam.ask('DELETE', `/api/prompts/${other}/answer`);
  });

  await test.step('and plan', async () => {
    noor.watch.expect(/^response: PUT \/api\/plans\/\S+ 409$/);
    for (const person of [noor, sam]) await person.visit('/plans');
    await writePlans(noor, sam);
    await expect(noor.main.getByText(sentences.planDraft)).toBeVisible();
    await noor.hears(say('events.felt.withdrawn', { name: sam.name }));
  });
  const feed = await fetchCalendar(noor);

  await test.step('and choose and mistype passwords', async () => {
    await noor.visit('/settings/password');
    const current = noor.page.getByLabel(say('settings.password.current'));
    const next = noor.page.getByLabel(say('accounts.newPassword'), { exact: true });
    const keep = button(noor.page, say('settings.password.submit'));
    await current.fill(sentences.wrongPassword);
    await next.fill(sentences.tooShort);
    await keep.click();
    await expect(next).toBeFocused();
    await next.fill(sentences.currentPassword);
    await keep.click();
    await expect(current).toBeFocused();
    await current.fill(noor.password);
    await keep.click();
    await expect(noor.page).toHaveURL('/settings');
    const change = { current: sentences.currentPassword, password: sentences.newPassword };
    await noor.ask('PUT', '/api/account/password', change);
    const stranger = await open('Stranger', { email: noor.email });
    stranger.watch.expect(/ 401$/);
    await stranger.visit('/sign-in');
    await stranger.fillSignIn(sentences.otherWrongPassword);
    await expect(stranger.main.getByText(say('accounts.signIn.refused'))).toBeVisible();
  });

  await test.step('a request that cannot be read, or breaks, leaves no trace either', async () => {
    const { request } = noor.context;
    const headers = { 'content-type': 'application/json' };
    const broken = await request.put(`/api/prompts/${randomUUID()}/answer`, {
      headers,
      data: Buffer.from(`{"text": "${sentences.answer}`),
    });
    expect(broken.status()).toBe(400);
    const unknown = await request.put(`/api/prompts/${randomUUID()}/answer`, {
      data: { id: randomUUID(), text: sentences.answer, [sentences.tooShort]: sentences.answer },
    });
    expect(unknown.status()).toBe(422);
    const noIdea = await request.put(`/api/plans/${randomUUID()}`, {
      data: { kind: 'surprise', title: sentences.surprise, ideaId: sentences.planText, [sentences.tooShort]: true },
    });
    expect(noIdea.status()).toBe(422);
  });

  // Everything that was only in memory goes to the disk.
  for (const { page } of [noor, sam]) await page.close();
  await server.restart();
  const files = new Map(listFiles(server.home).map((path) => [path, readFileSync(path)]));
  expect([...files.keys()].some((path) => path.includes('pg_wal'))).toBe(true);
  const inDatabase = findIn(files, noor.name).filter((path) => path.includes('/postgres/base/'));
  expect(inDatabase, 'a name, which is not sealed, is found').not.toEqual([]);
  expect(findIn(files, 'request'), 'the log is among the files').toContain(server.logFile);
  expect(frames.join('\n'), 'the sockets were heard').toContain('answer.given');
  for (const name of ['plan.countered', 'teaser.given', 'plan.revealed', 'felt.given', 'card.shown']) {
    expect(frames.join('\n'), 'the sockets were heard').toContain(name);
  }
  const secret = feed.split('/').at(-1)?.replace('.ics', '') ?? '';
  expect(findIn(files, secret), 'files with the address of a calendar').toEqual([]);
  for (const [what, text] of Object.entries(sentences)) {
    expect(findIn(files, text), `files with the ${what}`).toEqual([]);
    expect(frames.join('\n'), `frames with the ${what}`).not.toContain(text);
  }
});

test('what is private is kept by no cache', async ({ couple: [noor, sam] }) => {
  const { prompt } = await noor.ask<{ prompt: { id: string } }>('GET', '/api/prompts/today');
  const plan = await proposePlan(noor, { title: 'The lake', when: { day: dayAfter(1) } });
  await sam.ask('PUT', `/api/plans/${plan}/agreement`, { n: 1 });
  const sealed = await sealPlan(noor, { title: 'The lake at night' });
  const pages = [
    ...['', '/new', '/ideas', '/cards', '/lived', '/calendar', `/${plan}`].map((path) => `/plans${path}`),
    ...['', '/edit', '/teaser'].map((path) => `/plans/${sealed}${path}`),
    '/today',
    ...['', '/weeks', '/check-ins'].map((path) => `/feelings${path}`),
    `/questions/${prompt.id}`,
    '/questions',
    '/settings',
    '/settings/sessions',
    '/pair',
    '/welcome',
  ];
  const api = [
    ...['/api/plans', `/api/plans/${plan}`, `/api/plans/${plan}/calendar`, `/api/plans/${sealed}`],
    ...['/api/ideas', '/api/card', '/api/observations', '/api/turn', '/api/calendar', '/api/check-ins'],
    '/api/prompts/today',
    `/api/prompts/${prompt.id}`,
    '/api/account',
    '/api/events?after=0',
    '/api/invites',
  ];
  for (const path of [...pages, ...api]) {
    const response = await noor.context.request.get(path);
    expect(response.status(), path).toBe(200);
    expect(response.headers()['cache-control'], path).toMatch(/\bno-store\b/);
    expect(response.headers()['referrer-policy'], path).toBe('no-referrer');
  }
});
