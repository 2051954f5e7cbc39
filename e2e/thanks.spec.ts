import { randomUUID } from 'node:crypto';
import type { ThanksView } from '#lib/thanks/view';
import { expectAccessible } from './access';
import { button, link, type Person } from './person';
import { dayAfter } from './plans';
import { beginTalk, bothPress, expectMoment, orderByHolder, sentence } from './talks';
import { expect, test } from './test';
import { nobodyThere } from './watch';
import { say } from './words';

const words = {
  did: 'You warmed my side of the bed',
  says: 'You think of me before you sleep',
  was: 'I felt looked after when I had not asked',
  answer: 'I did not know that you had noticed',
  second: 'You rang the plumber',
  typing: 'Something I am in the middle of',
  saved: 'You waited at the stop in the rain',
  timed: 'You let me sleep until ten',
  loved: 'How you hum when you add up',
  dropped: 'A thank-you that I thought better of',
  promise: 'Take Tuesday mornings',
};

const didField = ({ page }: Person, name: string) =>
  page.getByRole('textbox', { name: say('thanks.form.did', { name }) });
const momentOf = ({ page }: Person, name: string) =>
  page.getByRole('dialog', { name: say('thanks.moment.label', { name }) });
const cardOf = ({ main }: Person, text: string) => main.getByRole('listitem').filter({ hasText: text });

async function thank(person: Person, did: string, give: unknown = 'now'): Promise<string> {
  const id = randomUUID();
  await person.ask('PUT', `/api/thanks/${id}`, { did, give });
  return id;
}

test('a line is given in a breath, received on the whole screen, and answered', async ({ couple: [noor, sam] }) => {
  await sam.visit('/today');
  await noor.visit('/today');

  await test.step('from opening the app: one tap, one line, one tap', async () => {
    await link(noor.main, `${say('thanks.today.act')}: ${say('thanks.today.sayText', { name: 'Sam' })}`).click();
    await expect(didField(noor, 'Sam')).toBeFocused();
    await expectAccessible(noor.page);
    await noor.page.keyboard.type(words.did);
    await noor.page.reload();
    await noor.arrive(say('thanks.title'));
    await expect(didField(noor, 'Sam')).toHaveValue(words.did);
    await button(noor.page, say('thanks.form.more')).click();
    await noor.page.getByRole('textbox', { name: say('thanks.form.says', { name: 'Sam' }) }).fill(words.says);
    await noor.page.getByRole('textbox', { name: say('thanks.form.was') }).fill(words.was);
    await button(noor.page, say('thanks.ways.hug')).click();
    await expectAccessible(noor.page);
    await button(noor.page, say('thanks.form.give')).click();
    await noor.hears(say('thanks.form.given', { name: 'Sam' }));
    await expect(didField(noor, 'Sam')).toHaveValue('');
  });

  await test.step('it takes Sam’s whole screen, and Sam answers', async () => {
    const moment = momentOf(sam, 'Noor');
    for (const line of [words.did, words.says, words.was]) await expect(moment.getByText(line)).toBeVisible();
    await expect(moment).not.toContainText(say('thanks.ways.hug'));
    await expectAccessible(sam.page);
    await button(moment, say('thanks.moment.answer')).click();
    await moment.getByRole('textbox', { name: say('thanks.moment.answerLabel') }).fill(words.answer);
    await button(moment, say('thanks.moment.send')).click();
    await expect(moment).toBeHidden();
    await noor.hears(say('events.thanks.answered', { name: 'Sam' }));
    await expect(cardOf(noor, words.did).getByText(words.answer)).toBeVisible();
  });

  await test.step('whoever is writing is told by a notice; that it was looked at stays theirs', async () => {
    await sam.answerField.fill(words.typing);
    const id = await thank(noor, words.second);
    await expect(sam.notices).toContainText(say('thanks.today.new', { name: 'Noor' }));
    await expect(momentOf(sam, 'Noor')).toHaveCount(0);
    await expect(sam.answerField).toHaveValue(words.typing);
    const row = `${say('thanks.today.open')}: ${say('thanks.today.new', { name: 'Noor' })}`;
    await link(sam.main, row).click();
    await expect(sam.page).toHaveURL(`/thanks/${id}`);
    await sam.arrive(say('thanks.moment.thanks', { name: 'Noor' }));
    await expectAccessible(sam.page);
    await button(sam.page, say('thanks.moment.close')).click();
    await sam.arrive(say('thanks.title'));
    expect(await noor.ask<ThanksView>('GET', `/api/thanks/${id}`)).toMatchObject({ isReceived: false });
    await link(sam.main, say('thanks.list.answerOf', { did: words.second })).click();
    await button(sam.page, say('thanks.moment.receive')).click();
    await noor.hears(say('events.thanks.received', { name: 'Sam' }));
    await expect(cardOf(noor, words.second).getByText(say('thanks.list.received', { name: 'Sam' }))).toBeVisible();
  });

  await test.step('Noor shows it too, and ticks that for herself', async () => {
    const done = say('thanks.toShow.doneOf', { way: say('thanks.ways.hug'), did: words.did });
    await button(noor.main, done).click();
    await expect(button(noor.main, done)).toHaveCount(0);
    expect(await sam.page.content()).not.toContain(say('thanks.list.shown', { way: say('thanks.ways.hug') }));
  });

  await test.step('an old one comes out of the jar, and then another', async () => {
    await button(sam.main, say('thanks.jar.draw')).click();
    const drawn = sam.page.getByRole('dialog', { name: say('thanks.jar.drawn') });
    const [first, second] = [drawn.getByText(words.did), drawn.getByText(words.second)];
    await expect(first.or(second)).toBeVisible();
    await expectAccessible(sam.page);
    const other = (await first.isVisible()) ? second : first;
    await button(drawn, say('thanks.jar.another')).click();
    await expect(other).toBeVisible();
    await sam.page.keyboard.press('Escape');
    await expect(drawn).toHaveCount(0);
  });

  await test.step('a kept promise leads to the first line', async () => {
    const id = randomUUID();
    await noor.ask('PUT', `/api/commitments/${id}`, { text: words.promise, doer: 'partner', reviewOn: dayAfter(1) });
    await sam.ask('PUT', `/api/commitments/${id}/acceptance`);
    await sam.ask('PUT', `/api/commitments/${id}/outcome`, { outcome: 'kept' });
    await noor.visit('/talk');
    await button(cardOf(noor, words.promise), say('talks.commitments.kept')).click();
    await link(noor.notices, say('talks.commitments.thank')).click();
    await expect(didField(noor, 'Sam')).toHaveValue(words.promise);
    await expect(didField(noor, 'Sam')).toBeFocused();
  });
});

test('what waits is nobody else’s: for a talk, for its time, or on a list of one’s own', async ({
  couple: [noor, sam],
  server,
}) => {
  test.setTimeout(240_000);
  await sam.visit('/thanks');
  await noor.visit('/thanks');

  await test.step('saved for the talk and for a time, changed and dropped, of which Sam finds nothing', async () => {
    await didField(noor, 'Sam').fill(words.saved);
    await noor.page.getByText(say('thanks.form.talk'), { exact: true }).click();
    await button(noor.page, say('thanks.form.saveTalk')).click();
    await expect(cardOf(noor, words.saved)).toBeVisible();
    await didField(noor, 'Sam').fill(words.dropped);
    await noor.page.getByText(say('thanks.form.time'), { exact: true }).click();
    await noor.page.getByLabel(say('thanks.form.day'), { exact: true }).fill(dayAfter(1));
    await noor.page.getByLabel(say('thanks.form.clock'), { exact: true }).fill('07:30');
    await expectAccessible(noor.page);
    await button(noor.page, say('thanks.form.giveThen')).click();
    const menu = () => button(noor.main, say('thanks.kept.menu', { did: words.dropped }));
    await menu().click();
    await noor.page
      .getByRole('menuitem', { name: say('thanks.kept.drop') })
      .or(button(noor.page, say('thanks.kept.drop')))
      .first()
      .click();
    await button(noor.page.getByRole('dialog'), say('thanks.kept.drop')).click();
    await expect(cardOf(noor, words.dropped)).toHaveCount(0);
    const id = await thank(noor, 'You let me sleep', { day: dayAfter(1), time: '07:30' });
    await noor.visit(`/thanks/${id}/edit`);
    await expectAccessible(noor.page);
    await didField(noor, 'Sam').fill(words.timed);
    await button(noor.page, say('thanks.form.giveThen')).click();
    await expect(noor.page).toHaveURL('/thanks');
    await expect(cardOf(noor, words.timed)).toContainText('07:30');
    await sam.page.reload();
    await sam.arrive();
    await expect(sam.main.getByText(say('thanks.list.empty'))).toBeVisible();
  });

  await test.step('what Noor loves is hers, until she gives one of it', async () => {
    await noor.visit('/thanks/love');
    await noor.page.getByRole('textbox', { name: say('thanks.love.label') }).fill(words.loved);
    await button(noor.page, say('thanks.love.add')).click();
    await expect(cardOf(noor, words.loved)).toBeVisible();
    await expectAccessible(noor.page);
    await button(noor.main, say('thanks.love.giveOf', { text: words.loved })).click();
    const dialog = noor.page.getByRole('dialog', { name: say('thanks.love.giveTitle', { name: 'Sam' }) });
    await button(dialog, say('thanks.love.give')).click();
    await expect(cardOf(noor, words.loved)).toHaveCount(0);
    const moment = momentOf(sam, 'Noor');
    await expect(moment.getByText(words.loved)).toBeVisible();
    await button(moment, say('thanks.moment.receive')).click();
    await expect(moment).toHaveCount(0);
  });

  await test.step('in the talk the saved one stands beside Noor alone; said, it is given with a tap', async () => {
    const id = await beginTalk(noor, { form: 'short' });
    await sam.visit(`/talk/${id}/live`);
    await bothPress(noor, sam, id, say('live.acts.yes'));
    const [first] = await orderByHolder(id, noor, sam);
    if (first === sam) await button(sam.page, say('live.acts.pass')).click();
    await expectMoment(noor, sentence('Sam', 'thank', 'listen'));
    const give = button(noor.main, say('thanks.talk.giveOf', { did: words.saved }));
    await expect(give).toBeVisible();
    await expect(sam.main.getByText(words.saved)).toHaveCount(0);
    await expectAccessible(noor.page);
    await give.click();
    await expect(give).toHaveCount(0);
    await expect(sam.page.getByRole('dialog')).toHaveCount(0);
    await sam.visit('/thanks');
    await expect(sam.main.getByText(say('thanks.list.new'))).toBeVisible();
  });

  await test.step('given at its time, once, though the server was down then', async () => {
    for (const { watch } of [noor, sam]) watch.expect(...nobodyThere);
    await server.kill();
    await server.start({ days: 2 });
    const find = async () =>
      (await sam.ask<{ thanks: ThanksView[] }>('GET', '/api/thanks')).thanks.find(
        (one) => one.words?.did === words.timed,
      );
    await expect.poll(find).toMatchObject({ by: 'partner', isNew: true });
    await sam.visit('/today');
    const row = `${say('thanks.today.open')}: ${say('thanks.today.new', { name: 'Noor' })}`;
    await link(sam.main, row).click();
    await sam.arrive(say('thanks.moment.thanks', { name: 'Noor' }));
    await expect(sam.main.getByText(words.timed)).toBeVisible();
    const { events } = await sam.ask<{ events: { name: string }[] }>('GET', '/api/events?after=0');
    expect(events.filter(({ name }) => name === 'thanks.given')).toHaveLength(2);
  });

  for (const { page } of [noor, sam]) await page.close();
  await server.restart();
});
