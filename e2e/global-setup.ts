import { startServer } from './server.ts';

/** One server for all tests; those that restart theirs start one of their own. */
// biome-ignore lint/style/noDefaultExport: Playwright calls the default export.
export default async function setup(): Promise<() => Promise<void>> {
  const server = await startServer();
  Object.assign(process.env, { E2E_URL: server.url, E2E_DATA_DIR: server.dataDirectory });
  return () => server.stop();
}
