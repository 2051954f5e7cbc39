import { expectAccessible, expectNoSideways } from './access';
import { button, link } from './person';
import { expect, test } from './test';
import { say } from './words';

test('one asks with a tap, the other answers honestly, and nothing of it stays', async ({ couple: [noor, sam] }) => {
  const asksForHug = say('bids.asks.hug', { name: 'Noor' });
  await noor.visit('/today');
  await sam.visit('/plans');
  const stays = await noor.staysHere();

  await test.step('Noor taps, and Sam, who is elsewhere, is told for what', async () => {
    await button(noor.page, say('bids.kinds.hug')).click();
    await expect(noor.page.getByRole('heading', { name: say('bids.mine.hug', { name: 'Sam' }) })).toBeFocused();
    await expect(noor.page.getByRole('heading', { name: say('bids.start.title') })).toHaveCount(0);
    await sam.hears(asksForHug);
    await link(sam.notices, say('events.look')).click();
    await sam.arrive(say('bids.title'));
  });

  await test.step('Sam cannot, and says when; what is half typed survives a reload', async () => {
    await expect(sam.page.getByRole('heading', { name: asksForHug })).toBeVisible();
    await expectAccessible(sam.page);
    const open = async () => {
      await button(sam.page, say('bids.answer.cannot')).click();
      return sam.page.getByRole('dialog', { name: say('bids.cannot.title') });
    };
    let dialog = await open();
    await button(dialog, say('bids.cannot.action')).click();
    await expect(dialog.getByText(say('bids.cannot.required'))).toBeVisible();
    await expectAccessible(sam.page);
    await dialog.getByRole('textbox', { name: say('bids.cannot.line') }).fill('Once the bread is in');
    await sam.page.reload();
    await sam.arrive();
    dialog = await open();
    await expect(dialog.getByRole('textbox', { name: say('bids.cannot.line') })).toHaveValue('Once the bread is in');
    await button(dialog, say('bids.cannot.action')).click();
    await expect(sam.page.getByText(say('bids.said.cannot'))).toBeVisible();
    await expect(noor.page.getByText(say('bids.answered.cannot', { name: 'Sam' }))).toBeVisible();
    await expect(noor.main.getByText('Once the bread is in')).toBeVisible();
    await noor.hears(say('bids.nudge.cannot', { name: 'Sam' }));
    await expectAccessible(noor.page);
  });

  await test.step('he may say otherwise: tomorrow, at a time', async () => {
    await button(sam.page, say('bids.otherwise')).click();
    await button(sam.page, say('bids.answer.at')).click();
    const dialog = sam.page.getByRole('dialog', { name: say('bids.at.title') });
    await dialog.getByText(say('bids.at.tomorrow'), { exact: true }).click();
    await dialog.getByLabel(say('bids.at.time'), { exact: true }).fill('09:15');
    await expectAccessible(sam.page);
    await button(dialog, say('bids.at.action')).click();
    const when = say('bids.when', { day: 'tomorrow', time: '09:15' });
    await expect(noor.page.getByText(say('bids.answered.at', { name: 'Sam', when }))).toBeVisible();
    await expect(noor.main.getByText('Once the bread is in')).toHaveCount(0);
  });

  await test.step('done, it is gone for both, and the next can be asked for and taken back', async () => {
    await button(noor.page, say('bids.done')).click();
    await expect(noor.title).toBeFocused();
    await expect(sam.page.getByRole('heading', { name: asksForHug })).toHaveCount(0);
    await button(noor.page, say('bids.kinds.quiet')).click();
    await expect(sam.page.getByRole('heading', { name: say('bids.asks.quiet', { name: 'Noor' }) })).toBeVisible();
    await button(noor.page, say('bids.takeBack')).click();
    await expect(sam.page.getByRole('heading', { name: say('bids.asks.quiet', { name: 'Noor' }) })).toHaveCount(0);
    await expect(button(noor.page, say('bids.kinds.quiet'))).toBeVisible();
    expect(await noor.ask('GET', '/api/bids')).toEqual({ mine: null, theirs: null });
  });

  await stays();
  await sam.page.setViewportSize({ width: 360, height: 640 });
  await noor.ask('PUT', `/api/bids/${crypto.randomUUID()}`, { kind: 'listen' });
  await expect(sam.page.getByRole('heading', { name: say('bids.asks.listen', { name: 'Noor' }) })).toBeVisible();
  await expectNoSideways(sam.page);
});
