import { asSystem } from '#lib/transaction';
import { rewrapVaultKeys as rewrap } from '#lib/vault';

const keysAtOnce = 200;

/** After a new master key was put in front of VAULT_KEYS: wraps every data key with it, a few at a time. */
export async function rewrapVaultKeys(): Promise<void> {
  while ((await asSystem((db) => rewrap(db, keysAtOnce))) === keysAtOnce);
}
