import { expect, test } from 'vitest';
import { addressOf, limitRequests } from '#lib/http/limit';

const from = (address: string) =>
  addressOf(new Request('http://nearer.test', { headers: { 'x-forwarded-for': address } }));

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['203.0.113.9, 192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2::ffff', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
])('%s is counted as %s', (address, counted) => {
  expect(from(address)).toBe(counted);
});

test('an IPv4 address in IPv6 is one of its own', () => {
  expect(from('::ffff:192.0.2.7')).not.toBe(from('::ffff:192.0.2.8'));
});

test('what a token spends at one place is not spent at another', async () => {
  for (const _ of Array(6_000)) await limitRequests('192.0.2.7', 'mika');
  await expect(limitRequests('192.0.2.7', 'mika')).rejects.toMatchObject({ code: 'too_many' });
  await expect(limitRequests('192.0.2.8', 'mika')).resolves.toBeUndefined();
});
