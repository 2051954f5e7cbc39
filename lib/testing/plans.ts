import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { GET as listEvents } from '#app/api/events/route';
import * as agreement from '#app/api/plans/[id]/agreement/route';
import * as felt from '#app/api/plans/[id]/felt/route';
import * as letgo from '#app/api/plans/[id]/letgo/route';
import * as lived from '#app/api/plans/[id]/lived/route';
import * as postponement from '#app/api/plans/[id]/postponement/route';
import * as proposal from '#app/api/plans/[id]/proposal/route';
import * as rating from '#app/api/plans/[id]/rating/route';
import * as reveal from '#app/api/plans/[id]/reveal/route';
import * as plan from '#app/api/plans/[id]/route';
import * as seal from '#app/api/plans/[id]/seal/route';
import * as teaser from '#app/api/plans/[id]/teaser/route';
import * as versions from '#app/api/plans/[id]/versions/[versionId]/route';
import * as plans from '#app/api/plans/route';
import { call } from '#lib/http/call';
import type { Groups } from '#lib/plans/rules';
import type { PlanLine, PlanView } from '#lib/plans/view';
import type { Person } from '#lib/testing/people';

type Body = Record<string, unknown>;
/** 200 or 204, or the code of what was refused. */
export type Outcome = number | string;

async function tell(
  person: Person | null,
  module: Record<string, unknown>,
  method: string,
  id: string,
  body?: Body,
  params: Record<string, string> = {},
): Promise<Outcome> {
  const handler = module[method] as typeof plan.GET;
  const answer = await call(person, handler, method, { params: { id, ...params }, ...(body && { body }) });
  return answer.status < 300 ? answer.status : (answer.body.error as { code: string }).code;
}

/** Every step of a plan, as somebody does it through the API. */
export const write = (person: Person, id: string, body: Body) => tell(person, plan, 'PUT', id, body);
export const drop = (person: Person, id: string) => tell(person, plan, 'DELETE', id);
export const letGo = (person: Person, id: string) => tell(person, letgo, 'PUT', id);
export const propose = (person: Person, id: string) => tell(person, proposal, 'PUT', id);
export const counter = (person: Person, id: string, after: number, body: Body = {}, versionId: string = randomUUID()) =>
  tell(person, versions, 'PUT', id, { kind: 'countered', after, title: `After ${after}`, ...body }, { versionId });
export const agree = (person: Person, id: string, n: number) => tell(person, agreement, 'PUT', id, { n });
export const postpone = (person: Person, id: string, n: number, until: string) =>
  tell(person, postponement, 'PUT', id, { n, until });
export const sealUp = (person: Person, id: string, body: Body = {}) => tell(person, seal, 'PUT', id, body);
export const unsealIt = (person: Person, id: string) => tell(person, seal, 'DELETE', id);
export const tease = (person: Person, id: string, body: Body) => tell(person, teaser, 'PUT', id, body);
export const untease = (person: Person, id: string) => tell(person, teaser, 'DELETE', id);
export const open = (person: Person, id: string) => tell(person, reveal, 'PUT', id);
export const live = (person: Person, id: string, day: string) => tell(person, lived, 'PUT', id, { day });
export const unlive = (person: Person, id: string) => tell(person, lived, 'DELETE', id);
export const feel = (person: Person, id: string, body: Body = {}) =>
  tell(person, felt, 'PUT', id, { id: randomUUID(), text: 'Warm', ...body });
export const unfeel = (person: Person, id: string) => tell(person, felt, 'DELETE', id);
export const rate = (person: Person, id: string, body: Body = { novelty: 'new', pull: 'yes' }) =>
  tell(person, rating, 'PUT', id, body);
export const unrate = (person: Person, id: string) => tell(person, rating, 'DELETE', id);
export const look = (person: Person, id: string) => tell(person, plan, 'GET', id);

export async function see(person: Person, id: string): Promise<PlanView> {
  return (await call(person, plan.GET, 'GET', { params: { id } })).body as unknown as PlanView;
}

/** The places that plans stand in, by id. */
export async function seeGroups(person: Person): Promise<Record<keyof Groups<PlanLine>, string[]>> {
  const groups = (await call(person, plans.GET, 'GET')).body.groups as Groups<PlanLine>;
  const ids = Object.entries(groups).map(([name, lines]) => [name, lines.map(({ id }) => id)] as const);
  return Object.fromEntries(ids) as Record<keyof Groups<PlanLine>, string[]>;
}

/** Begins a plan of somebody's own. @returns its id */
export async function begin(person: Person, body: Body = {}): Promise<string> {
  const id = randomUUID();
  const status = await write(person, id, { kind: 'together', title: 'Swim at night', ...body });
  if (status !== 200) throw new Error(`A plan could not be begun: ${status}`);
  return id;
}

/** Proposes a plan. @returns its id */
export async function proposed(person: Person, body: Body = {}): Promise<string> {
  const id = await begin(person, body);
  if ((await propose(person, id)) !== 200) throw new Error('A plan could not be proposed');
  return id;
}

/** Seals a surprise. @returns its id */
export async function sealed(person: Person, opens?: { day: string; time: string }, body: Body = {}): Promise<string> {
  const id = await begin(person, { kind: 'surprise', ...body });
  if ((await sealUp(person, id, { opens })) !== 200) throw new Error('A surprise could not be sealed');
  return id;
}

/** The names of what happened, as somebody's page hears it. */
export async function listNames(person: Person, subjectId?: string): Promise<string[]> {
  const { body } = await call(person, listEvents, 'GET', { query: { after: '0' } });
  const events = body.events as { name: string; subjectId: string | null }[];
  return events.filter((event) => !subjectId || event.subjectId === subjectId).map(({ name }) => name);
}

/** Writes what no member could, around the triggers, as the database's owner. */
export async function writeUnguarded(owner: Client, sql: string, values: unknown[]): Promise<void> {
  await owner.query('SET session_replication_role = replica');
  try {
    await owner.query(sql, values);
  } finally {
    await owner.query('RESET session_replication_role');
  }
}
