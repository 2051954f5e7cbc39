import { defineConfig } from 'prisma/config';

// `generate`, `validate` and `migrate diff` need no database, so the address may be missing; Prisma wants a string.
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
});
