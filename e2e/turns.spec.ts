import { expectAccessible } from './access';
import { button, type Person } from './person';
import { holdUntilAll } from './plans';
import { expect, test } from './test';
import { say } from './words';

/** Both pages say that it is this one's week. */
async function expectTurn(holder: Person, other: Person): Promise<void> {
  const mine = say('turns.mine.weekly', { name: other.name });
  const theirs = say('turns.theirs.weekly', { name: holder.name });
  await expect(holder.page.getByRole('heading', { name: mine, exact: true })).toBeVisible();
  await expect(other.page.getByRole('heading', { name: theirs, exact: true })).toBeVisible();
}

test('two begin to take turns, and when both swap at the same moment it is swapped once', async ({
  couple: [noor, sam],
}) => {
  for (const person of [noor, sam]) {
    await person.visit('/plans');
    person.watch.expect(/^response: POST \/api\/turn\/swap 409$/);
  }
  const stays = [await noor.staysHere(), await sam.staysHere()];

  await test.step('Noor begins, and Sam sees live that it is his week', async () => {
    await button(noor.page, say('turns.none.action')).click();
    const dialog = noor.page.getByRole('dialog', { name: say('turns.none.title') });
    await expectAccessible(noor.page);
    await dialog.getByText('Sam', { exact: true }).click();
    await button(dialog, say('turns.begin.action')).click();
    await expectTurn(sam, noor);
    await sam.hears(say('events.turn.begun', { name: 'Noor' }));
  });

  await test.step('both swap', async () => {
    await holdUntilAll('**/api/turn/swap', noor, sam);
    for (const { page } of [noor, sam]) await button(page, say('turns.menu')).click();
    await noor.page
      .getByRole('button')
      .filter({ hasText: say('turns.takeHint', { name: 'Sam' }) })
      .click();
    await sam.page
      .getByRole('button')
      .filter({ hasText: say('turns.swapHint', { name: 'Noor' }) })
      .click();
    await expectTurn(noor, sam);
    const late = say('errors.turn_changed');
    await expect(async () => {
      const told = await Promise.all([noor, sam].map(({ notices }) => notices.filter({ hasText: late }).count()));
      expect(told.toSorted()).toEqual([0, 1]);
    }).toPass();
  });

  for (const stay of stays) await stay();
  for (const { page } of [noor, sam]) await page.reload();
  await expectTurn(noor, sam);
  const { events } = await noor.ask<{ events: { name: string }[] }>('GET', '/api/events?after=0');
  const ofTurns = events.map(({ name }) => name).filter((name) => name.startsWith('turn.'));
  expect(ofTurns).toEqual(['turn.begun', 'turn.swapped']);
});
