import { expect, test } from 'vitest';
import { isWorthRepeating, readDatabaseError, translateDatabaseError } from '#lib/database-error';
import { AppError } from '#lib/error';

const raised = (originalCode: string, originalMessage = 'words') =>
  Object.assign(new Error('Raw query failed'), {
    code: 'P2010',
    meta: { driverAdapterError: { cause: { originalCode, originalMessage } } },
  });
const kinded = (kind: string) =>
  Object.assign(new Error('Raw query failed'), { code: 'P2010', meta: { driverAdapterError: { cause: { kind } } } });
const coded = (code: string) => Object.assign(new Error('x'), { code });

test.each<[unknown, string]>([
  [raised('NR409', 'revealed'), 'revealed'],
  [raised('NR404', 'foreign'), 'not_found'],
  [raised('42501'), 'not_found'],
  [raised('23505'), 'conflict'],
  [raised('57P01'), 'unavailable'],
  [raised('57014'), 'unavailable'],
  [raised('53300'), 'unavailable'],
  [raised('08006'), 'unavailable'],
  [kinded('DatabaseNotReachable'), 'unavailable'],
  [kinded('ConnectionClosed'), 'unavailable'],
  [coded('P1001'), 'unavailable'],
  [coded('ECONNREFUSED'), 'unavailable'],
  [new Error('Connection terminated unexpectedly'), 'unavailable'],
])('%s is told as %s', (error, code) => {
  const told = translateDatabaseError(error);
  expect(told).toBeInstanceOf(AppError);
  expect((told as AppError).code).toBe(code);
});

test.each([
  new Error('a timeout of our own making'),
  new TypeError('connection is not a function'),
  raised('NR409', 'no code of ours'),
  raised('22P02'),
  coded('ENOENT'),
  null,
])('%s stays what it is', (error) => {
  expect(translateDatabaseError(error)).toBe(error);
});

test('an error for the person is passed on', () => {
  const error = new AppError('sealed');
  expect(translateDatabaseError(error)).toBe(error);
});

test('deadlocks, failed serializations and what refers to a row that is gone are worth repeating, others not', () => {
  const repeated = [raised('40001'), raised('40P01'), raised('23503'), coded('P2034')];
  expect(repeated.map(isWorthRepeating)).toEqual([true, true, true, true]);
  expect([raised('23505'), new Error('x'), null].map(isWorthRepeating)).toEqual([false, false, false]);
});

test('the constraint is named', () => {
  const error = { meta: { driverAdapterError: { cause: { constraint: { index: 'account_verified_email_key' } } } } };
  expect(readDatabaseError(error).constraint).toBe('account_verified_email_key');
});
