import { createHash, createHmac, hkdfSync, pbkdf2Sync, randomBytes } from 'node:crypto';
import { Client } from 'pg';

const PASSWORD_BYTES = 24;
const SCRAM_ITERATIONS = 4096;

/** The login of the app (held by the policies) and that of the few acts before membership. Made by the migrations. */
export type Role = 'nearer_app' | 'nearer_system';

/** The same in every process that has the secret, so none has to tell another. */
function derivePassword(role: Role, secret: string): string {
  return Buffer.from(hkdfSync('sha256', secret, '', `login ${role}`, PASSWORD_BYTES)).toString('base64url');
}

/** What Postgres itself would keep of a password: sent instead of it, so that no log of the server can show it. */
function makeVerifier(password: string): string {
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, SCRAM_ITERATIONS, 32, 'sha256');
  const sign = (text: string) => createHmac('sha256', salted).update(text).digest();
  const stored = createHash('sha256').update(sign('Client Key')).digest('base64');
  const server = sign('Server Key').toString('base64');
  return `SCRAM-SHA-256$${SCRAM_ITERATIONS}:${salt.toString('base64')}$${stored}:${server}`;
}

/** The owner's address with another login in it. */
export function deriveUrl(ownerUrl: string, role: Role, secret: string): string {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = derivePassword(role, secret);
  return url.href;
}

async function canLogIn(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Lets a role log in with the password derived from the secret; changes nothing when it can already. */
export async function openRole(owner: Client, ownerUrl: string, role: Role, secret: string): Promise<string> {
  const url = deriveUrl(ownerUrl, role, secret);
  if (!(await canLogIn(url))) {
    await owner.query(`alter role ${role} login password '${makeVerifier(derivePassword(role, secret))}'`);
  }
  return url;
}
