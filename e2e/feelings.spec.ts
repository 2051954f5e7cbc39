import type { Locator } from '@playwright/test';
import { findFamily, findFeeling, findNeed } from '#lib/feelings/library';
import { expectAccessible, expectNoSideways } from './access';
import { button, link, type Person, read } from './person';
import { expect, test } from './test';
import { say } from './words';

const word = (id: string) => findFeeling(id)?.en ?? '';
const need = (id: string) => findNeed(id)?.en ?? '';

/** What is shown of a check-in, by its words. */
const kept = ({ main }: Person, words: string): Locator =>
  main.getByRole('listitem').filter({ has: main.page().getByRole('heading', { name: words }) });

test('a word by keys alone, and done; more of it later; and the partner sees the same as before', async ({
  couple: [noor, sam],
}) => {
  const { page } = noor;
  await noor.visit('/today');
  const today = await read(noor.main);
  await sam.visit('/today');
  const before = [await read(sam.main), await sam.ask('GET', '/api/events?after=0')];
  const stays = await sam.staysHere();

  await test.step('from Today to a word that is kept', async () => {
    await noor.main.getByRole('link', { name: say('today.feelings.action') }).press('Enter');
    await noor.arrive(say('feelings.title'));
    // A group of radio buttons: arrow keys go around the wheel.
    await page.getByRole('radio', { name: findFamily('sharing')?.en.name }).focus();
    for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('radio', { name: findFamily('rest')?.en.name })).toBeChecked();
    const words = page.getByRole('group', { name: say('feelings.wheel.words', { family: 'Rest' }) });
    await words.getByRole('checkbox', { name: word('stretched-thin') }).press('Space');
    await expectAccessible(page);
    await button(page, say('feelings.keep')).press('Enter');
    await noor.hears(say('feelings.kept'));
    await expect(kept(noor, word('stretched-thin'))).toBeVisible();
    await expect(button(page, say('feelings.keep'))).toHaveCount(0);
  });

  await test.step('what is begun survives a reload, with words of two families', async () => {
    for (const [family, id] of [
      ['nearness', 'left-out'],
      ['comfort', 'low'],
    ] as const) {
      await page
        .getByText(findFamily(family)?.en.name ?? '', { exact: true })
        .first()
        .click();
      await page.getByText(word(id), { exact: true }).click();
    }
    await page.getByText(say('feelings.more'), { exact: true }).click();
    await page.getByText(say('feelings.strength.names.4'), { exact: true }).click();
    await page.getByRole('textbox', { name: say('feelings.line') }).fill('Behind the door of the cellar');
    await page.reload();
    await noor.arrive(say('feelings.title'));
    await expect(page.getByRole('textbox', { name: say('feelings.line') })).toHaveValue(
      'Behind the door of the cellar',
    );
    await page.getByText(need('hand-on-back'), { exact: true }).click();
    await button(page, say('feelings.wheel.back', { word: word('low') })).click();
    await button(page, say('feelings.keep')).click();
    const line = kept(noor, word('left-out'));
    await expect(line).toContainText('Behind the door of the cellar');
    await expect(line).toContainText(say('feelings.entry.need', { things: need('hand-on-back') }));
  });

  await test.step('in other words, and deleted', async () => {
    await link(kept(noor, word('left-out')), 'left out').click();
    await noor.arrive(say('feelings.edit'));
    await page.getByText(word('lonely'), { exact: true }).click();
    await button(page, say('feelings.keep')).click();
    await noor.arrive(say('feelings.title'));
    await expect(kept(noor, `${word('left-out')} and ${word('lonely')}`)).toBeVisible();
    await link(kept(noor, word('stretched-thin')), 'stretched thin').click();
    await noor.arrive(say('feelings.edit'));
    await button(page, say('feelings.delete.button')).click();
    await button(page.getByRole('dialog'), say('feelings.delete.confirm')).click();
    await noor.arrive(say('feelings.title'));
    await expect(kept(noor, word('stretched-thin'))).toHaveCount(0);
  });

  await test.step('weeks say in words what they draw', async () => {
    await link(page, say('feelings.nav.weeks')).click();
    await noor.arrive(say('feelings.weeks.title'));
    await expect(noor.main).toContainText(say('feelings.weeks.neededThen', { need: need('hand-on-back') }));
    for (const part of ['words', 'strength', 'needs'] as const) {
      const title = say(`feelings.weeks.${part}.title`);
      const chart = page.getByRole('region', { name: title, exact: true });
      await chart.getByText(say('feelings.weeks.table'), { exact: true }).click();
      await expect(chart.getByRole('row')).toHaveCount(2);
    }
    await expectAccessible(page);
  });

  await test.step('nothing of it is anywhere else', async () => {
    await noor.visit('/today');
    expect(await read(noor.main)).toBe(today);
    await stays();
    expect([await read(sam.main), await sam.ask('GET', '/api/events?after=0')]).toEqual(before);
    await sam.visit('/feelings/weeks');
    await expect(sam.main).toContainText(say('feelings.weeks.empty'));
  });
});

test('what is mine alone is hidden at once, by a press and by Escape twice', async ({ couple: [noor] }) => {
  const { page, context } = noor;
  await context.route('https://*.wikipedia.org/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<h1>Wikipedia</h1>' }),
  );
  await noor.visit('/today');
  await noor.visit('/feelings');
  await link(page, say('feelings.hide.button')).click();
  await expect(page).toHaveURL('https://en.wikipedia.org/');
  await page.goBack();
  await expect(page).toHaveURL('/today');

  // From one part to another it is one line in the browser's history.
  await noor.visit('/feelings');
  await link(page, say('feelings.nav.weeks')).click();
  await noor.arrive(say('feelings.weeks.title'));
  await expect(async () => {
    for (let i = 0; i < 2; i++) await page.keyboard.press('Escape');
    expect(page.url()).toBe('https://en.wikipedia.org/');
  }).toPass();
  await page.goBack();
  await expect(page).toHaveURL('/today');
});

test('the wheel is a list of names where text is large', async ({ couple: [noor] }) => {
  const { page } = noor;
  await noor.visit('/feelings');
  await page.setViewportSize({ width: 360, height: 640 });
  const sizeOf = async (name: string) => {
    const box = await page.locator('label').filter({ hasText: name }).first().boundingBox();
    return box ?? { x: 0, y: 0, width: 0, height: 0 };
  };
  const [sharing, rest] = [findFamily('sharing')?.en.name ?? '', findFamily('rest')?.en.name ?? ''];
  const round = await sizeOf(sharing);
  expect(Math.abs(round.width - round.height)).toBeLessThan(1);
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  await expect.poll(async () => (await sizeOf(rest)).height).toBeLessThan(120);
  for (const name of [sharing, rest]) {
    const { height, width } = await sizeOf(name);
    expect(height).toBeGreaterThanOrEqual(44);
    expect(width).toBeGreaterThan(height);
  }
  await page.getByText(rest, { exact: true }).first().click();
  await page.getByText(word('at-peace'), { exact: true }).click();
  await expectNoSideways(page);
});
