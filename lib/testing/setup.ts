import { afterAll } from 'vitest';
import { createTestDatabase } from '#lib/testing/database';

// Every test file has a database of its own, before its first line runs: 60 ms, and no file can disturb another.
const { drop } = await createTestDatabase();

afterAll(async () => {
  // Imported only here: a file of pure rules never loads the client.
  const { closeDatabase } = await import('#lib/db');
  await closeDatabase();
  await drop();
});
