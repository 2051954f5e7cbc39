import { expectAccessible, expectNoSideways } from './access';
import { button, link, type Person } from './person';
import { listEventsOf } from './plans';
import { expect, test } from './test';
import { nobodyThere } from './watch';
import { say } from './words';

const words = {
  first: 'The door closed and I stood in the hall.',
  second: 'Nobody had said goodbye.',
  third: 'I told myself it was the train.',
  more: 'It was not the train.',
  felt: 'left out',
  would: 'call from the platform',
  heard: 'That the hall is loud when I am gone.',
};

function page({ page }: Person) {
  return {
    text: page.getByRole('textbox', { name: say('journal.edit.text') }),
    line: (line: 'when' | 'felt' | 'need' | 'would') =>
      page.getByRole('textbox', { name: say(`sharings.lines.${line}`), exact: true }),
    password: page.getByLabel(say('journal.door.password'), { exact: true }),
  };
}

async function beginEntry(person: Person, form: 'free' | 'letter'): Promise<string> {
  await person.visit('/feelings/journal');
  await person.main.getByRole('link', { name: say(`journal.begin.${form}`) }).click();
  await person.page.waitForURL(/journal\/[0-9a-f-]{36}/);
  await person.arrive(say(`journal.begin.${form}`));
  return new URL(person.page.url()).pathname;
}

test('from a page that keeps itself to words that arrive, and no further', async ({ couple, server }) => {
  const [noor, sam] = couple;
  await sam.visit('/today');
  const samStays = await sam.staysHere();
  const path = await beginEntry(noor, 'free');
  await page(noor).text.fill(`${words.first} ${words.second} ${words.third}`);
  await expect(noor.main.getByText(say('journal.edit.saved'), { exact: true })).toBeVisible();
  await expectAccessible(noor.page);
  await noor.visit(path);
  await expect(page(noor).text).toHaveValue(`${words.first} ${words.second} ${words.third}`);

  await link(noor.main, say('journal.edit.share')).click();
  await noor.arrive(say('sharings.newTitle', { name: 'Sam' }));
  await noor.page.getByRole('checkbox', { name: words.second }).check();
  await page(noor).line('when').click();
  await button(noor.page, say('sharings.soften.put', { sentence: words.second })).click();
  await expect(page(noor).line('when')).toHaveValue(words.second);
  await button(noor.page, say('sharings.share')).click();
  await expect(page(noor).line('felt')).toBeFocused();
  await page(noor).line('felt').fill(words.felt);
  await page(noor).line('would').fill(words.would);
  await expectAccessible(noor.page);
  await expectNoSideways(noor.page);
  await button(noor.page, say('sharings.share')).click();
  await noor.arrive(say('sharings.waiting.title'));
  await expectAccessible(noor.page);

  // Taken back, the words wait in the form, and nobody has noticed anything.
  await button(noor.main, say('sharings.waiting.back')).click();
  await noor.arrive(say('sharings.title'));
  await link(noor.main, say('sharings.new')).click();
  await noor.arrive(say('sharings.newTitle', { name: 'Sam' }));
  await expect(page(noor).line('felt')).toHaveValue(words.felt);
  await button(noor.page, say('sharings.share')).click();
  await noor.arrive(say('sharings.waiting.title'));
  const id = noor.page.url().split('/').at(-1) ?? '';
  await expect(sam.main.getByText(say('sharings.today.title', { name: 'Noor' }))).toBeHidden();
  await samStays();

  // The server is down when its time comes.
  for (const person of [noor, sam]) person.watch.expect(...nobodyThere);
  await server.stop();
  await expect(sam.page.getByText(say('events.away'))).toBeVisible();
  await server.start({ days: 1 });
  await expect(sam.page.getByText(say('events.away'))).toBeHidden();
  const row = sam.main.getByText(say('sharings.today.title', { name: 'Noor' }));
  await expect(row).toBeVisible({ timeout: 30_000 });
  await samStays();
  expect(await listEventsOf(sam, id)).toEqual(['sharing.delivered']);

  await link(sam.main, say('sharings.today.open')).click();
  await sam.arrive(say('sharings.one.title', { name: 'Noor' }));
  await expect(sam.page.getByText(words.felt)).toHaveCount(0);
  await expectAccessible(sam.page);
  await button(sam.main, say('sharings.one.open')).click();
  await expect(sam.main.getByText(words.felt)).toBeVisible();
  await expect(sam.main.getByText(words.second)).toBeVisible();
  expect(await sam.page.content()).not.toContain(words.third);
  await sam.main.getByRole('button', { name: say('prompts.respond.understood') }).click();
  await sam.main.getByRole('textbox', { name: say('prompts.respond.understood') }).fill(words.heard);
  await button(sam.main, say('prompts.respond.say')).click();
  await expect(sam.main.getByRole('region', { name: say('sharings.one.answers') })).toContainText(words.heard);
  await expectAccessible(sam.page);
  await noor.visit(`/feelings/shared/${id}`);
  await expect(noor.main.getByText(words.heard)).toBeVisible();

  // After a day away the journal wants the password; what was written is still there.
  noor.watch.expect(/423|422/);
  await noor.visit(path);
  await noor.arrive(say('journal.door.title'));
  expect(await noor.page.content()).not.toContain(words.first);
  await expectAccessible(noor.page);
  await page(noor).password.fill('not this, surely not');
  await button(noor.main, say('journal.door.open')).click();
  await expect(noor.main.getByRole('alert')).toContainText(say('errors.wrong_password'));
  await page(noor).password.fill(noor.password);
  await button(noor.main, say('journal.door.open')).click();
  await expect(page(noor).text).toHaveValue(`${words.first} ${words.second} ${words.third}`);
  await server.restart();
});

test('a letter written without a network is kept, and two devices do not overwrite each other', async ({ begin }) => {
  const noor = await begin('Noor');
  const path = await beginEntry(noor, 'letter');
  await expectAccessible(noor.page);
  await page(noor).text.fill(words.first);
  await expect(noor.main.getByText(say('journal.edit.saved'), { exact: true })).toBeVisible();
  noor.watch.expect(...nobodyThere, /409/);
  await noor.context.setOffline(true);
  await page(noor).text.fill(`${words.first} ${words.more}`);
  await expect(noor.main.getByText(say('journal.edit.here'), { exact: true })).toBeVisible();
  await noor.context.setOffline(false);
  await expect(noor.main.getByText(say('journal.edit.saved'), { exact: true })).toBeVisible();

  // Another device writes meanwhile.
  const id = path.split('/').at(-1);
  const { n } = await noor.ask<{ n: number }>('GET', `/api/entries/${id}`);
  await noor.ask('PUT', `/api/entries/${id}`, { form: 'letter', after: n, text: words.second });
  await page(noor).text.fill(words.third);
  const choice = noor.page.getByRole('alert').filter({ hasText: say('journal.changed.title') });
  await expect(choice).toContainText(words.second);
  await expectAccessible(noor.page);
  await button(choice, say('journal.changed.mine')).click();
  await expect(noor.main.getByText(say('journal.edit.saved'), { exact: true })).toBeVisible();
  await noor.visit(path);
  await expect(page(noor).text).toHaveValue(words.third);

  await button(noor.main, say('journal.delete.button')).click();
  await button(noor.page.getByRole('dialog'), say('journal.delete.confirm')).click();
  await noor.arrive(say('journal.title'));
  await expect(noor.main.getByText(say('journal.list.empty'))).toBeVisible();
  await expectAccessible(noor.page);
});

test('a feeling by name, brought to a talk; and a lock that is turned by hand', async ({ couple }) => {
  const [noor, sam] = couple;
  await noor.visit('/feelings/journal/new?form=feeling');
  await noor.page.waitForURL(/journal\/[0-9a-f-]{36}/);
  await noor.arrive(say('journal.begin.feeling'));
  await noor.main.locator('label').filter({ hasText: 'Nearness' }).click();
  await expect(noor.page.getByRole('radio', { name: 'Nearness' })).toBeChecked();
  await noor.main.locator('label').filter({ hasText: words.felt }).click();
  await expectAccessible(noor.page);
  await noor.page.getByRole('textbox').fill(words.first);
  await expect(noor.main.getByText(say('journal.edit.saved'), { exact: true })).toBeVisible();
  await link(noor.main, say('journal.edit.share')).click();
  await noor.arrive(say('sharings.newTitle', { name: 'Sam' }));
  // The word is at hand where it belongs.
  await page(noor).line('felt').click();
  await button(noor.page, say('sharings.soften.put', { sentence: words.felt })).click();
  await expect(page(noor).line('felt')).toHaveValue(words.felt);

  // Brought to a talk it is a note, of which only the title will show.
  await noor.page.getByRole('radio', { name: say('sharings.how.talk') }).check();
  await noor.page.getByRole('textbox', { name: say('sharings.how.heading') }).fill(words.would);
  await button(noor.page, say('sharings.bring')).click();
  await noor.arrive(say('talks.notes.title'));
  await expect(noor.main.getByRole('region', { name: say('talks.notes.brought') })).toContainText(words.would);

  await noor.visit('/feelings/journal/lock');
  await expectAccessible(noor.page);
  await button(noor.main, say('journal.lock.now')).click();
  await noor.arrive(say('journal.door.title'));
  await page(noor).password.fill(noor.password);
  await button(noor.main, say('journal.door.open')).click();
  await noor.arrive(say('journal.lock.title'));
  await noor.visit('/feelings/shared');
  await expect(noor.main.getByText(say('sharings.list.empty'))).toBeVisible();
  await expectAccessible(noor.page);
  await sam.visit('/feelings/shared');
  await expect(sam.main.getByText(say('sharings.list.empty'))).toBeVisible();
});
