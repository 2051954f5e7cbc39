import { inviteDays } from '#lib/invites/rules';
import { expectAccessible } from './access';
import { button, link, linkUp, type Person, read } from './person';
import { expect, test } from './test';
import { around, say } from './words';

/** Opens an invite and finds it in such a state, said in its own words. */
async function finds(
  person: Person,
  address: string,
  state: 'unknown' | 'expired' | 'revoked' | 'taken' | 'used' | 'own',
): Promise<void> {
  await person.visit(address);
  await expect(person.title).toHaveText(say(`invites.page.${state}.title`));
  await expect(person.main.getByText(say(`invites.page.${state}.text`, { days: inviteDays }))).toBeVisible();
  await expect(button(person.page, say('invites.page.open.join', { name: 'Noor' }))).toHaveCount(0);
}

test('a code, however typed, leads to the invite; a wrong one is told beside the field', async ({ begin, open }) => {
  const noor = await begin('Noor');
  const { code } = await noor.makeInvite();
  const sam = await open('Sam');
  sam.watch.expect(/^response: POST \/api\/invites\/find 4\d\d$/);
  await sam.visit('/');
  await link(sam.page, say('landing.invited')).click();
  await expect(sam.title).toHaveText(say('invites.join.title'));
  const field = sam.page.getByLabel(say('invites.join.label'));
  await field.fill('ABCD-EFGH');
  await button(sam.page, say('invites.join.submit')).click();
  await expect(field).toBeFocused();
  await expect(field).toHaveAccessibleDescription(around(`${say('invites.join.wrong')}…`));
  await expect(field).toHaveValue('ABCD-EFGH');
  await expectAccessible(sam.page);
  await field.fill(` ${code.toLowerCase().replace('-', ' ')}`);
  await button(sam.page, say('invites.join.submit')).click();
  await expect(sam.title).toHaveText(say('invites.page.open.title', { name: 'Noor' }));
  expect(sam.page.url()).not.toContain(code.replace('-', ''));
});

test('an invite says in its own words that it is nobody’s, one’s own, taken back or replaced', async ({
  begin,
  open,
}) => {
  const noor = await begin('Noor');
  const stranger = await open('Sam');
  await finds(stranger, `/invite/${'x'.repeat(43)}`, 'unknown');
  await expectAccessible(stranger.page);
  await link(stranger.page, say('invites.page.code')).click();
  await expect(stranger.title).toHaveText(say('invites.join.title'));

  const first = await noor.makeInvite();
  await finds(noor, first.link, 'own');
  await expectAccessible(noor.page);
  await link(noor.page, say('invites.page.own.action')).click();
  await expect(noor.page.getByRole('heading', { name: say('invites.pair.open.title') })).toBeVisible();
  await button(noor.page, say('invites.pair.open.again')).click();
  const address = await read(noor.main.getByText(/\/invite\/[\w-]{43}$/));
  await finds(stranger, first.link, 'revoked');
  await stranger.visit(address);
  await expect(stranger.title).toHaveText(say('invites.page.open.title', { name: 'Noor' }));

  await button(noor.page, say('invites.pair.open.revoke')).click();
  await expect(button(noor.page, say('invites.pair.none.make'))).toBeVisible();
  await finds(stranger, address, 'revoked');
  await expectAccessible(stranger.page);
});

test('an invite that somebody accepted is taken, and then used; to the two it is theirs', async ({ begin, open }) => {
  const [noor, sam, mika] = [await begin('Noor'), await begin('Sam'), await begin('Mika')];
  const stranger = await open('Stranger');
  const { link: address } = await noor.makeInvite();
  await sam.acceptInvite(address);
  await finds(mika, address, 'taken');
  await finds(stranger, address, 'taken');
  await expect(link(stranger.page.getByRole('main'), say('invites.page.signIn'))).toBeVisible();
  await sam.page.goto(address);
  await expect(sam.page).toHaveURL('/pair');
  await noor.confirmAccepter();
  await finds(mika, address, 'used');
  await finds(stranger, address, 'used');
  await sam.visit(address);
  await expect(sam.title).toHaveText(say('invites.page.joined.title', { name: 'Noor' }));

  const other = await mika.makeInvite();
  await sam.visit(other.link);
  await expect(sam.title).toHaveText(say('invites.page.linked.title'));
  await expect(sam.main.getByText(say('invites.page.linked.text', { partner: 'Noor', name: 'Mika' }))).toBeVisible();
  await expectAccessible(sam.page);
});

test('an invite runs out after a week', async ({ begin, open, server }) => {
  const noor = await begin('Noor');
  const { link: address } = await noor.makeInvite();
  await server.restart({ days: 6 });
  const early = await open('Sam');
  await early.visit(address);
  await expect(early.title).toHaveText(say('invites.page.open.title', { name: 'Noor' }));
  await early.page.close();
  await server.restart({ days: 8 });
  const late = await open('Mika');
  await finds(late, address, 'expired');
  await expectAccessible(late.page);
  await noor.visit('/pair');
  await expect(noor.page.getByRole('heading', { name: say('invites.pair.expired.title') })).toBeVisible();
  for (const { page } of [noor, late]) await page.close();
  await server.restart();
});

test('of two who join at once exactly one is let in, and the other is told', async ({ begin }) => {
  const [noor, sam, mika] = [await begin('Noor'), await begin('Sam'), await begin('Mika')];
  const { link: address } = await noor.makeInvite();
  for (const person of [sam, mika]) {
    person.watch.expect(/^response: POST \/api\/invites\/accept 409$/);
    await person.visit(address);
  }
  await Promise.all(
    [sam, mika].map(({ page }) => button(page, say('invites.page.open.join', { name: 'Noor' })).click()),
  );
  const waiting = say('invites.pair.title.waiting', { name: 'Noor' });
  const taken = say('invites.page.taken.title');
  for (const { title } of [sam, mika]) await expect(title).toHaveText(new RegExp(`^(${waiting}|${taken})$`));
  expect((await Promise.all([sam, mika].map(({ title }) => read(title)))).sort()).toEqual([taken, waiting].sort());
});

test('the inviter can say no, and the one who waited is told at once', async ({ begin }) => {
  const [noor, sam] = [await begin('Noor'), await begin('Sam')];
  const { link: address } = await noor.makeInvite();
  await noor.visit('/pair');
  await sam.visit(address);
  await button(sam.page, say('invites.page.open.join', { name: 'Noor' })).click();
  await expect(sam.title).toHaveText(say('invites.pair.title.waiting', { name: 'Noor' }));
  await button(noor.page, say('invites.pair.decide.decline')).click();
  const dialog = noor.page.getByRole('dialog', { name: say('invites.pair.decide.ask', { name: 'Sam' }) });
  await expect(dialog).toBeVisible();
  await expectAccessible(noor.page);
  await button(dialog, say('invites.pair.decide.decline')).click();
  await expect(sam.title).toHaveText(say('invites.pair.title.alone'));
  await expect(noor.title).toHaveText(say('invites.pair.title.alone'));
  await finds(sam, address, 'revoked');
});

test('the one who waits can take it back, and the invite is open again', async ({ begin }) => {
  const [noor, sam] = [await begin('Noor'), await begin('Sam')];
  const { link: address } = await noor.makeInvite();
  await noor.visit('/pair');
  await sam.acceptInvite(address);
  await expect(
    noor.page.getByRole('heading', { name: say('invites.pair.decide.title', { name: 'Sam' }) }),
  ).toBeVisible();
  await sam.visit('/pair');
  await button(sam.page, say('invites.pair.waiting.withdraw')).click();
  await expect(sam.title).toHaveText(say('invites.pair.title.alone'));
  await expect(noor.page.getByRole('heading', { name: say('invites.pair.open.title') })).toBeVisible();
});

test('what was answered alone waits, sealed, until the other has answered it too', async ({ begin }) => {
  const words = { noor: 'The smell of rain on the tiles', sam: 'Your hand on my back in the crowd' };
  const [noor, sam] = [await begin('Noor'), await begin('Sam')];
  await noor.visit('/today');
  await noor.writeAnswer(words.noor);
  await expect(noor.main.getByText(say('prompts.waiting.textAlone'))).toBeVisible();
  await expectAccessible(noor.page);
  const question = await read(noor.question.getByRole('heading', { level: 2 }));
  await linkUp(noor, sam);
  await sam.visit('/today');
  await expect(sam.question.getByRole('heading', { level: 2 })).toHaveText(question);
  await expect(sam.main.getByText(say('prompts.sealed.title', { name: 'Noor' }), { exact: true })).toBeVisible();
  await sam.writeAnswer(words.sam);
  await expect(sam.main.getByText(words.noor)).toBeVisible();
});
