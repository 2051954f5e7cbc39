import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { env } from '#lib/env';

// Tables that no member reads directly: only the few acts before membership do.
const systemOnly = ['installation', 'mail_token', 'rate_limit'];
// Tables with what somebody wrote, or did for themselves: the system's login has no business there.
const written = [
  'answer',
  'aside',
  'bid',
  'calendar',
  'card',
  'check_in',
  'draft',
  'entry',
  'felt',
  'fondness',
  'muted_topic',
  'news',
  'news_answer',
  'observation',
  'plan',
  'plan_version',
  'postponement',
  'prompt',
  'prompt_words',
  'rating',
  'reaction',
  'readiness',
  'response',
  'sharing',
  'sharing_answer',
  'sharing_opened',
  'teaser',
  'thanks',
  'turn',
];

const owner = new pg.Client(env.DATABASE_URL);
let tables: { name: string; enabled: boolean; forced: boolean; owner: string }[];
let policies: { table: string; role: string; name: string }[];

beforeAll(async () => {
  await owner.connect();
  ({ rows: tables } = await owner.query(
    `SELECT relname AS name, relrowsecurity AS enabled, relforcerowsecurity AS forced, pg_get_userbyid(relowner) AS owner
       FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND relname <> '_prisma_migrations' ORDER BY 1`,
  ));
  ({ rows: policies } = await owner.query(
    `SELECT tablename AS table, unnest(roles) AS role, policyname AS name FROM pg_policies WHERE schemaname = 'public'`,
  ));
});
afterAll(() => owner.end());

describe('every table', () => {
  test('is held by row-level security, also against its owner', () => {
    expect(tables.length).toBeGreaterThan(15);
    expect(tables.filter(({ enabled, forced }) => !enabled || !forced)).toEqual([]);
  });

  test('has a policy for members, or is the system’s alone', () => {
    const without = tables.filter(
      ({ name }) => !policies.some(({ table, role }) => table === name && role === 'nearer_app'),
    );
    expect(without.map(({ name }) => name)).toEqual(systemOnly);
  });

  test('has no policy for just anybody', () => {
    const roles = new Set(policies.map(({ role }) => role));
    expect(roles).toEqual(new Set(['nearer_app', 'nearer_system', 'nearer_guard']));
  });

  test('with written content is closed to the system’s login', async () => {
    const { rows } = await owner.query(
      `SELECT t AS name, p AS privilege FROM unnest($1::text[]) t, unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']) p
        WHERE has_table_privilege('nearer_system', 'public.' || quote_ident(t), p) OR has_any_column_privilege('nearer_system', 'public.' || quote_ident(t), CASE p WHEN 'DELETE' THEN 'UPDATE' ELSE p END)`,
      [written],
    );
    expect(rows).toEqual([]);
    expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(written));
  });
});

test('no column keeps written words open: they are sealed bytes, or not words', async () => {
  const { rows } = await owner.query<{ column: string }>(
    `SELECT table_name || '.' || column_name AS column FROM information_schema.columns
      WHERE table_schema = 'public' AND (data_type IN ('text', 'character varying', 'json', 'jsonb') OR udt_name = '_text') AND table_name <> '_prisma_migrations' ORDER BY 1`,
  );
  // Each of these was looked at: names, addresses, zones, codes. A new one must be put here knowingly.
  expect(rows.map(({ column }) => column)).toEqual([
    'account.email',
    'account.locale',
    'account.time_zone',
    'couple.circumstances',
    'couple.time_zone',
    'event.name',
    'mail_token.email',
    'muted_topic.topic',
    'prompt.content_id',
    'prompt.depth',
    'prompt.topic',
    'rate_limit.key',
    'rating.idea_id',
    'ritual.time',
    'session.device',
    'talk.state',
    'user.name',
  ]);
});

describe('the logins', () => {
  test.each(['nearer_app', 'nearer_system', 'nearer_guard'])(
    '%s is neither superuser, owner nor above the policies',
    async (role) => {
      const { rows } = await owner.query(
        'SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = $1',
        [role],
      );
      expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false }]);
      expect(tables.filter((table) => table.owner === role)).toEqual([]);
    },
  );

  test('cannot become another', async () => {
    const { rows } = await owner.query(
      `SELECT a.rolname AS role, b.rolname AS may_be FROM pg_roles a, pg_roles b
        WHERE a.rolname IN ('nearer_app', 'nearer_system') AND a.rolname <> b.rolname AND pg_has_role(a.oid, b.oid, 'MEMBER')`,
    );
    expect(rows).toEqual([]);
  });
});

describe('every function that looks behind a policy', () => {
  test('fixes its search path and belongs to nobody’s login', async () => {
    const { rows } = await owner.query(
      `SELECT proname, pg_get_userbyid(proowner) AS owner, proconfig FROM pg_proc WHERE pronamespace = 'app'::regnamespace AND prosecdef`,
    );
    expect(rows.length).toBeGreaterThan(5);
    for (const row of rows) {
      expect(row.owner, row.proname).toBe('nearer_guard');
      expect(row.proconfig?.join(), row.proname).toContain('search_path=pg_catalog, pg_temp');
    }
  });

  test('can be called by those who need it only', async () => {
    const { rows } = await owner.query(
      `SELECT proname AS name, array_agg(r.rolname::text ORDER BY 1) AS roles FROM pg_proc p, pg_roles r
        WHERE pronamespace = 'app'::regnamespace AND prosecdef AND prorettype <> 'trigger'::regtype
          AND r.rolname IN ('nearer_app', 'nearer_system') AND has_function_privilege(r.oid, p.oid, 'EXECUTE') GROUP BY 1 ORDER BY 1`,
    );
    expect(rows).toEqual([
      { name: 'delete_account', roles: ['nearer_system'] },
      { name: 'deliver_due', roles: ['nearer_system'] },
      { name: 'drawn', roles: ['nearer_app'] },
      { name: 'enter', roles: ['nearer_app'] },
      { name: 'enter_calendar', roles: ['nearer_app'] },
      { name: 'forget_bids', roles: ['nearer_system'] },
      { name: 'give_due', roles: ['nearer_system'] },
      { name: 'is_journal_open', roles: ['nearer_app'] },
      { name: 'link_couple', roles: ['nearer_system'] },
      { name: 'muted_topics', roles: ['nearer_app'] },
      { name: 'open_journal', roles: ['nearer_app'] },
      { name: 'record_event', roles: ['nearer_app', 'nearer_system'] },
      { name: 'reveal_due', roles: ['nearer_system'] },
      { name: 'use_journal', roles: ['nearer_app'] },
    ]);
  });
});
