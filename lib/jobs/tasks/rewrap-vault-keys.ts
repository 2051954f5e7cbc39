import { log } from '#lib/log';
import { asSystem } from '#lib/transaction';
import { rewrapVaultKeys as rewrap } from '#lib/vault';

const keysAtOnce = 50;
const firstId = '00000000-0000-0000-0000-000000000000';

/** After a new master key was put in front of VAULT_KEYS: wraps every data key with it, a few at a time. */
export async function rewrapVaultKeys(): Promise<void> {
  let unopened = 0;
  for (let after: string | null = firstId; after; ) {
    const from: string = after;
    const done = await asSystem((db) => rewrap(db, keysAtOnce, from));
    unopened += done.unopened;
    after = done.last;
  }
  if (unopened > 0) log.error({ unopened }, 'data keys that no key of VAULT_KEYS opens: keep the older ones');
}
