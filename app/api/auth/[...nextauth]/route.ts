import { z } from 'zod';
import { answerAuth } from '#lib/auth/next-auth';
import { AppError } from '#lib/error';
import { refuseRequest, route } from '#lib/http/route';

const params = z.strictObject({ nextauth: z.array(z.string()) });

/** Signing in and out, by next-auth. */
const handle = route({ params, access: 'anyone' }, ({ request, params: { nextauth }, identity }) =>
  answerAuth(request, nextauth, identity),
);

export const GET = handle;
export const POST = handle;

// Next calls this route, and would answer these by itself, in its own shape.
const refuse = (request: Request) =>
  refuseRequest(request, new AppError('method_not_allowed'), { allow: 'GET, HEAD, POST' });

export const PUT = refuse;
export const PATCH = refuse;
export const DELETE = refuse;
export const OPTIONS = refuse;
