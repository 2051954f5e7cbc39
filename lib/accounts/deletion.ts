import { requirePassword } from '#lib/accounts/password-change';
import type { Identity } from '#lib/auth/identity';
import { cutSockets, publish } from '#lib/events/publish';
import { asSystem } from '#lib/transaction';

/** Deletes an account and all that is its person's alone; shared records keep an empty place (`app.delete_account`). */
export async function deleteAccount(identity: Identity, password: string): Promise<void> {
  const { userId, email } = await requirePassword(identity, password);
  const left = await asSystem(async (db) => {
    const rows = await db.$queryRaw<
      { couple_id: string; seq: number }[]
    >`SELECT couple_id, seq FROM app.delete_account(${userId}::uuid)`;
    // A job that was to mail one of these finds nothing, and sends nothing.
    await db.mailToken.deleteMany({ where: { userId } });
    const others = await db.account.count({ where: { email } });
    if (others === 0) await db.mailToken.deleteMany({ where: { email } });
    return rows;
  });
  for (const { couple_id: coupleId, seq } of left) {
    publish({ coupleId, seq, name: 'member.left', actorId: null, subjectId: null });
  }
  cutSockets({ userId });
}
