import { randomBytes, randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { mailLink } from '#lib/accounts/mail-tokens';
import { moveClock, now } from '#lib/clock';
import { env, setEnv } from '#lib/env';
import { enqueue } from '#lib/jobs/enqueue';
import { clean } from '#lib/jobs/tasks/clean';
import { rewrapVaultKeys } from '#lib/jobs/tasks/rewrap-vault-keys';
import { startWorker } from '#lib/jobs/worker';
import { log } from '#lib/log';
import { mailsTo, newAddress, newcomer, runJobs, useMailFolder } from '#lib/testing/accounts';
import { createPerson } from '#lib/testing/people';
import { asSystem } from '#lib/transaction';
import { canUnwrap } from '#lib/vault';

beforeAll(() => void useMailFolder());
afterEach(() => {
  moveClock();
  delete process.env.SMTP_URL;
  setEnv({});
});

const listJobs = () =>
  asSystem(
    (db) =>
      db.$queryRaw<
        { task_identifier: string; attempts: number; max_attempts: number; last_error: string | null; run_at: Date }[]
      >`SELECT task_identifier, attempts, max_attempts, last_error, run_at FROM graphile_worker.jobs`,
  );

test('a worker does what was enqueued, and stops at once', async () => {
  const { email } = await newcomer();
  const worker = await startWorker();
  await vi.waitFor(async () => expect(readdirSync(`${env.DATA_DIR}/mail`).length).toBeGreaterThan(0), 5_000);
  await vi.waitFor(async () => expect(await listJobs()).toEqual([]), 5_000);
  const begun = performance.now();
  await worker.stop();
  expect(performance.now() - begun).toBeLessThan(2_000);
  expect(await mailsTo(email)).toHaveLength(1);
});

test('a job of a transaction that fails is never done', async () => {
  const email = newAddress();
  await createPerson();
  const failing = asSystem(async (db) => {
    await mailLink(db, { purpose: 'reset', email });
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await listJobs()).toEqual([]);
});

test('a mail that fails is tried again later, and its row and the log keep neither address nor link', async () => {
  const { email } = await newcomer();
  setEnv({ SMTP_URL: 'smtp://127.0.0.1:9' });
  const said = vi.spyOn(log, 'info');
  const warned = vi.spyOn(log, 'warn');
  await runJobs();
  const [job] = await listJobs();
  expect(job).toMatchObject({ task_identifier: 'send-mail-link', attempts: 1, max_attempts: 11 });
  expect(job?.run_at.getTime()).toBeGreaterThan(Date.now());
  expect(job?.last_error).toBe('ESOCKET');
  expect(JSON.stringify([said.mock.calls, job])).not.toMatch(/nearer\.test|confirm\//);
  expect(said).toHaveBeenCalledExactlyOnceWith(
    { job: 'send-mail-link', attempt: 1, error: { kind: 'Error', code: 'ESOCKET' } },
    expect.any(String),
  );
  expect(warned).not.toHaveBeenCalled();
  delete process.env.SMTP_URL;
  setEnv({});
  await asSystem((db) => db.$executeRaw`UPDATE graphile_worker._private_jobs SET run_at = now()`);
  expect(await mailsTo(email)).toHaveLength(1);
});

test('a mail for an account that was deleted, or a link that has run out, is not sent', async () => {
  const [gone, late] = [await newcomer(), await newcomer()];
  await asSystem(async (db) => {
    await db.mailToken.deleteMany({ where: { userId: gone.userId } });
    await db.mailToken.updateMany({ where: { userId: late.userId }, data: { expiresAt: new Date(0) } });
  });
  expect([await mailsTo(gone.email), await mailsTo(late.email), await listJobs()]).toEqual([[], [], []]);
});

test('a payload that is not what the catalogue says is refused', async () => {
  await asSystem((db) => enqueue(db, 'send-mail-link', { ticket: 'not a ticket' }));
  await runJobs();
  const [job] = await listJobs();
  expect(job?.last_error).toContain('ZodError');
  await asSystem((db) => db.$executeRaw`DELETE FROM graphile_worker._private_jobs`);
});

describe('cleaning', () => {
  test('removes what has run out and nothing else', async () => {
    const [mika, noor] = [await createPerson(), await createPerson()];
    const day = 86_400_000;
    const invite = (age: number) => ({
      id: randomUUID(),
      coupleId: mika.coupleId,
      inviterId: mika.userId,
      tokenHash: new Uint8Array(randomBytes(32)),
      codeHash: new Uint8Array(randomBytes(32)),
      expiresAt: new Date(now().getTime() - age),
    });
    const [old, recent] = [invite(31 * day), invite(29 * day)];
    await asSystem(async (db) => {
      await db.mailToken.deleteMany();
      await mailLink(db, { purpose: 'reset', email: 'a@nearer.test' });
      await mailLink(db, { purpose: 'confirm', email: 'a@nearer.test', userId: mika.userId });
      await db.session.update({ where: { id: noor.sessionId }, data: { expiresAt: new Date(now().getTime() + 1000) } });
      await db.invite.createMany({ data: [old, recent] });
      await db.rateLimit.createMany({
        data: [
          { key: 'past', points: 1, expire: now().getTime() - 1000 },
          { key: 'to come', points: 1, expire: now().getTime() + 2 * 3_600_000 },
        ],
      });
    });
    moveClock(new Date(now().getTime() + 3_601_000));
    await clean();
    await clean();
    const left = await asSystem(async (db) => ({
      purposes: (await db.mailToken.findMany()).map(({ purpose }) => purpose),
      sessions: await db.session.findMany({ where: { id: { in: [mika.sessionId, noor.sessionId] } } }),
      invites: (await db.invite.findMany()).map(({ id }) => id),
      limits: await db.rateLimit.findMany({ where: { key: { in: ['past', 'to come'] } } }),
    }));
    expect(left.purposes).toEqual(['confirm']);
    expect(left.sessions.map(({ id }) => id)).toEqual([mika.sessionId]);
    expect(left.invites).toEqual([recent.id]);
    expect(left.limits.map(({ key }) => key)).toEqual(['to come']);
  });

  test('removes jobs that failed for good a week ago', async () => {
    await asSystem(async (db) => {
      await db.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
      await enqueue(db, 'clean', {});
      await enqueue(db, 'clean', {});
      await db.$executeRaw`UPDATE graphile_worker._private_jobs SET attempts = max_attempts`;
      await db.$executeRaw`UPDATE graphile_worker._private_jobs SET updated_at = now() - interval '8 days'
        WHERE id = (SELECT min(id) FROM graphile_worker._private_jobs)`;
    });
    await clean();
    expect(await listJobs()).toHaveLength(1);
  });
});

test('a new master key wraps every data key anew, and the old one is needed no more', async () => {
  const before = env.VAULT_KEYS.map(({ version, key }) => `${version}:${key.toString('base64')}`).join();
  const people = await Promise.all([createPerson(), createPerson(), createPerson()]);
  const added = `2:${Buffer.alloc(32, 9).toString('base64')}`;
  setEnv({ VAULT_KEYS: `${added},${before}` });
  await rewrapVaultKeys();
  const versions = await asSystem((db) => db.vaultKey.groupBy({ by: ['masterVersion'], _count: true }));
  expect(versions).toEqual([{ masterVersion: 2, _count: expect.any(Number) }]);
  expect(people).toHaveLength(3);
  const rows = await asSystem((db) => db.vaultKey.findMany());
  setEnv({ VAULT_KEYS: added });
  expect(rows.every(canUnwrap)).toBe(true);
  setEnv({ VAULT_KEYS: before });
  expect(rows.some(canUnwrap)).toBe(false);
});

test('a data key that nothing opens holds up no other', async () => {
  const bad = await createPerson();
  await asSystem((db) =>
    db.vaultKey.updateMany({ where: { userId: bad.userId }, data: { wrapped: new Uint8Array(60) } }),
  );
  await createPerson();
  const before = env.VAULT_KEYS.map(({ version, key }) => `${version}:${key.toString('base64')}`).join();
  setEnv({
    VAULT_KEYS: `3:${Buffer.alloc(32, 11).toString('base64')},2:${Buffer.alloc(32, 9).toString('base64')},${before}`,
  });
  await rewrapVaultKeys();
  const old = await asSystem((db) => db.vaultKey.findMany({ where: { masterVersion: { not: 3 } } }));
  expect(old.map(({ userId }) => userId)).toEqual([bad.userId]);
});
