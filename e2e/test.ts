import { test as base, expect } from '@playwright/test';
import { linkUp, Person } from './person';
import { TestServer } from './server';

type Options = { email?: string };

type TestFixtures = {
  /** Somebody at a new browser, who has not signed up yet. */
  open: (name: string, options?: Options) => Promise<Person>;
  /** Somebody who has signed up and is alone so far. */
  begin: (name: string, options?: Options) => Promise<Person>;
  /** Two who are linked. */
  couple: [noor: Person, sam: Person];
};

/** One server a worker. Every person of a test has a browser of their own, in which nothing may go wrong unseen. */
export const test = base.extend<TestFixtures, { server: TestServer }>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants to see the names taken
    async ({}, use) => {
      const server = await TestServer.start();
      await use(server);
      await server.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ server }, use) => use(server.url),
  open: async ({ browser, server }, use, info) => {
    const people: Person[] = [];
    const logBegin = server.readLog().length;
    await use(async (name, { email } = {}) => {
      const person = await Person.open(name, await browser.newContext(), email);
      people.push(person);
      return person;
    });
    if (info.status !== info.expectedStatus) {
      await info.attach('server.log', { body: server.readLog().slice(logBegin), contentType: 'text/plain' });
    }
    const problems = people.flatMap(({ name, watch }) => watch.problems.map((problem) => `${name}: ${problem}`));
    for (const { context } of people) await context.close();
    expect(problems, 'what went wrong unseen').toEqual([]);
  },
  begin: async ({ open }, use) =>
    use(async (name, options) => {
      const person = await open(name, options);
      await person.begin();
      return person;
    }),
  couple: async ({ begin }, use) => {
    const noor = await begin('Noor');
    const sam = await begin('Sam');
    await linkUp(noor, sam);
    await use([noor, sam]);
  },
});

export { expect };
