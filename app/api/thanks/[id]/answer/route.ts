import { now } from '#lib/clock';
import { AppError } from '#lib/error';
import { route } from '#lib/http/route';
import { getThanks, lockReceived, setAside } from '#lib/thanks/queries';
import { thanksAnswerBody, thanksParams } from '#lib/thanks/schema';
import { answerPlace } from '#lib/thanks/view';
import { transaction } from '#lib/transaction';
import { seal, unseal } from '#lib/vault';

/** Answers a thank-you in a line, once. */
export const PUT = route({ params: thanksParams, body: thanksAnswerBody }, ({ identity, params: { id }, body }) =>
  transaction(identity, async (scope) => {
    const { answeredAt, sealedAnswer } = await lockReceived(scope, id);
    if (answeredAt) {
      const said = sealedAnswer && (await unseal(scope, answerPlace(id), sealedAnswer));
      if (said !== body.text) throw new AppError('answered');
      return getThanks(scope, id);
    }
    const data = { sealedAnswer: await seal(scope, 'couple', answerPlace(id), body.text), answeredAt: now() };
    await scope.db.thanks.updateMany({ where: { id }, data });
    await setAside(scope, id, { isSeen: true });
    await scope.record('thanks.answered', id);
    return getThanks(scope, id);
  }),
);
