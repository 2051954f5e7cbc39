import type { Locator } from '@playwright/test';
import { expectAccessible } from './access';
import { button, link, type Person } from './person';
import {
  dayAfter,
  feltOf,
  fillWhen,
  findIdea,
  holdUntilAll,
  listEventsOf,
  proposePlan,
  readPlan,
  sayFelt,
  sayLived,
  titleField,
} from './plans';
import { expect, test } from './test';
import { nobodyThere } from './watch';
import { say } from './words';

const words = {
  countered: 'The same, on the roof, at dusk',
  combined: 'The roof at dusk, and your soup in a flask',
  noor: 'The soup was cold and it did not matter at all',
  sam: 'You named every chimney',
};

/** How a plan came about, unfolded. */
async function openTrail({ page }: Person): Promise<Locator> {
  const trail = page.locator('details').filter({ has: page.getByText(say('plans.trail.title'), { exact: true }) });
  await expect(trail).toBeVisible();
  if ((await trail.getAttribute('open')) === null) await trail.locator('summary').click();
  return trail.getByRole('listitem');
}

async function expectTrail(person: Person, expected: { how: string; title: string }[]): Promise<void> {
  const versions = await openTrail(person);
  await expect(versions).toHaveCount(expected.length);
  for (const [index, { how, title }] of expected.entries()) {
    await expect(versions.nth(index)).toContainText(how);
    await expect(versions.nth(index).getByRole('heading')).toHaveText(title);
  }
  await expect(versions.last()).toContainText(say('plans.trail.agreed'));
}

test('a plan goes to and fro until both say yes, is lived, and felt', async ({ couple: [noor, sam] }) => {
  const idea = await findIdea(noor, ({ uses }) => uses.includes('together'));
  await sam.visit('/plans');
  await noor.visit('/plans/ideas');
  const noorStays = await noor.staysHere();
  let samStays = await sam.staysHere();
  let path = '';

  await test.step('Noor proposes an idea, and Sam sees it live', async () => {
    await link(noor.page, say('ideas.togetherLabel', { title: idea.title })).click();
    await noor.arrive(say('plans.form.together'));
    await expect(titleField(noor)).toHaveValue(idea.title);
    await fillWhen(noor, { day: dayAfter(3), time: '19:30', minutes: 120 });
    await button(noor.page, say('plans.form.propose', { name: 'Sam' })).click();
    await expect(noor.title).toHaveText(idea.title);
    await expect(noor.page).toHaveURL(/\/plans\/[\w-]{36}$/);
    path = new URL(noor.page.url()).pathname;
    await expect(noor.main.getByText(say('plans.reply.waits', { name: 'Sam' }))).toBeVisible();

    await sam.hears(say('events.plan.proposed', { name: 'Noor' }));
    const asks = sam.page.getByRole('region', { name: say('plans.list.forYou', { name: 'Noor' }) });
    await expect(asks.getByRole('heading')).toHaveText(idea.title);
    await link(sam.notices, say('events.open')).click();
    await sam.arrive(idea.title);
    await expect(sam.page).toHaveURL(path);
    await expect(sam.main.getByText('19:30')).toBeVisible();
  });

  await test.step('Sam says it another way; without a network nothing of that is lost', async () => {
    await samStays();
    sam.watch.expect(...nobodyThere);
    await button(sam.page, say('plans.reply.another')).click();
    await titleField(sam).fill(words.countered);
    await fillWhen(sam, { day: dayAfter(3), time: '21:15' });
    await sam.context.setOffline(true);
    await button(sam.page, say('plans.reply.send', { name: 'Noor' })).click();
    await expect(sam.page.getByRole('alert').filter({ hasText: say('errors.offline') })).toBeFocused();
    await expect(titleField(sam)).toHaveValue(words.countered);
    await sam.context.setOffline(false);
    await sam.page.reload();
    await sam.arrive(idea.title);
    await expect(titleField(sam)).toHaveValue(words.countered);
    await expect(sam.page.getByLabel(say('plans.form.time'), { exact: true })).toHaveValue('21:15');
    samStays = await sam.staysHere();
    await button(sam.page, say('plans.reply.send', { name: 'Noor' })).click();
    await expect(sam.title).toHaveText(words.countered);
    await expect(sam.main.getByText(say('plans.reply.waits', { name: 'Noor' }))).toBeVisible();
  });

  await test.step('Noor sees it live, and puts both together', async () => {
    await expect(noor.title).toHaveText(words.countered);
    await noor.hears(say('events.plan.countered', { name: 'Sam' }));
    await expect(noor.main.getByText(/^21:15 · /)).toBeVisible();
    await button(noor.page, say('plans.reply.combine')).click();
    await expect(noor.main.getByRole('heading', { name: idea.title, exact: true })).toBeVisible();
    await expect(noor.main.getByRole('heading', { name: words.countered, level: 3, exact: true })).toBeVisible();
    await expectAccessible(noor.page);
    await titleField(noor).fill(words.combined);
    await button(noor.page, say('plans.reply.send', { name: 'Sam' })).click();
    await expect(noor.title).toHaveText(words.combined);
  });

  await test.step('Sam sees it live and says yes, and Noor sees that', async () => {
    await expect(sam.title).toHaveText(words.combined);
    await sam.hears(say('events.plan.countered', { name: 'Noor' }));
    await button(sam.page, say('plans.reply.yes')).click();
    await noor.hears(say('events.plan.agreed', { name: 'Sam' }));
    for (const { main } of [noor, sam]) {
      await expect(main.getByText(say('plans.details.agreed'))).toBeVisible();
      await expect(main.getByText(say('plans.chips.planned'), { exact: true })).toBeVisible();
    }
  });

  const expectTrails = async () => {
    await expectTrail(noor, [
      { how: say('plans.trail.proposedMine'), title: idea.title },
      { how: say('plans.trail.counteredTheirs', { name: 'Sam' }), title: words.countered },
      { how: say('plans.trail.combinedMine'), title: words.combined },
    ]);
    await expectTrail(sam, [
      { how: say('plans.trail.proposedTheirs', { name: 'Noor' }), title: idea.title },
      { how: say('plans.trail.counteredMine'), title: words.countered },
      { how: say('plans.trail.combinedTheirs', { name: 'Noor' }), title: words.combined },
    ]);
  };

  await test.step('how it came about shows every version, and whose it was', async () => {
    await expectTrails();
  });

  await test.step('it is lived, and each sees the other’s line live', async () => {
    await sayLived(noor);
    await sam.hears(say('events.plan.lived', { name: 'Noor' }));
    await feltOf(noor).getByText(say('plans.felt.more'), { exact: true }).click();
    await expect(feltOf(noor).getByRole('radio', { name: say('plans.felt.more') })).toBeChecked();
    await sayFelt(noor, words.noor);
    await expect(feltOf(sam).getByText(words.noor)).toBeVisible();
    await sam.hears(say('events.felt.given', { name: 'Noor' }));
    await sayFelt(sam, words.sam);
    await expect(feltOf(noor).getByText(words.sam)).toBeVisible();
  });

  await noorStays();
  await samStays();

  await test.step('more like this is on the card of the one who said it', async () => {
    await noor.visit('/plans/cards');
    for (const taste of idea.tastes) {
      const learned = say('cards.mine.more', { taste: say(`ideas.tastes.${taste}`) });
      await expect(noor.main.getByText(learned, { exact: true })).toBeVisible();
    }
    await sam.visit('/plans/cards');
    await expect(sam.page.getByRole('heading', { name: say('cards.mine.tastes') })).toBeVisible();
    await expect(sam.page.getByRole('heading', { name: say('cards.mine.learned') })).toHaveCount(0);
  });

  await test.step('after a reload both see the same', async () => {
    for (const person of [noor, sam]) {
      await person.visit(path);
      await expect(person.title).toHaveText(words.combined);
      for (const line of [words.noor, words.sam]) await expect(feltOf(person).getByText(line)).toBeVisible();
    }
    await expectTrails();
    const happened = ['plan.proposed', 'plan.countered', 'plan.countered', 'plan.agreed', 'plan.lived'];
    expect(await listEventsOf(noor, path.split('/').at(-1) ?? '')).toEqual([...happened, 'felt.given', 'felt.given']);
  });
});

test('of two who reply at once one is first, and the other sees that and keeps the words', async ({
  couple: [noor, sam],
}) => {
  const replies = { noor: 'By train, with the window seat', sam: 'On foot, and back by train' };
  const id = await proposePlan(noor, { title: 'To the lake', when: { day: dayAfter(2) } });
  for (const person of [noor, sam]) {
    await person.visit(`/plans/${id}`);
    person.watch.expect(/^response: PUT \/api\/plans\/\S+ 409$/);
  }
  await button(noor.page, say('plans.reply.own')).click();
  await titleField(noor).fill(replies.noor);
  await button(sam.page, say('plans.reply.another')).click();
  await titleField(sam).fill(replies.sam);
  await holdUntilAll('**/versions/*', noor, sam);
  await button(noor.page, say('plans.reply.send', { name: 'Sam' })).click();
  await button(sam.page, say('plans.reply.send', { name: 'Noor' })).click();

  await expect.poll(async () => (await readPlan(noor, id)).trail.length).toBe(2);
  const isNoors = (await readPlan(noor, id)).trail.at(-1)?.by === 'me';
  const [first, second] = isNoors ? [noor, sam] : [sam, noor];
  const [stands, waits] = isNoors ? [replies.noor, replies.sam] : [replies.sam, replies.noor];
  for (const { title } of [first, second]) await expect(title).toHaveText(stands);
  await expect(titleField(first)).toHaveCount(0);
  await expect(second.main.getByText(say('plans.reply.meanwhile'))).toBeVisible();
  await expect(titleField(second)).toHaveValue(waits);
  await expectAccessible(second.page);

  await button(second.page, say('plans.reply.send', { name: first.name })).click();
  for (const { title } of [first, second]) await expect(title).toHaveText(waits);
  const { trail } = await readPlan(first, id);
  expect(trail.map(({ content }) => content?.title)).toEqual(['To the lake', stands, waits]);
  expect(await listEventsOf(noor, id)).toEqual(['plan.proposed', 'plan.countered', 'plan.countered']);
});
