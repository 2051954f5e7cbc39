import nextAuthModule from 'next-auth';
import { hasSecureCookies, type Identity } from '#lib/auth/identity';
import { knownCookie } from '#lib/auth/known';
import { authOptions, type Outcome } from '#lib/auth/options';
import { preferenceCookies } from '#lib/auth/preferences';
import { endSession } from '#lib/auth/sessions';
import { AppError } from '#lib/error';
import { readFields } from '#lib/http/body';

// A bundler gives the function, plain Node the CommonJS module around it.
const NextAuth = 'default' in nextAuthModule ? (nextAuthModule.default as typeof nextAuthModule) : nextAuthModule;

// next-auth asks for one fixed address (NEXTAUTH_URL) or for leave to go by the request's own host. Here one server
// answers as localhost, by its address in the home's network and behind a proxy; the host it sees is given below.
process.env.AUTH_TRUST_HOST ??= '1';

// What it may do here. Its own pages and its log for browsers stay closed.
const actions: Record<string, readonly string[]> = {
  GET: ['csrf', 'session', 'providers', 'signin', 'signout', 'error'],
  POST: ['callback/credentials', 'signout', 'session'],
};

/** What next-auth uses of Next's older request and response, which, unlike its newer ones, can be made anywhere. */
type NextAuthRequest = Parameters<typeof NextAuth>[0];
type NextAuthResponse = Parameters<typeof NextAuth>[1];

/** Lets next-auth answer a plain request, and says its failures in our one shape. */
export async function answerAuth(request: Request, segments: string[], identity: Identity | null): Promise<Response> {
  if (!actions[request.method]?.includes(segments.join('/'))) throw new AppError('not_found');

  const outcome: Outcome = {};
  const answer = new Answer();
  await NextAuth(
    {
      method: request.method,
      query: { nextauth: segments },
      body: request.method === 'POST' ? await readFields(request) : {},
      cookies: readCookies(request.headers.get('cookie') ?? ''),
      headers: { 'x-forwarded-host': hostOf(request), 'x-forwarded-proto': protocolOf(request) },
    } as unknown as NextAuthRequest,
    answer as unknown as NextAuthResponse,
    authOptions(request, outcome),
  );
  if (outcome.error) throw outcome.error;
  if (answer.lacksCsrfToken()) throw new AppError('forbidden');
  if (outcome.signedIn) {
    // This browser's earlier session is over; nobody could ever end it again.
    if (identity) await endSession(identity);
    const { locale, timeZone } = outcome.signedIn;
    answer.cookies.push(
      knownCookie(request.headers.get('cookie'), outcome.signedIn),
      ...preferenceCookies({ locale, timeZone }),
    );
  }
  return answer.toResponse();
}

function hostOf(request: Request): string {
  const forwarded = request.headers.get('x-forwarded-host')?.split(',')[0]?.trim();
  return forwarded || (request.headers.get('host') ?? new URL(request.url).host);
}

function protocolOf(request: Request): string {
  const forwarded = request.headers.get('x-forwarded-proto')?.split(',')[0]?.trim();
  return forwarded || (hasSecureCookies() ? 'https' : 'http');
}

function readCookies(header: string): Record<string, string> {
  const pairs = header.split(';').map((pair) => pair.split(/=(.*)/s, 2).map((part) => part.trim()));
  // Not the address to go back to: pages know where they lead, and a malformed one would be a fault of the server.
  const wanted = pairs.filter(([name]) => name && !name.endsWith('.callback-url'));
  return Object.fromEntries(wanted.map(([name = '', value = '']) => [name, decode(value)]));
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

class Answer {
  cookies: string[] = [];
  private readonly headers = new Headers();
  private code = 200;
  private body: string | null = null;

  status(code: number) {
    this.code = code;
    return this;
  }
  getHeader(name: string) {
    return name.toLowerCase() === 'set-cookie' ? this.cookies : this.headers.get(name);
  }
  setHeader(name: string, value: string | string[]) {
    if (name.toLowerCase() === 'set-cookie') this.cookies = [value].flat();
    else this.headers.set(name, String(value));
    return this;
  }
  json(value: unknown) {
    this.headers.set('content-type', 'application/json');
    this.body = JSON.stringify(value);
  }
  send(value: unknown) {
    if (typeof value === 'object' && value !== null) this.json(value);
    else this.body = value === undefined ? null : String(value);
  }
  end() {}

  /** next-auth then sends to its own sign-in page, to begin anew. */
  lacksCsrfToken() {
    return [this.headers.get('location'), this.body].some((text) => text?.includes('/signin?csrf=true'));
  }

  toResponse(): Response {
    const wanted = this.cookies.filter((cookie) => !/^[^=]*\.callback-url=/.test(cookie));
    for (const cookie of wanted) this.headers.append('set-cookie', cookie);
    this.headers.set('cache-control', 'private, no-store');
    return new Response(this.body, { status: this.code, headers: this.headers });
  }
}
