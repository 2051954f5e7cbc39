import type { Locator, Page } from '@playwright/test';
import { expectAccessible, expectNoSideways } from './access';
import { button, link, type Person } from './person';
import { expect, test } from './test';
import { say } from './words';

/** The narrowest phone we promise, and a window of 1280 at 200 %. */
const narrow = [
  { width: 360, height: 640 },
  { width: 640, height: 450 },
];

/** Looks at a page: it is what it should be, can be used by everyone, and fits. */
async function look(person: Person, path: string, title: string): Promise<void> {
  const { page } = person;
  await person.visit(path);
  await expect(person.title).toHaveText(title);
  await expect(page).toHaveTitle(/\S · Nearer$|^Nearer$/);
  await expectAccessible(page);
  const own = page.viewportSize();
  for (const size of narrow) {
    await page.setViewportSize(size);
    await expectNoSideways(page);
  }
  if (own) await page.setViewportSize(own);
}

test('every page that needs no sign-in', async ({ open }) => {
  const visitor = await open('Visitor');
  await look(visitor, '/', say('landing.title'));
  await look(visitor, '/help', say('help.heading'));
  await look(visitor, '/sign-up', say('accounts.signUp.title'));
  await look(visitor, '/sign-in', say('accounts.signIn.title'));
  await look(visitor, '/forgot', say('accounts.forgot.title'));
  await look(visitor, '/join', say('invites.join.title'));
  await look(visitor, `/invite/${'x'.repeat(43)}`, say('invites.page.unknown.title'));
  await look(visitor, `/reset/${'x'.repeat(43)}`, say('accounts.expired.title'));
  await look(visitor, `/confirm/${'x'.repeat(43)}`, say('accounts.expired.title'));
  visitor.watch.expect(/^response: GET \/nowhere 404$/);
  await look(visitor, '/nowhere', say('errors.notFound.title'));
  expect((await visitor.context.request.get('/nowhere')).status()).toBe(404);
});

test('every place of two, and its questions', async ({ couple: [noor] }) => {
  const { prompt } = await noor.ask<{ prompt: { id: string; words: string } }>('GET', '/api/prompts/today');
  await look(noor, '/today', say('today.greeting.afternoon', { name: 'Noor' }));
  await look(noor, `/questions/${prompt.id}`, prompt.words);
  for (const place of ['talk', 'thanks', 'plans', 'story', 'feelings'] as const) {
    await look(noor, `/${place}`, say(`places.${place}.title`));
  }
  for (const view of ['', '?view=opened', '?view=topics']) await look(noor, `/questions${view}`, say('prompts.title'));
  noor.watch.expect(/^response: GET \/questions\/[\w-]+ 404$/);
  await look(noor, `/questions/${crypto.randomUUID()}`, say('prompts.notFound.title'));
});

test('every page of what is one’s own', async ({ couple: [noor] }) => {
  await look(noor, '/settings', say('settings.title'));
  for (const part of ['address', 'password', 'sessions', 'delete'] as const) {
    await look(noor, `/settings/${part}`, say(`settings.${part}.title`));
  }
  await look(noor, '/pair', say('invites.pair.title.linked', { name: 'Sam' }));
  await look(noor, '/welcome', say('welcome.title', { name: 'Noor' }));
});

test('a long name stays within a narrow phone', async ({ couple: [noor, sam] }) => {
  const { prompt } = await noor.ask<{ prompt: { id: string } }>('GET', '/api/prompts/today');
  await sam.ask('PATCH', '/api/account', { name: 'Wilhelmina'.repeat(6) });
  for (const person of [noor, sam]) {
    await person.ask('PUT', `/api/prompts/${prompt.id}/answer`, { id: crypto.randomUUID(), text: 'The lake' });
  }
  await noor.page.setViewportSize({ width: 360, height: 640 });
  await noor.visit(`/questions/${prompt.id}`);
  await expect(noor.main.getByRole('article')).toHaveCount(2);
  await expectNoSideways(noor.page);
  await noor.visit('/today');
  await expectNoSideways(noor.page);
});

test('what opens over a page: menus and questions', async ({ couple: [noor] }) => {
  await noor.visit('/today');
  await button(noor.page, say('today.menu')).click();
  await expect(button(noor.page, say('today.notNow'))).toBeVisible();
  await expectAccessible(noor.page);
  await button(noor.page, say('today.notNow')).click();
  await expect(noor.page.getByRole('heading', { name: say('today.putOff.title') })).toBeFocused();
  await expectAccessible(noor.page);
  await button(noor.page, say('today.putOff.back')).click();
  await expect(noor.question.getByRole('heading').first()).toBeFocused();

  await noor.visit('/questions');
  await button(noor.page, say('prompts.own.action')).click();
  const dialog = noor.page.getByRole('dialog', { name: say('prompts.own.title') });
  await expect(dialog).toBeVisible();
  await expectAccessible(noor.page);
  await button(dialog, say('prompts.own.send')).click();
  await expect(dialog.getByText(say('prompts.own.required'))).toBeVisible();
  await noor.page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(button(noor.page, say('prompts.own.action'))).toBeFocused();
});

test('a visitor chooses another language, and keeps it', async ({ open }) => {
  const visitor = await open('Visitor');
  await visitor.visit('/');
  await button(visitor.page, new Intl.DisplayNames('es', { type: 'language' }).of('es') ?? '').click();
  await expect(visitor.page.locator('html')).toHaveAttribute('lang', 'es');
  await expectAccessible(visitor.page);
  await visitor.page.reload();
  await expect(visitor.page.locator('html')).toHaveAttribute('lang', 'es');
});

/** What has the focus, and whether that can be seen. */
async function readFocus(page: Page): Promise<{ name: string | null; isSeen: boolean }> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const shown = [element, element.closest('label')].filter((one) => one !== null);
    const box = element.getBoundingClientRect();
    return {
      name: element.getAttribute('aria-label') ?? element.textContent,
      isSeen:
        box.width > 0 &&
        shown.some((one) => {
          const { outlineStyle, outlineWidth } = getComputedStyle(one);
          return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
        }),
    };
  });
}

/** Walks on by Tab until the focus is there; at every step it must be seen. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let step = 0; step < 60; step++) {
    await page.keyboard.press('Tab');
    const { name, isSeen } = await readFocus(page);
    expect(isSeen, `focus is seen on “${name}”`).toBe(true);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error('Tab never comes there');
}

test('a question is answered and responded to by keyboard alone', async ({ couple: [noor, sam] }) => {
  const { page } = noor;
  const skip = link(page, say('shell.skip'));
  await noor.visit('/today');
  await page.keyboard.press('Tab');
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await tabTo(page, noor.answerField);
  await page.keyboard.type('The blue door, half open');
  await tabTo(page, button(page, say('prompts.answer.share')));
  await page.keyboard.press('Enter');
  await expect(noor.main.getByText(say('prompts.waiting.title'))).toBeVisible();

  const { prompt } = await sam.ask<{ prompt: { id: string } }>('GET', '/api/prompts/today');
  await sam.ask('PUT', `/api/prompts/${prompt.id}/answer`, { id: crypto.randomUUID(), text: 'The red one, closed' });
  await tabTo(page, link(page, say('today.opened.action')));
  await page.keyboard.press('Enter');
  await expect(page.getByText('The red one, closed')).toBeVisible();
  await tabTo(page, button(page, say('prompts.reactions.smiled')));
  await page.keyboard.press('Space');
  await expect(button(page, say('prompts.reactions.smiled'))).toHaveAttribute('aria-pressed', 'true');
  await tabTo(page, page.getByRole('button', { name: say('prompts.respond.validated') }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: say('prompts.respond.validated') })).toBeFocused();
  await page.keyboard.type('you like what is closed');
  await tabTo(page, button(page, say('prompts.respond.say')));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: say('prompts.respond.all') })).toContainText('you like what is closed');
});

test('help is left by pressing Escape twice, and stays in no history of the tab', async ({ open }) => {
  const visitor = await open('Visitor');
  const { page, context } = visitor;
  await context.route('https://*.wikipedia.org/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<h1>Wikipedia</h1>' }),
  );
  await visitor.visit('/');
  await visitor.visit('/help');
  // Before the page listens a press is lost; the next comes when one that was heard would be forgotten.
  await expect(async () => {
    await page.keyboard.press('Escape');
    await expect(page.getByText(say('help.leave.once'))).toBeVisible({ timeout: 2500 });
  }).toPass();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  // It counts for two seconds only, which a busy machine may take.
  await expect(async () => {
    if (page.url().endsWith('/help')) await page.keyboard.press('Escape');
    expect(page.url()).toBe('https://en.wikipedia.org/');
  }).toPass();
  await expect(page.getByRole('heading', { name: 'Wikipedia' })).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL('/');

  await visitor.visit('/help');
  await page.getByRole('link', { name: say('help.leave.button') }).click();
  await expect(page).toHaveURL('https://en.wikipedia.org/');
});

test('nothing travels where motion is not wanted', async ({ couple: [noor, sam] }) => {
  const { prompt } = await noor.ask<{ prompt: { id: string } }>('GET', '/api/prompts/today');
  const path = `/questions/${prompt.id}`;
  for (const { page } of [noor, sam]) await page.emulateMedia({ reducedMotion: 'reduce' });
  await noor.page.addInitScript(() => {
    const moved: string[] = [];
    Object.assign(globalThis, { moved });
    const note = () => {
      for (const { effect } of document.getAnimations()) {
        if (!(effect instanceof KeyframeEffect) || Number(effect.getTiming().duration) <= 1) continue;
        const changed = effect.getKeyframes().flatMap((frame) => Object.keys(frame));
        if (changed.some((name) => /translate|transform|scale|rotate|clipPath|^cx$/.test(name))) {
          moved.push(`${effect.target?.className} ${effect.pseudoElement ?? ''}`);
        }
      }
      requestAnimationFrame(note);
    };
    note();
  });
  await noor.visit(path);
  await sam.visit(path);
  await noor.writeAnswer('The lake in fog');
  await expect(noor.main.getByText(say('prompts.waiting.title'))).toBeVisible();
  await sam.writeAnswer('Your shoes by the door');
  await expect(noor.main.getByText('Your shoes by the door')).toBeVisible();
  await link(noor.page, say('shell.today')).filter({ visible: true }).first().click();
  await expect(noor.question).toBeVisible();
  expect(await noor.page.evaluate(() => (globalThis as { moved?: string[] }).moved)).toEqual([]);
});
