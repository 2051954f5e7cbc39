/** Every way a request can fail, and the HTTP status it answers with. The words are in messages/<locale>/errors.json. */
export const statusOf = {
  bad_request: 400,
  unauthenticated: 401,
  forbidden: 403,
  foreign_origin: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  /** The prompt was revealed: its answers can no longer be changed, only withdrawn. */
  revealed: 409,
  /** Not revealed yet. */
  sealed: 409,
  /** A deep prompt for which not both are ready. */
  closed: 409,
  /** The prompt was swapped for another. */
  swapped: 409,
  /** Somebody has answered already. */
  answered: 409,
  /** The same question was put within the last six months. */
  asked_lately: 409,
  /** The plan has gone on meanwhile: another version, an agreement, or it was let go. */
  plan_changed: 409,
  /** The turn has passed on meanwhile. */
  turn_changed: 409,
  /** Another ritual was proposed or agreed to meanwhile. */
  ritual_changed: 409,
  /** The talk has gone on meanwhile; `present` is how it stands. */
  talk_changed: 409,
  /** The two are in a talk already; `present` is that one. */
  talk_under_way: 409,
  /** A part of the record was written meanwhile. */
  record_changed: 409,
  /** The commitment was accepted, settled or taken back meanwhile. */
  commitment_changed: 409,
  /** Another device of mine wrote the entry meanwhile; `present` is how it stands. */
  entry_changed: 409,
  /** It has gone: it cannot be taken back. */
  sharing_delivered: 409,
  /** The thank-you was given meanwhile: what is the other's is not rewritten. */
  given: 409,
  /** The good news was withdrawn meanwhile, or this step of its answer is taken or not its turn. */
  news_changed: 409,
  /** One bid at once; `present` is the one that is open. */
  bid_open: 409,
  /** The bid cannot be answered so. */
  bid_changed: 409,
  /** It takes two. */
  alone: 409,
  /** No more than so many at once or a day; each says of what. */
  swapped_enough: 409,
  muted_enough: 409,
  asked_enough: 409,
  said_enough: 409,
  planned_enough: 409,
  invite_own: 409,
  invite_taken: 409,
  invite_not_accepted: 409,
  /** The inviter said yes to somebody who has taken it back, and another has accepted. */
  accepter_changed: 409,
  already_linked: 409,
  invite_expired: 410,
  invite_revoked: 410,
  invite_used: 410,
  link_expired: 410,
  too_large: 413,
  unsupported: 415,
  invalid: 422,
  wrong_password: 422,
  /** The journal asks for the password first. */
  journal_locked: 423,
  too_many: 429,
  internal: 500,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof statusOf;

/** What is wrong with a field; the words are in messages/<locale>/errors.json under `fields`. */
export type FieldProblem = 'required' | 'too_short' | 'too_long' | 'invalid' | 'unknown' | 'wrong';

/** An error that is meant for the person who asked. Anything else becomes `internal` and tells nothing. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly fields: Record<string, FieldProblem> | undefined;
  /** Seconds after which trying again makes sense. */
  readonly retryAfter: number | undefined;
  /** How things stand instead, as whoever asked may see it. */
  readonly present: unknown;

  constructor(
    code: ErrorCode,
    details: { fields?: Record<string, FieldProblem>; retryAfter?: number; present?: unknown; cause?: unknown } = {},
  ) {
    super(code, { cause: details.cause });
    this.name = 'AppError';
    this.code = code;
    this.fields = details.fields;
    this.retryAfter = details.retryAfter;
    this.present = details.present;
  }

  get status(): number {
    return statusOf[this.code];
  }
}

export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(statusOf, code);
}
