import { AppError } from '#lib/error';
import { route } from '#lib/http/route';
import { lentParams } from '#lib/talks/schema';
import { transaction } from '#lib/transaction';
import { unseal } from '#lib/vault';

/** The text of a note that my partner lets open on one phone, which is mine, while we talk and both are here (decision 0014). */
export const GET = route({ params: lentParams }, ({ identity, params }) =>
  transaction(identity, async (scope) => {
    const { db, member } = scope;
    const matter = await db.matter.findFirst({ where: { id: params.matterId, talkId: params.id } });
    const lent = matter && (await db.lentNote.findUnique({ where: { id: matter.id } }));
    if (!lent || lent.authorId === member.userId) throw new AppError('not_found');
    const place = { table: 'lent_note', column: 'sealed_text', id: lent.id };
    return { text: await unseal(scope, place, lent.sealedText) };
  }),
);
