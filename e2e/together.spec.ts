import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './access';
import { button, link, type Person, read } from './person';
import { expect, test } from './test';
import { say } from './words';

const words = {
  draft: 'On the stairs, coming home, the light was',
  noor: 'On the stairs, coming home, the light was on and you hummed 🎶.',
  sam: 'When you laughed at your own joke — שלום.',
  understood: 'that the humming is what you hear as home',
  cared: 'leave the light on, also on Thursdays',
};

test('two people sign up, link, answer, and see each other’s answers open', async ({ open }) => {
  const noor = await open('Noor');
  const sam = await open('Sam');

  await test.step('Noor signs up and reads what a partner will see', async () => {
    await noor.visit('/');
    await expectAccessible(noor.page);
    await link(noor.page, say('landing.start')).first().click();
    await expect(noor.title).toHaveText(say('accounts.signUp.title'));
    await expectAccessible(noor.page);
    await noor.fillSignUp();
    await noor.arrive(say('welcome.title', { name: 'Noor' }));
    await expectAccessible(noor.page);
    await button(noor.page, say('welcome.done')).click();
    await expect(noor.question).toBeVisible();
    await expectAccessible(noor.page);
  });

  const address = await test.step('Noor makes an invite', async () => {
    await link(noor.page, say('invites.card.none.action')).click();
    await button(noor.page, say('invites.pair.none.make')).click();
    await expect(noor.page.getByRole('heading', { name: say('invites.pair.made.title') })).toBeFocused();
    // The server under test is this computer's alone, so there is nothing to scan.
    await expect(noor.page.getByText(say('invites.pair.made.hereOnly.how'))).toBeVisible();
    await expectAccessible(noor.page);
    return read(noor.main.getByText(/\/invite\/[\w-]{43}$/));
  });

  await test.step('Sam opens it signed out, and is led through signing up to joining', async () => {
    await sam.visit(address);
    await expect(sam.title).toHaveText(say('invites.page.open.title', { name: 'Noor' }));
    await expectAccessible(sam.page);
    await link(sam.page, say('invites.page.open.begin')).click();
    await expect(sam.title).toHaveText(say('accounts.signUp.invitedTitle'));
    await sam.fillSignUp();
    await sam.arrive(say('welcome.title', { name: 'Sam' }));
    await button(sam.page, say('welcome.done')).click();
    await button(sam.page, say('invites.page.open.join', { name: 'Noor' })).click();
    await expect(sam.title).toHaveText(say('invites.pair.title.waiting', { name: 'Noor' }));
    await expectAccessible(sam.page);
  });

  let noorStays = await noor.staysHere();
  const samStays = await sam.staysHere();

  await test.step('Noor sees live who it is, says yes, and both are led to Today', async () => {
    await expect(
      noor.page.getByRole('heading', { name: say('invites.pair.decide.title', { name: 'Sam' }) }),
    ).toBeVisible();
    await expectAccessible(noor.page);
    await button(noor.page, say('invites.pair.decide.confirm')).click();
    for (const { page } of [noor, sam]) await expect(page).toHaveURL('/today');
    await expect(noor.presenceOf(sam)).toBeVisible();
    await expect(sam.presenceOf(noor)).toBeVisible();
    await expect(noor.question.getByRole('heading')).toHaveText(await read(sam.question.getByRole('heading')));
    await expectAccessible(noor.page);
  });

  await test.step('Noor writes, and finds the draft again after a reload', async () => {
    await noor.answerField.fill(words.draft);
    await expect(noor.main.getByText(say('prompts.answer.kept'), { exact: true })).toBeVisible();
    await noorStays();
    await noor.page.reload();
    await noor.arrive();
    await expect(noor.answerField).toHaveValue(words.draft);
    await expect(sam.question).toContainText(say('today.question'));
    await expect(sam.main.getByText(words.draft)).toHaveCount(0);
  });

  noorStays = await noor.staysHere();

  await test.step('Noor answers, and Sam sees live that it is there, sealed', async () => {
    await noor.writeAnswer(words.noor);
    await expect(noor.question.getByText(say('prompts.waiting.title'))).toBeVisible();
    await expect(noor.question.getByText(words.noor)).toBeVisible();
    await expect(sam.question.getByText(say('prompts.sealed.title', { name: 'Noor' }))).toBeVisible();
    expect(await sam.page.content()).not.toContain(words.noor);
    await expectAccessible(noor.page);
    await expectAccessible(sam.page);
  });

  await test.step('Sam answers, and it opens live for both', async () => {
    await sam.writeAnswer(words.sam);
    await expect(sam.page).toHaveURL(/\/questions\/[\w-]{36}$/);
    await expect(noor.question.getByText(say('today.opened.text'))).toBeVisible();
    await expectAccessible(noor.page);
    await link(noor.page, say('today.opened.action')).click();
    for (const { page } of [noor, sam]) {
      const answers = page.getByRole('region', { name: say('prompts.reveal.answers') });
      await expect(answers.getByText(words.noor)).toBeVisible();
      await expect(answers.getByText(words.sam)).toBeVisible();
      await expect(page.getByText(say('prompts.reveal.justNow'))).toBeVisible();
    }
    await expectAccessible(noor.page);
  });

  await test.step('Noor touches Sam’s answer, and Sam sees it live', async () => {
    await button(noor.page, say('prompts.reactions.felt')).click();
    await expect(button(noor.page, say('prompts.reactions.felt'))).toHaveAttribute('aria-pressed', 'true');
    const reaction = say('prompts.reactions.felt');
    await expect(sam.main.getByText(say('prompts.reactions.from', { name: 'Noor', reaction }))).toBeVisible();
  });

  await test.step('each says something back, the other sees it live, and it is kept', async () => {
    await respond(noor, say('prompts.respond.understood'), words.understood);
    await expect(saidBack(sam.page).getByText(words.understood)).toBeVisible();
    await respond(sam, say('prompts.respond.cared'), words.cared);
    await expect(saidBack(noor.page).getByText(words.cared)).toBeVisible();
    for (const { page } of [noor, sam]) {
      await expect(page.getByText(say('prompts.reveal.kept'), { exact: true })).toBeVisible();
      await expectAccessible(page);
    }
  });

  await noorStays();
  await samStays();

  await test.step('after a reload both see the same', async () => {
    for (const { page, main } of [noor, sam]) {
      await page.reload();
      // While the page streams in, its parts stand aside, unseen.
      const seen = (text: string) => main.getByText(text, { exact: true }).filter({ visible: true });
      for (const text of [words.noor, words.sam, words.understood, words.cared, say('prompts.reveal.kept')]) {
        await expect(seen(text)).toBeVisible();
      }
    }
    await expect(button(noor.page, say('prompts.reactions.felt'))).toHaveAttribute('aria-pressed', 'true');
  });

  await test.step('presence ends when the other goes', async () => {
    await expect(noor.presenceOf(sam)).toBeVisible();
    await sam.page.close();
    await expect(noor.presenceOf(sam)).toBeHidden();
  });
});

function saidBack(page: Page): Locator {
  return page.getByRole('region', { name: say('prompts.respond.all') });
}

async function respond({ page }: Person, way: string, text: string): Promise<void> {
  await page
    .getByRole('button', { name: way })
    .filter({ hasNotText: say('prompts.respond.withdraw') })
    .click();
  await page.getByRole('textbox', { name: way }).fill(text);
  await button(page, say('prompts.respond.say')).click();
  await expect(saidBack(page).getByText(text)).toBeVisible();
}
