import { randomUUID } from 'node:crypto';
import { type BrowserContext, expect, type Locator, type Page } from '@playwright/test';
import { Watch } from './watch';
import { say } from './words';

/** Somebody at a browser of their own. */
export class Person {
  readonly name: string;
  email: string;
  password = `one long sentence ${randomUUID()}`;
  readonly context: BrowserContext;
  readonly page: Page;
  readonly watch: Watch;

  private constructor(name: string, email: string, context: BrowserContext, page: Page, watch: Watch) {
    this.name = name;
    this.email = email;
    this.context = context;
    this.page = page;
    this.watch = watch;
  }

  static async open(name: string, context: BrowserContext, email?: string): Promise<Person> {
    const watch = new Watch(context);
    const address = email ?? `${name.toLowerCase().replaceAll(' ', '-')}.${randomUUID().slice(0, 8)}@nearer.test`;
    return new Person(name, address, context, await context.newPage(), watch);
  }

  /** Fills the form of /sign-up, wherever it leads. */
  async fillSignUp(): Promise<void> {
    const { page } = this;
    await this.arrive();
    await page.getByLabel(say('accounts.signUp.name')).fill(this.name);
    await page.getByLabel(say('accounts.email'), { exact: true }).fill(this.email);
    await page.getByLabel(say('accounts.password'), { exact: true }).fill(this.password);
    await button(page, say('accounts.signUp.submit')).click();
  }

  async fillSignIn(password = this.password): Promise<void> {
    const { page } = this;
    await this.arrive();
    await page.getByLabel(say('accounts.email'), { exact: true }).fill(this.email);
    await page.getByLabel(say('accounts.password'), { exact: true }).fill(password);
    await button(page, say('accounts.signIn.submit')).click();
  }

  /** Signs up and has read the first-run text, without the pages: for tests that are about something else. */
  async begin(): Promise<void> {
    const timeZone = await this.page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
    const account = { name: this.name, email: this.email, password: this.password, locale: 'en', timeZone };
    await this.ask('POST', '/api/accounts', account);
    await this.signIn();
    await this.ask('PUT', '/api/account/welcome');
  }

  async signIn(): Promise<void> {
    const { csrfToken } = await this.ask<{ csrfToken: string }>('GET', '/api/auth/csrf');
    const { email, password } = this;
    await this.ask('POST', '/api/auth/callback/credentials', { email, password, csrfToken, json: 'true' });
  }

  /** Asks the API as this browser, and must succeed. */
  async ask<Data = unknown>(method: string, path: string, data?: unknown): Promise<Data> {
    const response = await this.context.request.fetch(path, { method, ...(data !== undefined && { data }) });
    expect(response.ok(), `${method} ${path} ${response.status()}`).toBe(true);
    const text = await response.text();
    return (text ? JSON.parse(text) : undefined) as Data;
  }

  async makeInvite(): Promise<{ invite: { id: string }; link: string; code: string }> {
    return this.ask('POST', '/api/invites', { id: randomUUID() });
  }

  async acceptInvite(link: string): Promise<void> {
    await this.ask('POST', '/api/invites/accept', { token: link.split('/').at(-1) });
  }

  /** Says yes to the one who has accepted. */
  async confirmAccepter(): Promise<void> {
    const { mine } = await this.ask<{ mine: { id: string; accepter: { id: string } } }>('GET', '/api/invites');
    await this.ask('POST', `/api/invites/${mine.id}/confirm`, { accepterId: mine.accepter.id });
  }

  /** Looks at a page, and waits until it stands there and listens. */
  async visit(path: string): Promise<void> {
    await this.page.goto(path);
    await this.arrive();
  }

  /** Waits until a page stands there, with such a title if one is said, and listens: React has taken its elements over. */
  async arrive(title: string | RegExp = /\S/): Promise<void> {
    await expect(this.title).toHaveText(title);
    await expect(async () => {
      const names = await this.title.evaluate((element) => Object.keys(element));
      expect(names.some((name) => name.startsWith('__react'))).toBe(true);
    }).toPass({ intervals: [50, 100, 250] });
  }

  get title(): Locator {
    return this.page.getByRole('heading', { level: 1 });
  }

  /** The page without what stands around it, and without what is only said aloud. */
  get main(): Locator {
    return this.page.getByRole('main');
  }

  /** What came up over the page to be looked at. */
  get notices(): Locator {
    return this.page.getByRole('region', { name: say('ui.notices') });
  }

  /** Waits until it is said to those who listen. */
  async hears(words: string): Promise<void> {
    await expect(this.page.getByRole('status').filter({ hasText: words })).not.toHaveCount(0);
  }

  /** Today's question, whatever its state. */
  get question(): Locator {
    return this.page.getByRole('region').filter({ has: this.page.getByText(say('today.question'), { exact: true }) });
  }

  get answerField(): Locator {
    return this.page.getByRole('textbox', { name: say('prompts.answer.label') });
  }

  /** Says that nothing but live news may change the page from here on. @returns what proves it */
  async staysHere(): Promise<() => Promise<void>> {
    const loadedAt = () => this.page.evaluate(() => performance.timeOrigin);
    const before = await loadedAt();
    return async () => expect(await loadedAt(), `${this.name}'s page was loaded again`).toBe(before);
  }

  /** What the page says of the partner's being here; it is there for narrow and for wide windows. */
  presenceOf(partner: Person): Locator {
    return this.page.getByText(say('shell.here', { name: partner.name })).filter({ visible: true });
  }

  async writeAnswer(text: string): Promise<void> {
    await this.answerField.fill(text);
    await button(this.page, say('prompts.answer.share')).click();
  }
}

export function button(within: Page | Locator, name: string): Locator {
  return within.getByRole('button', { name, exact: true });
}

export function link(within: Page | Locator, name: string): Locator {
  return within.getByRole('link', { name, exact: true });
}

export async function read(locator: Locator): Promise<string> {
  return (await locator.textContent()) ?? '';
}

/** Links two who have begun, without the pages: for tests that are about something else. */
export async function linkUp(inviter: Person, accepter: Person): Promise<void> {
  const { link: address } = await inviter.makeInvite();
  await accepter.acceptInvite(address);
  await inviter.confirmAccepter();
}
