import { z } from 'zod';
import { answerAuth } from '#lib/auth/next-auth';
import { route } from '#lib/http/route';

const params = z.strictObject({ nextauth: z.array(z.string()) });

/** Signing in and out, by next-auth. */
const handle = route({ params, access: 'anyone' }, ({ request, params: { nextauth }, identity }) =>
  answerAuth(request, nextauth, identity),
);

export const GET = handle;
export const POST = handle;
