import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { type Identity, readToken, sessionCookieName } from '#lib/auth/identity';
import { AppError } from '#lib/error';
import { type Member, type Scope, transaction } from '#lib/transaction';

/** Who looks at a page. */
export type Viewer = Member & Identity;

/** What the page's cookie claims, or null for nobody. */
export const findIdentity = cache(async (): Promise<Identity | null> => {
  const token = (await cookies()).get(sessionCookieName())?.value;
  return token ? readToken(token) : null;
});

/** Who looks at the page, or null for somebody signed out. */
export const findViewer = cache(async (): Promise<Viewer | null> => {
  const identity = await findIdentity();
  if (!identity) return null;
  try {
    return await transaction(identity, async ({ member }) => ({ ...member, ...identity }));
  } catch (error) {
    if (error instanceof AppError && error.code === 'unauthenticated') return null;
    throw error;
  }
});

/** Who looks at the page; somebody signed out is led to sign in. */
export async function requireViewer(): Promise<Viewer> {
  return (await findViewer()) ?? redirect('/sign-in');
}

/** Reads for a page as the signed-in member; somebody signed out is led to sign in. */
export async function readAsViewer<T>(work: (scope: Scope) => Promise<T>): Promise<T> {
  const identity = await findIdentity();
  if (!identity) redirect('/sign-in');
  try {
    return await transaction(identity, work);
  } catch (error) {
    if (error instanceof AppError && error.code === 'unauthenticated') redirect('/sign-in');
    throw error;
  }
}
