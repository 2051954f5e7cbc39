import type { Locator, Page } from '@playwright/test';
import type { Time } from '#lib/clock';
import { type Locale, locales } from '#lib/i18n/locales';
import { tastesOf } from '#lib/ideas/kinds';
import { expectAccessible, expectNoSideways } from './access';
import { button, link, linkUp, type Person } from './person';
import {
  dayAfter,
  draftPlan,
  findIdea,
  proposePlan,
  readPlan,
  replyTo,
  sealPlan,
  teasePlan,
  titleField,
} from './plans';
import { expect, test } from './test';
import { say, wordsIn } from './words';

/** The narrowest phone we promise, and a window of 1280 at 200 %. */
const narrow = [
  { width: 360, height: 640 },
  { width: 640, height: 450 },
];

/** Opens a page: it is what it should be, and fits. */
async function fits(person: Person, path: string, title: string | RegExp): Promise<void> {
  const { page } = person;
  await person.visit(path);
  await expect(person.title).toHaveText(title);
  await expect(page).toHaveTitle(/\S · Nearer$|^Nearer$/);
  const own = page.viewportSize();
  for (const size of narrow) {
    await page.setViewportSize(size);
    await expectNoSideways(page);
  }
  if (own) await page.setViewportSize(own);
}

/** Looks at a page: it is what it should be, fits, and can be used by everyone. */
async function look(person: Person, path: string, title: string | RegExp): Promise<void> {
  await fits(person, path, title);
  await expectAccessible(person.page);
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
  await look(noor, '/thanks', say('thanks.title'));
  await look(noor, '/thanks/love', say('thanks.love.title', { name: 'Sam' }));
  await look(noor, '/story', say('places.story.title'));
  for (const view of ['', '?view=opened', '?view=topics']) await look(noor, `/questions${view}`, say('prompts.title'));
  noor.watch.expect(/^response: GET \/(?:questions|thanks)\/[\w/-]+ 404$/);
  await look(noor, `/thanks/${crypto.randomUUID()}`, say('thanks.notFound.title'));
  await look(noor, `/questions/${crypto.randomUUID()}`, say('prompts.notFound.title'));
});

test('the places of talk, of one alone and of two, while they are empty', async ({ begin, couple: [noor] }) => {
  const solo = await begin('Solo');
  const places = { '': 'title', '/notes': 'notes.title', '/notes/new': 'note.new', '/past': 'past.title' } as const;
  for (const person of [solo, noor])
    for (const [path, title] of Object.entries(places)) await look(person, `/talk${path}`, say(`talks.${title}`));
  await look(noor, '/talk/ritual', say('talks.ritual.title'));
  noor.watch.expect(/^response: GET \/talk\/[\w/-]+ 404$/);
  await look(noor, `/talk/${crypto.randomUUID()}`, say('talks.notFound.title'));
  await look(noor, `/talk/notes/${crypto.randomUUID()}`, say('talks.noteNotFound.title'));
});

test('every page of what is mine alone, while it is empty and after', async ({ couple: [noor] }) => {
  const places = { '': 'title', '/weeks': 'weeks.title', '/check-ins': 'all.title' } as const;
  const id = crypto.randomUUID();
  for (const isEmpty of [true, false]) {
    for (const [path, title] of Object.entries(places)) await look(noor, `/feelings${path}`, say(`feelings.${title}`));
    if (!isEmpty) break;
    const line = `A line ${long}`;
    await noor.ask('PUT', `/api/check-ins/${id}`, {
      feelings: ['tired', 'glad'],
      strength: 2,
      needs: ['no-screens'],
      line,
    });
  }
  await look(noor, `/feelings/check-ins/${id}`, say('feelings.edit'));
  noor.watch.expect(/^response: GET \/feelings\/[\w/-]+ 404$/);
  await look(noor, `/feelings/check-ins/${crypto.randomUUID()}`, say('feelings.notFound.title'));
});

test('every page of what is one’s own', async ({ couple: [noor] }) => {
  await look(noor, '/settings', say('settings.title'));
  for (const part of ['address', 'password', 'sessions', 'delete'] as const) {
    await look(noor, `/settings/${part}`, say(`settings.${part}.title`));
  }
  await look(noor, '/pair', say('invites.pair.title.linked', { name: 'Sam' }));
  await look(noor, '/welcome', say('welcome.title', { name: 'Noor' }));
});

/** A word as long as a name may be. */
const long = 'Wilhelmina'.repeat(6);

/** Plans in every state, as the first of the two finds them, by what they are; each with as much as it can hold. */
async function makePlans(noor: Person, sam: Person) {
  const when = { day: dayAfter(1), time: '19:30', minutes: 150 };
  const text = 'First the stairs, then the roof, and whoever is up there first calls out what can be seen.';
  const hints = { wear: long, children: 'They are at the neighbours’', note: 'Eat nothing before' };
  const { id: ideaId } = await findIdea(noor, ({ uses }) => uses.includes('surprise'));
  const ids = {
    draft: await draftPlan(noor, 'together', { title: 'A draft', text }),
    ownSurprise: await draftPlan(noor, 'surprise', { title: 'A surprise, begun', ideaId }),
    sealed: await sealPlan(noor, { title: 'Sealed', text, when }, { day: dayAfter(1), time: '19:30' as Time }),
    silent: await sealPlan(noor, { title: 'Sealed, and nobody knows' }),
    teased: await sealPlan(sam, { title: 'Sealed for Noor' }),
    proposed: await proposePlan(sam, { title: `Proposed ${long}`, text, when }),
    waiting: await proposePlan(noor, { title: 'Waiting for Sam' }),
    countered: await proposePlan(noor, { title: 'To and fro', text, when: { day: dayAfter(4) } }),
    later: await proposePlan(sam, { title: 'Not now', when }),
    planned: await proposePlan(sam, { title: 'Planned', text, ideaId, when }),
    over: await proposePlan(sam, { title: 'Over', when: { day: dayAfter(-2) } }),
    revealed: await sealPlan(sam, { title: 'A surprise, opened', text, when }),
    lived: await proposePlan(sam, { title: 'Lived', text, ideaId }),
    unfelt: await proposePlan(sam, { title: 'Lived, not felt yet', ideaId }),
    letgo: await proposePlan(sam, { title: 'Let go' }),
  };
  const path = (name: keyof typeof ids) => `/api/plans/${ids[name]}`;
  await teasePlan(noor, ids.sealed, { when, ...hints });
  await teasePlan(sam, ids.teased, { when, ...hints });
  await replyTo(sam, ids.countered, 1, { title: 'To and fro, by train', text, when });
  await noor.ask('PUT', `${path('later')}/postponement`, { n: 1, until: dayAfter(9) });
  for (const name of ['planned', 'over', 'lived', 'unfelt'] as const) {
    await noor.ask('PUT', `${path(name)}/agreement`, { n: 1 });
  }
  await sam.ask('PUT', `${path('revealed')}/reveal`);
  for (const name of ['lived', 'unfelt'] as const) await noor.ask('PUT', `${path(name)}/lived`, { day: dayAfter(0) });
  await noor.ask('PUT', `${path('lived')}/felt`, { id: crypto.randomUUID(), text, again: 'more' });
  await sam.ask('PUT', `${path('lived')}/felt`, { id: crypto.randomUUID(), text: long });
  await noor.ask('PUT', `${path('letgo')}/letgo`);
  return ids;
}

/** What else the places of plans can hold: cards, what was noticed, a turn, ratings of both, a calendar. */
async function fillPlans(noor: Person, sam: Person): Promise<void> {
  const { id: drawn } = await findIdea(noor, ({ uses }) => uses.includes('together'));
  const card = {
    likes: [...tastesOf.places, 'cooking'],
    noes: ['dancing'],
    words: { food: { likes: long, noes: 'kale' } },
  };
  for (const person of [noor, sam]) {
    await person.ask('PUT', '/api/card', { ...card, budget: 'little', energy: 'low', access: long, surprise: 'hints' });
    await person.ask('PUT', '/api/card/showing', { shown: true });
    await person.ask('PUT', `/api/ideas/${drawn}/rating`, { novelty: 'new', pull: 'yes' });
  }
  await noor.ask('PUT', `/api/observations/${crypto.randomUUID()}`, {
    text: 'Hums in front of the window of that shop',
  });
  await noor.ask('PUT', '/api/turn', { rhythm: 'weekly', first: 'me' });
  await noor.ask('PUT', '/api/calendar', { showsTitles: false });
}

/** The languages in which a page must fit: at the same widths in every project, so once for those but the first. */
function listLanguages(): readonly Locale[] {
  return test.info().project.name === 'phone' ? locales : locales.slice(0, 1);
}

/** All places of plans, with their titles in a language. */
function listPlaces(words: typeof say): [path: string, title: string][] {
  return [
    ['/plans', words('plans.title')],
    ['/plans/new', words('plans.new.title')],
    ['/plans/ideas', words('ideas.title')],
    ['/plans/cards', words('cards.title')],
    ['/plans/cards?view=theirs', words('cards.title')],
    ['/plans/cards?view=noticed', words('cards.title')],
    ['/plans/lived', words('plans.lived.title')],
    ['/plans/calendar', words('calendar.page.title')],
  ];
}

test('the places of plans, of one alone and of two, while they are empty', async ({ begin }) => {
  const [noor, sam] = [await begin('Noor'), await begin('Sam')];
  for (const [path, title] of listPlaces(say)) await look(noor, path, title);
  await look(noor, '/plans/new?kind=surprise', say('plans.form.surpriseAlone'));
  await linkUp(noor, sam);
  await look(noor, '/plans', say('plans.title'));
  await look(noor, '/plans/cards?view=theirs', say('cards.title'));
  await look(noor, '/plans/new?kind=together', say('plans.form.together'));
  noor.watch.expect(/^response: GET \/plans\/[\w-]+ 404$/);
  await look(noor, `/plans/${crypto.randomUUID()}`, say('plans.notFound.title'));
});

test('the places of plans, filled, in every language', async ({ couple: [noor, sam] }) => {
  await fillPlans(noor, sam);
  await makePlans(noor, sam);
  const { id } = await findIdea(noor, ({ uses }) => uses.includes('surprise'));
  for (const locale of listLanguages()) {
    const words = wordsIn(locale);
    // What everyone can use in one language they can in the other; the words are longer or shorter.
    const see = locale === locales[0] ? look : fits;
    await noor.ask('PATCH', '/api/account', { locale });
    for (const [path, title] of listPlaces(words)) await see(noor, path, title);
    await see(noor, `/plans/new?kind=surprise&idea=${id}`, words('plans.form.surprise', { name: 'Sam' }));
    await see(noor, '/today', /Noor/);
  }
});

test('a plan in every state, in every language', async ({ couple: [noor, sam] }) => {
  await fillPlans(noor, sam);
  const { teased, draft, ownSurprise, ...ids } = await makePlans(noor, sam);
  for (const locale of listLanguages()) {
    const words = wordsIn(locale);
    const see = locale === locales[0] ? look : fits;
    await noor.ask('PATCH', '/api/account', { locale });
    await see(noor, `/plans/${teased}`, words('plans.teased.title', { name: 'Sam' }));
    await see(noor, `/plans/${draft}`, words('plans.form.together'));
    await see(noor, `/plans/${ownSurprise}`, words('plans.form.surprise', { name: 'Sam' }));
    await see(noor, `/plans/${ids.sealed}/edit`, words('plans.sealed.editTitle'));
    await see(noor, `/plans/${ids.sealed}/teaser`, words('plans.teaser.formTitle', { name: 'Sam' }));
    for (const id of Object.values(ids)) await see(noor, `/plans/${id}`, (await readPlan(noor, id)).title ?? '');
  }
});

test('a long name stays within a narrow phone', async ({ couple: [noor, sam] }) => {
  const { prompt } = await noor.ask<{ prompt: { id: string } }>('GET', '/api/prompts/today');
  await sam.ask('PATCH', '/api/account', { name: long });
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
    // The button inside, to pick from a calendar, is the browser's own, with a ring of its own.
    const isPicker = element.matches('input[type="date"]:not(:focus-visible), input[type="time"]:not(:focus-visible)');
    return {
      name: element.getAttribute('aria-label') ?? element.textContent,
      isSeen:
        box.width > 0 &&
        (isPicker ||
          shown.some((one) => {
            const { outlineStyle, outlineWidth } = getComputedStyle(one);
            return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
          })),
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

test('a plan is proposed, and another sealed, by keyboard alone', async ({ couple: [noor, sam] }) => {
  const { page } = noor;
  // Whether the browser asks for the day or the month first, it is the same.
  const year = new Date().getFullYear() + 1;
  await noor.visit('/plans');
  await tabTo(page, button(page, say('plans.new.action')));
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: say('plans.new.title') });
  await tabTo(page, dialog.getByRole('link', { name: say('plans.new.together') }));
  await page.keyboard.press('Enter');
  await noor.arrive(say('plans.form.together'));
  await tabTo(page, titleField(noor));
  await page.keyboard.type('Breakfast at the harbour');
  await tabTo(page, page.getByLabel(say('plans.form.day'), { exact: true }));
  await page.keyboard.type(`1212${year}`);
  await expect(page.getByLabel(say('plans.form.day'), { exact: true })).toHaveValue(`${year}-12-12`);
  await tabTo(page, button(page, say('plans.form.propose', { name: 'Sam' })));
  await page.keyboard.press('Enter');
  await expect(noor.title).toHaveText('Breakfast at the harbour');
  await expect(noor.title).toBeFocused();

  await sam.visit('/plans');
  const title = 'Breakfast at the harbour';
  await tabTo(sam.page, link(sam.page, say('plans.list.lookAt', { title })));
  await sam.page.keyboard.press('Enter');
  await sam.arrive(title);
  await tabTo(sam.page, button(sam.page, say('plans.reply.yes')));
  await sam.page.keyboard.press('Enter');
  await expect(noor.main.getByText(say('plans.details.agreed'))).toBeVisible();

  await noor.visit('/plans/new?kind=surprise');
  await tabTo(page, titleField(noor, 'surprise'));
  await page.keyboard.type('A bench with a view');
  await tabTo(page, page.getByRole('radio', { name: say('plans.form.opensHand') }));
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('radio', { name: say('plans.form.opensDayTime') })).toBeChecked();
  await page.keyboard.press('ArrowDown');
  await tabTo(page, button(page, say('plans.form.seal')));
  await page.keyboard.press('Enter');
  await noor.arrive(say('plans.teaser.formTitle', { name: 'Sam' }));
  await tabTo(page, link(page, say('plans.teaser.none')));
  await page.keyboard.press('Enter');
  await noor.arrive('A bench with a view');
  await tabTo(page, button(page, say('plans.sealed.open', { name: 'Sam' })));
  await page.keyboard.press('Enter');
  const asks = page.getByRole('dialog', { name: say('plans.sealed.openTitle', { name: 'Sam' }) });
  await tabTo(page, button(asks, say('plans.sealed.openConfirm')));
  await page.keyboard.press('Enter');
  await expect(noor.main.getByText(say('plans.chips.surpriseMine'), { exact: true })).toBeVisible();
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
