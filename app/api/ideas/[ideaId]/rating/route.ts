import { AppError } from '#lib/error';
import { route } from '#lib/http/route';
import { findIdea } from '#lib/ideas/library';
import { rate, unrate } from '#lib/ideas/ratings';
import { ideaParams, ratingBody } from '#lib/ideas/schema';
import { transaction } from '#lib/transaction';

/** Says how new an idea is to us and how much it draws me. Nobody sees it; where both are high, it comes up for both. */
export const PUT = route({ params: ideaParams, body: ratingBody }, ({ identity, params, body }) => {
  if (!findIdea(params.ideaId)) throw new AppError('not_found');
  return transaction(identity, (scope) => rate(scope, params, body));
});

export const DELETE = route({ params: ideaParams }, ({ identity, params }) =>
  transaction(identity, (scope) => unrate(scope, params)),
);
