import { findKnownAccount } from '#lib/auth/known';
import { AppError } from '#lib/error';
import { addressOf, limitAttempts, uncountAttempt } from '#lib/http/limit';

/**
 * Counts a guess at the password of an email address, alike whether or not anybody has it.
 * @param by who guesses: where they ask from, or as whom
 */
export async function limitGuesses(email: string, by: string): Promise<void> {
  await limitAttempts('signIn', email, by);
  await limitAttempts('signInAt', email);
}

type Admission = {
  /** The one account that may be signed in to. */
  onlyAs?: string;
  /** To be called when the guess was right. */
  succeed(): Promise<void>;
};

/**
 * Lets somebody try to sign in. Where there were too many tries, a browser that signed in to an account at the address
 * before may go on, by a count of its own and to that account alone: others can neither lock it out nor guess with it.
 * @throws AppError `too_many`
 */
export async function admit(request: Request, email: string): Promise<Admission> {
  const from = addressOf(request);
  try {
    await limitAttempts('signInFrom', from);
    await limitGuesses(email, from);
  } catch (error) {
    const known = findKnownAccount(request.headers.get('cookie'), email);
    if (!known || !(error instanceof AppError) || error.code !== 'too_many') throw error;
    await limitAttempts('signInKnown', known);
    return { onlyAs: known, succeed: () => uncountAttempt('signInKnown', known) };
  }
  const succeed = async () => {
    await uncountAttempt('signIn', email, from);
    await uncountAttempt('signInAt', email);
  };
  return { succeed };
}
