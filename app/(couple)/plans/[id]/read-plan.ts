import { notFound } from 'next/navigation';
import { readAsViewer } from '#lib/auth/viewer';
import { AppError } from '#lib/error';
import { getPlan } from '#lib/plans/queries';
import { planParams } from '#lib/plans/schema';
import type { PlanView } from '#lib/plans/view';
import type { Scope } from '#lib/transaction';

/** Reads a plan for its page, with what else the page needs; leads to "not here" where there is none for me. */
export async function readPlan<More>(
  id: string,
  more: (scope: Scope, plan: PlanView) => Promise<More>,
): Promise<{ plan: PlanView; more: More }> {
  if (!planParams.safeParse({ id }).success) notFound();
  try {
    return await readAsViewer(async (scope) => {
      const plan = await getPlan(scope, id);
      return { plan, more: await more(scope, plan) };
    });
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound();
    throw error;
  }
}
