import { randomUUID } from 'node:crypto';
import { expectAccessible, expectNoSideways } from './access';
import { button, link, type Person } from './person';
import {
  beginTalk,
  bothPress,
  bringNote,
  expectMoment,
  orderByHolder,
  partField,
  press,
  readLive,
  readTalk,
  sentence,
  takeTurns,
  writeNote,
} from './talks';
import { expect, test } from './test';
import { nobodyThere } from './watch';
import { say } from './words';

const words = {
  title: 'Mornings, and asking for help',
  note: 'Say it without keeping score. Ask for Tuesdays.',
  other: 'The summer, and whether we go at all',
  gratitude: 'You warmed my side of the bed',
  ask: 'Take Tuesday mornings',
  asksInstead: 'Take Tuesdays and Thursdays',
  tablet: 'What I wrote on the tablet.',
  noor: 'I feel alone with the mornings, and I do not know how to ask.',
  sam: 'I did not see it. I thought you liked them quiet.',
  tries: 'Sam takes Tuesdays. Noor says when it is too much.',
};

/** What a page's countdown shows next, and when, by the clock of this machine, in ms: the page's own may be wrong. */
async function listTicks({ page }: Person, count: number): Promise<Map<string, number>> {
  const ticks = await page.evaluate(
    (wanted) =>
      new Promise<[string, number][]>((resolve) => {
        const seen: [string, number][] = [];
        const timer = document.querySelector('[role="timer"]');
        if (!timer) throw new Error('There is no timer');
        new MutationObserver((_, observer) => {
          seen.push([timer.textContent ?? '', performance.timeOrigin + performance.now()]);
          if (seen.length < wanted) return;
          observer.disconnect();
          resolve(seen);
        }).observe(timer, { characterData: true, childList: true, subtree: true });
      }),
    count,
  );
  return new Map(ticks);
}

/** From the next page on, somebody's device has a clock that is seven seconds ahead. */
async function setClockAhead({ page }: Person): Promise<void> {
  await page.addInitScript(() => {
    const right = Date.now.bind(Date);
    Date.now = () => right() + 7000;
  });
}

const timerOf = ({ page }: Person) => page.getByRole('timer');

test('two talk on two phones, through a reload, a lost network and a restart of the server', async ({
  couple: [noor, sam],
  server,
}) => {
  test.setTimeout(300_000);
  const matter = await bringNote(noor, { title: words.title, text: words.note });
  await bringNote(sam, { kind: 'dream', title: words.other });
  await writeNote(sam, { kind: 'gratitude', title: words.gratitude });
  await setClockAhead(sam);
  await sam.visit('/today');
  let id = '';
  const live = () => `/talk/${id}/live`;

  await test.step('Noor begins, and Sam is called live', async () => {
    id = await beginTalk(noor, { form: 'full' });
    await expectMoment(noor, say('live.titles.gather'));
    await sam.hears(say('events.talk.begun', { name: 'Noor' }));
    await link(sam.notices, say('events.look')).click();
    await sam.arrive(say('live.titles.gather'));
    await expect(sam.page).toHaveURL(live());
    await expect(noor.main.getByText(say('live.here.asked', { name: 'Sam' }))).toBeVisible();
    await expectAccessible(sam.page);
    await bothPress(noor, sam, id, say('live.acts.yes'));
    await expect(noor.main.getByText(say('live.here.both'))).toBeVisible();
  });

  await test.step('thanks, in turn: my own notes stand beside me alone', async () => {
    const [first, second] = await orderByHolder(id, noor, sam);
    await expectMoment(first, sentence(second.name, 'thank', 'listen'));
    await expectMoment(second, sentence(first.name, 'listen', 'thank'));
    await expect(sam.main.getByText(words.gratitude)).toBeVisible();
    await expect(noor.main.getByText(words.gratitude)).toBeHidden();
    await expectAccessible(first.page);
    await takeTurns(noor, sam, id);
  });

  await test.step('what went right', async () => takeTurns(noor, sam, id));

  await test.step('a matter is chosen by its title; its note is read by its author alone', async () => {
    await expectMoment(sam, say('live.titles.choose'));
    for (const { page } of [noor, sam]) {
      await expect(page.getByRole('radio', { name: words.title })).toBeVisible();
      await expect(page.getByRole('radio', { name: words.other })).toBeVisible();
    }
    await expectAccessible(sam.page);
    await expect(button(sam.page, say('live.acts.begin'))).toBeDisabled();
    await sam.page.getByRole('radio', { name: words.title }).check();
    await press(sam, id, say('live.acts.begin'));
    await expectMoment(noor, sentence('Sam', 'speak', 'listen'));
    await expectMoment(sam, sentence('Noor', 'listen', 'speak'));
    await expect(noor.main.getByText(words.note)).toBeVisible();
    expect(await sam.page.content()).not.toContain(words.note);
    await expectAccessible(noor.page);
  });

  await test.step('both screens show the same within a quarter of a second, though one device’s clock is wrong', async () => {
    await expect(timerOf(noor)).toContainText(/^\d+:\d\d$/);
    const [mine, theirs] = await Promise.all([listTicks(noor, 8), listTicks(sam, 8)]);
    const both = [...mine].filter(([shown]) => theirs.has(shown));
    expect(both.length).toBeGreaterThan(3);
    for (const [shown, at] of both) expect(Math.abs(at - (theirs.get(shown) ?? 0)), shown).toBeLessThan(250);
  });

  await test.step('a reload changes nothing', async () => {
    await noor.page.reload();
    await noor.arrive(sentence('Sam', 'speak', 'listen'));
    await press(noor, id, say('live.acts.said'));
    await expectMoment(sam, sentence('Noor', 'sayBack', 'listen'));
  });

  await test.step('what is pressed without a network is sent when there is one', async () => {
    sam.watch.expect(...nobodyThere);
    await sam.context.setOffline(true);
    await button(sam.page, say('live.acts.saidBack')).click();
    await sam.hears(say('live.offline'));
    await sam.context.setOffline(false);
    await expectMoment(noor, sentence('Sam', 'answer', 'wait'));
    await expect(button(noor.page, say('live.acts.heard'))).toBeVisible();
  });

  await test.step('after a power cut, with the clock gone on, the talk stands where it stood', async () => {
    for (const { watch } of [noor, sam]) watch.expect(...nobodyThere);
    const before = await readLive(noor, id);
    await server.kill();
    await server.start({ days: 3 / (24 * 60) });
    await press(noor, id, say('live.acts.notQuite'));
    await expectMoment(sam, sentence('Noor', 'sayBack', 'listen'));
    const after = await readLive(sam, id);
    expect(after).toMatchObject({ step: 'matter', phase: 'paraphrasing', matterId: matter });
    expect(after.stepEndsAt).toBe(before.stepEndsAt);
    expect(after.now - before.now).toBeGreaterThan(3 * 60_000);
    await press(sam, id, say('live.acts.saidBack'));
    await press(noor, id, say('live.acts.heard'));
    await expect(noor.main.getByText(say('live.matter.heard', { n: 2, count: 3 }), { exact: true })).toBeVisible();
  });

  await test.step('a break, of which nobody knows who asked for it', async () => {
    await button(sam.page, say('live.break.open')).click();
    const dialog = sam.page.getByRole('dialog', { name: say('live.break.title') });
    await press(sam, id, say('live.break.action'));
    await expect(dialog).toBeHidden();
    for (const { main } of [noor, sam]) {
      await expect(main.getByText(say('live.guide.pause'))).toBeVisible();
      await expect(main).not.toContainText(say('live.marks.theirs.yes', { name: 'Sam' }));
    }
    await expectAccessible(noor.page);
    await bothPress(noor, sam, id, say('live.acts.back'));
    await expectMoment(noor, sentence('Sam', 'speak', 'listen'));
  });

  await test.step('the floor passes, and it is summed up when both say so', async () => {
    await press(noor, id, say('live.acts.pass'));
    await expectMoment(sam, sentence('Noor', 'speak', 'listen'));
    await button(noor.page, say('live.acts.sumUp')).click();
    await expect(sam.main.getByText(say('live.sumUp.theirs', { name: 'Noor' }))).toBeVisible();
    await press(sam, id, say('live.acts.sumUp'));
    for (const person of [noor, sam]) await expectMoment(person, say('live.titles.summary'));
    await expectAccessible(noor.page);
    await bothPress(noor, sam, id, say('live.acts.goOn'));
  });

  await test.step('one asks for something, and the other says yes to it', async () => {
    const [first] = await orderByHolder(id, noor, sam);
    if (first === sam) await press(sam, id, say('live.acts.pass'));
    await expectMoment(noor, sentence('Sam', 'ask', 'listen'));
    await button(noor.page, say('live.offer.write')).click();
    const field = noor.page.getByRole('textbox', { name: say('talks.commitments.form.text') });
    await field.fill(words.ask);
    // The turn is passed too early, and what was typed is still there to be offered.
    await press(noor, id, say('live.acts.pass'));
    await expect(field).toHaveValue(words.ask);
    await button(noor.page, say('talks.commitments.form.ask', { name: 'Sam' })).click();
    await expect(sam.main.getByText(words.ask)).toBeVisible();
    await expectAccessible(sam.page);
    await button(sam.page, say('talks.commitments.accept')).click();
    await expect(noor.main.getByText(say('talks.commitments.agreed'), { exact: true })).toBeVisible();
    if (first === noor) await press(sam, id, say('live.acts.pass'));
    await bothPress(noor, sam, id, say('live.acts.goOn'));
  });

  await test.step('both write it down, and both say yes to it', async () => {
    await expectMoment(noor, say('live.titles.write'));
    await partField(noor, 'mine').fill(words.noor);
    // Another device of hers was quicker: that is told, and nothing typed is lost.
    const tablet = { kind: 'said', text: words.tablet, after: 0 };
    await noor.ask('PUT', `/api/talks/${id}/parts/${randomUUID()}`, tablet);
    await expect(noor.main.getByText(say('talks.record.meanwhileOwn'))).toBeVisible();
    await expect(noor.main.getByText(words.tablet)).toBeVisible();
    await expect(partField(noor, 'mine')).toHaveValue(words.noor);
    await expectAccessible(noor.page);
    await button(noor.page, say('talks.record.onMine')).click();
    await button(noor.page, say('live.record.keep')).click();
    await expect(sam.main.getByText(words.noor)).toBeVisible();
    await partField(sam, 'mine').fill(words.sam);
    await partField(sam, 'tries').fill(words.tries);
    await button(sam.page, say('live.record.keep')).click();
    await expect(noor.main.getByText(words.sam)).toBeVisible();
    await expect(partField(noor, 'tries')).toHaveValue(words.tries);
    await expectAccessible(noor.page);
    for (const { page } of [noor, sam]) await button(page, say('talks.record.approve')).click();
    for (const { main } of [noor, sam]) await expect(main.getByText(say('live.record.approvedMine'))).toBeVisible();
    await bothPress(noor, sam, id, say('live.acts.goOn'));
  });

  await test.step('they close, and it is there to be read', async () => {
    await expectMoment(noor, say('live.titles.close'));
    await expectAccessible(noor.page);
    await bothPress(noor, sam, id, say('live.acts.close'));
    for (const person of [noor, sam]) await expectMoment(person, say('live.titles.ended'));
    await expectAccessible(sam.page);
    await link(sam.page, say('live.ended.record')).click();
    await expect(sam.page).toHaveURL(`/talk/${id}`);
    await sam.arrive();
    for (const line of [words.title, words.noor, words.sam, words.tries, words.ask])
      await expect(sam.main.getByText(line).first()).toBeVisible();
    await expectAccessible(sam.page);
    await expectNoSideways(sam.page);
    const { record, minutes } = await readTalk(noor, id);
    expect(record.approved).toEqual({ me: true, partner: true });
    expect(minutes).toBeGreaterThanOrEqual(3);
  });

  await test.step('what was not taken up is hidden again, and what was promised is raised at the next start', async () => {
    expect((await readTalk(noor, id)).matters.map(({ title }) => title)).toEqual([words.title]);
    await sam.visit('/talk/notes');
    await expect(sam.main.getByText(words.other)).toBeVisible();
    await noor.visit('/talk');
    await expect(noor.main.getByText(words.other)).toHaveCount(0);
    await expect(noor.main.getByText(words.ask)).toBeVisible();
    await beginTalk(sam, { form: 'short' });
    await expect(sam.main.getByText(words.ask)).toBeVisible();
    await button(sam.main.getByRole('listitem').filter({ hasText: words.ask }), say('talks.commitments.kept')).click();
    await noor.hears(say('events.commitment.said', { name: 'Sam' }));
  });

  for (const { page } of [noor, sam]) await page.close();
  await server.restart();
});

test('two talk on one phone, and nobody says yes for the other', async ({ couple: [noor, sam] }) => {
  test.setTimeout(240_000);
  await bringNote(sam, { title: words.other, text: words.note, lend: true });
  const id = await beginTalk(noor, { form: 'short', phones: 'one' });
  const { page } = noor;
  const handed = button(page, say('live.handOver.action'));
  let handOvers = 0;
  /** Presses what a moment offers; first the phone goes to whose word it is, where that is another. */
  const pressInHand = async (label: string) => {
    await expect(handed.or(button(page, label))).toBeVisible();
    if (await handed.isVisible()) {
      if (handOvers++ === 0) await expectAccessible(page);
      await handed.click();
    }
    await press(noor, id, label);
  };

  await test.step('one yes is of both, and the phone goes from hand to hand', async () => {
    await expectMoment(noor, say('live.titles.gatherBoth'));
    await expect(noor.main.getByText(say('live.sayHere.other', { name: 'Sam' }))).toBeVisible();
    await press(noor, id, say('live.acts.yesBoth'));
    expect((await readLive(noor, id)).matters).toEqual([]);
    for (const step of ['thanks', 'right']) {
      await expect.poll(async () => (await readLive(noor, id)).step).toBe(step);
      await pressInHand(say('live.acts.pass'));
      await pressInHand(say('live.acts.pass'));
      await pressInHand(say('live.acts.goOn'));
    }
    expect(handOvers).toBeGreaterThan(1);
  });

  await test.step('what Sam lent shows once Sam has said by an own phone to be here', async () => {
    await expect(page.getByRole('radio', { name: words.other })).toHaveCount(0);
    await sam.visit(`/talk/${id}/live`);
    await expect(sam.main.getByText(say('live.sayHere.text', { name: 'Noor' }))).toBeVisible();
    await expectAccessible(sam.page);
    await button(sam.page, say('live.sayHere.action')).click();
    await expect(sam.main.getByText(say('live.sayHere.text', { name: 'Noor' }))).toHaveCount(0);
    await sam.visit('/today');
  });

  await test.step('Sam’s note opens by holding, once Sam has the phone', async () => {
    await page.getByRole('radio', { name: words.other }).check();
    await press(noor, id, say('live.acts.begin'));
    const held = page.getByRole('button', { name: say('live.note.holdFor', { name: 'Sam' }), exact: true });
    await expect(handed.or(held)).toBeVisible();
    if (await handed.isVisible()) await handed.click();
    await expectMoment(noor, say('live.sentence', { one: 'Sam', does: 'speaks', other: 'Noor', otherDoes: 'listens' }));
    const note = noor.main.getByText(words.note);
    // A tap is not enough.
    await held.click();
    await expect(note).toHaveCount(0);
    await held.focus();
    await page.keyboard.down('Space');
    await expect(note).toBeVisible();
    await page.keyboard.up('Space');
    await expectAccessible(page);
    await button(page, say('live.note.close')).click();
    await expect(note).toHaveCount(0);
  });

  await test.step('what was said is said back and felt', async () => {
    await pressInHand(say('live.acts.said'));
    await pressInHand(say('live.acts.saidBackOther', { name: 'Noor' }));
    await pressInHand(say('live.acts.heard'));
    await pressInHand(say('live.acts.sumUp'));
    await pressInHand(say('live.acts.goOn'));
    for (const label of ['pass', 'pass', 'goOn'] as const) await pressInHand(say(`live.acts.${label}`));
  });

  await test.step('what Noor writes, Noor says yes to; Sam’s yes waits for Sam’s own phone', async () => {
    await expectMoment(noor, say('live.titles.write'));
    await page.getByRole('textbox', { name: say('live.record.theirs', { name: 'Noor' }) }).fill(words.noor);
    await button(page, say('live.record.keep')).click();
    await button(page, say('live.record.approveFor', { name: 'Noor' })).click();
    await expect(noor.main.getByText(say('live.record.own', { name: 'Sam' }))).toBeVisible();
    await expectAccessible(page);
    await pressInHand(say('live.acts.close'));
    await expectMoment(noor, say('live.titles.ended'));
    expect((await readTalk(noor, id)).record.approved).toEqual({ me: true, partner: false });

    await sam.visit(`/talk/${id}`);
    await button(sam.page, say('talks.record.approve')).click();
    await expect(sam.main.getByText(say('talks.record.both'))).toBeVisible();
    await noor.hears(say('events.record.approved', { name: 'Sam' }));
  });
});

test('an evening of questions rises, and goes deep only when both are ready', async ({ couple: [noor, sam] }) => {
  await noor.visit('/talk');
  await button(noor.main, say('talks.evening.action')).click();
  const dialog = noor.page.getByRole('dialog', { name: say('talks.start.eveningTitle') });
  await button(dialog, say('talks.start.begin')).click();
  await noor.arrive(say('live.titles.gather'));
  const id = new URL(noor.page.url()).pathname.split('/')[2] ?? '';
  await sam.visit(`/talk/${id}/live`);
  await bothPress(noor, sam, id, say('live.acts.yes'));
  const readQuestion = async (person: Person) => (await readLive(person, id)).question?.words ?? '';
  const first = await readQuestion(noor);
  for (const { title } of [noor, sam]) await expect(title).toContainText(first);
  await expectAccessible(noor.page);
  const [reader] = await orderByHolder(id, noor, sam);
  await press(reader, id, say('live.acts.next'));
  expect((await readLive(reader, id)).holder).toBe('partner');
  expect(await readQuestion(sam)).not.toBe(first);
  for (const level of [say('live.acts.toWarm'), say('live.acts.toDeep')]) {
    await button(sam.page, level).click();
    await expect(noor.main.getByText(say('live.evening.wantsOn', { name: 'Sam', level }))).toBeVisible();
    await press(noor, id, level);
  }
  for (const person of [noor, sam]) await expectMoment(person, say('live.titles.consent'));
  await expectAccessible(sam.page);
  await button(noor.page, say('live.acts.ready')).click();
  await expect(noor.main.getByText(say('live.marks.mine.yes', { name: 'Sam' }))).toBeVisible();
  await expect(sam.main.getByText(say('live.marks.theirs.yes', { name: 'Noor' }))).toBeHidden();
  await press(sam, id, say('live.acts.notDeep'));
  for (const person of [noor, sam]) await expectMoment(person, say('live.titles.close'));
  await bothPress(noor, sam, id, say('live.acts.closeEvening'));
  await link(noor.page, say('live.ended.evening')).click();
  await expect(noor.page).toHaveURL(`/talk/${id}`);
  await expect(noor.main.getByText(first)).toBeVisible();
  await expectAccessible(noor.page);
});

test('a time to talk is proposed and agreed to, one talk of it is moved, and a note waits for it', async ({
  couple: [noor, sam],
}) => {
  await sam.visit('/talk');
  await noor.visit('/talk/ritual');
  await expectAccessible(noor.page);
  await button(noor.page, say('talks.ritual.propose', { name: 'Sam' })).click();
  await expect(noor.main.getByText(say('talks.ritual.mineText', { name: 'Sam' }))).toBeVisible();
  await sam.hears(say('events.ritual.proposed', { name: 'Noor' }));
  await expectAccessible(sam.page);
  await button(sam.main, say('talks.ritual.yes')).click();
  await noor.hears(say('events.ritual.agreed', { name: 'Sam' }));
  const { next } = await noor.ask<{ next: { day: string } }>('GET', '/api/ritual');

  await noor.visit('/talk/notes/new');
  await noor.page.getByRole('textbox', { name: say('talks.note.label') }).fill(words.title);
  await noor.page.reload();
  await noor.arrive();
  await expect(noor.page.getByRole('textbox', { name: say('talks.note.label') })).toHaveValue(words.title);
  await noor.page.getByRole('checkbox', { name: say('talks.note.bring') }).check();
  await expectAccessible(noor.page);
  await button(noor.page, say('talks.note.keep')).click();
  await expect(noor.main.getByText(words.title)).toBeVisible();
  await sam.page.reload();
  expect(await sam.page.content()).not.toContain(words.title);

  await noor.visit('/talk');
  await button(noor.main, say('talks.next.menu')).click();
  await noor.page
    .getByRole('menuitem', { name: say('talks.next.move') })
    .or(button(noor.page, say('talks.next.move')))
    .click();
  const dialog = noor.page.getByRole('dialog', { name: say('talks.move.title') });
  await dialog.getByLabel(say('talks.move.time'), { exact: true }).fill('21:45');
  await button(dialog, say('talks.move.action')).click();
  await sam.hears(say('events.talk.moved', { name: 'Noor' }));
  await expect(sam.main.getByText(/21:45/).first()).toBeVisible();
  expect(await sam.ask('GET', '/api/ritual')).toMatchObject({ next: { day: next.day, isMoved: true } });
});
