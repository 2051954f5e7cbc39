import type { Locator } from '@playwright/test';
import { tastesOf } from '#lib/ideas/kinds';
import { expectAccessible } from './access';
import { Heard } from './heard';
import { button, link, type Person, read } from './person';
import { dayAfter, feltOf, fillWhen, findIdea, listEventsOf, sayFelt, sayLived, textField, titleField } from './plans';
import { expect, test } from './test';
import { say } from './words';

/** What nobody but Sam may read before it opens. */
const secrets = {
  title: 'Midnight tram to the planetarium',
  text: 'Row seven, under Cassiopeia, where the roof opens',
  titleAfter: 'Midnight ferry to the lighthouse',
  textAfter: 'The keeper leaves the upper lamp to us',
};

const hints = {
  wear: 'Two pairs of socks and the green coat',
  children: 'Ines stays until the last bus',
  note: 'Eat nothing sweet before',
};

const felt = { noor: 'I forgot the time, twice', sam: 'You laughed before the lamp even turned' };

const taste = tastesOf.food[0];
const tasteName = say(`ideas.tastes.${taste}`);

/** The parts of a card of what must be known. */
function factsOf(card: Locator): Promise<string[]> {
  return card.locator('dt, dd, p').allTextContents();
}

/** Fetches a feed as a calendar does: without a session. */
async function fetchFeed(address: string): Promise<string> {
  const answer = await fetch(address);
  expect(answer.status).toBe(200);
  return answer.text();
}

/** Notes whether an envelope opens on the page. */
async function watchEnvelope({ page }: Person): Promise<() => Promise<boolean>> {
  await page.evaluate(() =>
    document.addEventListener('animationstart', ({ animationName }) => {
      // Of the flap: CSS modules put something before the name.
      if (animationName.endsWith('lift')) Object.assign(globalThis, { sawEnvelope: true });
    }),
  );
  return () => page.evaluate(() => 'sawEnvelope' in globalThis);
}

test('a surprise stays sealed but for what must be known, opens, is lived, and felt', async ({
  couple: [noor, sam],
}) => {
  const heard = new Heard(noor);
  const countEvents = async () => (await noor.ask<{ seq: number }>('GET', '/api/events?after=0')).seq;
  const withTurn = say('turns.mine.weekly', { name: 'Noor' });
  let path = '';
  let feed = '';
  let address = '';
  let ideaTitle = '';

  await test.step('Noor shows a card, and Sam hears of it', async () => {
    await sam.visit('/today');
    await noor.visit('/plans/cards');
    await button(noor.page, say('cards.mine.likeLabel', { taste: tasteName })).click();
    await button(noor.page, say('cards.mine.show', { name: 'Sam' })).click();
    await expect(noor.page.getByRole('heading', { name: say('cards.mine.shown', { name: 'Sam' }) })).toBeFocused();
    await sam.hears(say('events.card.shown', { name: 'Noor' }));
  });

  await test.step('it is Sam’s turn: that stands on Today, with what Noor likes, and on Plans', async () => {
    await noor.ask('PUT', '/api/turn', { rhythm: 'weekly', first: 'partner' });
    await expect(sam.page.getByRole('heading', { name: withTurn, exact: true })).toBeVisible();
    await expect(sam.main.getByText(say('today.plans.likes', { name: 'Noor', things: tasteName }))).toBeVisible();
    await sam.visit('/plans');
    await expect(sam.page.getByRole('heading', { name: withTurn, exact: true })).toBeVisible();
    await link(sam.main, say('turns.plan')).click();
    await sam.arrive(say('plans.form.surprise', { name: 'Noor' }));
    const about = sam.page.getByRole('region', { name: say('plans.about.title', { name: 'Noor' }) });
    await expect(about.getByText(tasteName)).toBeVisible();
  });

  await noor.visit('/plans');
  const noorStays = await noor.staysHere();
  const samsSeal = await countEvents();

  await test.step('Sam seals a surprise from an idea that suits Noor, and Noor learns nothing', async () => {
    const idea = await findIdea(
      sam,
      ({ uses, reasons }) =>
        uses.includes('surprise') && reasons.some((reason) => reason.kind === 'likes' && reason.taste === taste),
    );
    ideaTitle = idea.title;
    await sam.visit('/plans/ideas');
    const offer = sam.main.getByRole('listitem').filter({
      has: sam.page.getByRole('heading', { name: idea.title, exact: true }),
    });
    const why = offer.getByRole('list', { name: say('ideas.reasons.label') });
    await expect(why).toContainText(say('ideas.reasons.likes', { name: 'Noor', tastes: tasteName }));
    await link(offer, say('ideas.surpriseLabel', { title: idea.title })).click();
    await sam.arrive(say('plans.form.surprise', { name: 'Noor' }));
    await expect(titleField(sam, 'surprise')).toHaveValue(idea.title);
    await titleField(sam, 'surprise').fill(secrets.title);
    await textField(sam).fill(secrets.text);
    await fillWhen(sam, { day: dayAfter(1), time: '22:40', minutes: 180 });
    await sam.page.getByText(say('plans.form.opensHand'), { exact: true }).click();
    await button(sam.page, say('plans.form.seal')).click();
    await sam.arrive(say('plans.teaser.formTitle', { name: 'Noor' }));
    path = new URL(sam.page.url()).pathname.replace(/\/teaser$/, '');
    expect(await countEvents()).toBe(samsSeal);
  });

  await test.step('Sam says what must be known, and Noor sees exactly that, live', async () => {
    await sam.page.getByLabel(say('plans.teaser.wear'), { exact: true }).fill(hints.wear);
    await sam.page.getByLabel(say('plans.teaser.children'), { exact: true }).fill(hints.children);
    await sam.page.getByRole('textbox', { name: say('plans.teaser.note') }).fill(hints.note);
    const preview = sam.page.getByRole('region', { name: say('plans.teaser.preview', { name: 'Noor' }) });
    const promised = await factsOf(preview.getByRole('article'));
    await button(sam.page, say('plans.teaser.send', { name: 'Noor' })).click();
    await sam.arrive(secrets.title);

    await noor.hears(say('events.teaser.given', { name: 'Sam' }));
    const sealed = noor.page.getByRole('region', { name: say('plans.list.sealed') }).getByRole('article');
    await expect(sealed.getByRole('heading')).toHaveText(say('plans.teased.title', { name: 'Sam' }));
    for (const hint of Object.values(hints)) await expect(sealed.getByText(hint)).toBeVisible();
    await expect(sealed).toContainText('22:40');
    await expect(sealed).toContainText(say('plans.teased.rest'));
    expect(await factsOf(sealed)).toEqual(promised);
  });

  await test.step('Noor’s calendar says that something is planned', async () => {
    await link(noor.page, say('plans.ways.calendar')).click();
    await noor.arrive(say('calendar.page.title'));
    await button(noor.page, say('calendar.page.make')).click();
    const made = noor.page.getByRole('region', { name: say('calendar.page.address.title') });
    address = await read(made.getByText(/^http.*\.ics$/));
    feed = await fetchFeed(address);
    expect(feed).toContain(`SUMMARY:${say('calendar.feed.something')}`);
    expect(feed.match(/BEGIN:VEVENT/g)).toHaveLength(1);
  });

  await test.step('Sam writes on at it, and nothing of that reaches Noor', async () => {
    await link(noor.page, say('shell.today')).filter({ visible: true }).first().click();
    const title = say('today.plans.teased', { name: 'Sam' });
    await link(noor.page, say('today.plans.lookLabel', { title })).click();
    await noor.arrive(say('plans.teased.title', { name: 'Sam' }));
    await expect(noor.page).toHaveURL(path);
    const [seen, seq] = [await read(noor.main), await countEvents()];

    await link(sam.page, say('plans.sealed.edit')).click();
    await sam.arrive(say('plans.sealed.editTitle'));
    await titleField(sam, 'surprise').fill(secrets.titleAfter);
    await textField(sam).fill(secrets.textAfter);
    await fillWhen(sam, { day: dayAfter(1), time: '21:05' });
    await button(sam.page, say('plans.form.save')).click();
    await sam.arrive(secrets.titleAfter);

    expect(await countEvents()).toBe(seq);
    expect(await fetchFeed(address)).toBe(feed);
    expect(await read(noor.main)).toBe(seen);
    await noorStays();
    await noor.page.reload();
    await noor.arrive(say('plans.teased.title', { name: 'Sam' }));
    expect(await read(noor.main)).toBe(seen);
    const all = await heard.read();
    expect(all, 'what may be known was heard').toContain(hints.wear);
    expect(heard.frames.join('\n'), 'the socket was heard').toContain('teaser.given');
    for (const secret of [...Object.values(secrets), ideaTitle, '21:05']) expect(all).not.toContain(secret);
  });

  const stays = [await noor.staysHere(), await sam.staysHere()];

  await test.step('Sam opens it, and it opens live before Noor', async () => {
    const sawEnvelope = await watchEnvelope(noor);
    await button(sam.page, say('plans.sealed.open', { name: 'Noor' })).click();
    const dialog = sam.page.getByRole('dialog', { name: say('plans.sealed.openTitle', { name: 'Noor' }) });
    await expectAccessible(sam.page);
    await button(dialog, say('plans.sealed.openConfirm')).click();
    await expect(noor.title).toHaveText(secrets.titleAfter);
    await expect(noor.main.getByText(secrets.textAfter)).toBeVisible();
    await noor.hears(say('events.plan.revealed', { name: 'Sam' }));
    await expect.poll(sawEnvelope).toBe(true);
    await expect(
      noor.main.getByText(say('plans.chips.surpriseTheirs', { name: 'Sam' }), { exact: true }),
    ).toBeVisible();
    await expect(sam.main.getByText(say('plans.chips.surpriseMine'), { exact: true })).toBeVisible();
    const all = await heard.read();
    expect(all, 'what was sealed is heard now').toContain(secrets.textAfter);
    expect(all, 'what was written over stays unread').not.toContain(secrets.text);
  });

  await test.step('it is lived, and felt by both', async () => {
    await sayLived(noor);
    await sayFelt(noor, felt.noor);
    await expect(feltOf(sam).getByText(felt.noor)).toBeVisible();
    await sayFelt(sam, felt.sam);
    await expect(feltOf(noor).getByText(felt.sam)).toBeVisible();
  });

  for (const stay of stays) await stay();
  const happened = ['teaser.given', 'plan.revealed', 'plan.lived', 'felt.given', 'felt.given'];
  expect(await listEventsOf(noor, path.split('/').at(-1) ?? '')).toEqual(happened);
});
