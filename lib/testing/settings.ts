/** The environment of every test: nothing in it comes from the machine, and nothing of the machine's is touched. */
export const testEnvironment = {
  NODE_ENV: 'test',
  AUTH_SECRET: 'a secret that only the tests know, and no server',
  VAULT_KEYS: `1:${Buffer.alloc(32, 7).toString('base64')}`,
  PUBLIC_URL: 'http://localhost:3000',
  LOG_LEVEL: 'silent',
  TZ: 'UTC',
} as const;
