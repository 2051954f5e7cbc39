import QRCode from 'qrcode';
import { env } from '#lib/env';
import type { Invite } from '#lib/generated/prisma/client';
import { type InviteState, stateOf } from '#lib/invites/rules';
import { formatCode } from '#lib/invites/schema';
import { makeAccepterId } from '#lib/invites/tokens';

/** An invite as its maker sees it. Of the one who accepted it: the name and when, and an id to say yes to. */
export type InviteView = {
  id: string;
  state: InviteState;
  createdAt: string;
  expiresAt: string;
  accepter: { id: string; name: string; at: string } | null;
};

/** Somebody else's invite that I have accepted. */
export type WaitingView = { inviter: { name: string }; at: string };

/** How to pass an invite on: shown once, when it is made. `qr` is the link, as the dark squares of a square of `size`. */
export type InviteSecret = { link: string; code: string; qr: { size: number; path: string } };

export function viewInvite(row: Invite & { accepter: { name: string } | null }, at: Date): InviteView {
  const { id, accepterId, accepter, acceptedAt } = row;
  return {
    id,
    state: stateOf(row, at),
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    accepter:
      accepterId && accepter && acceptedAt
        ? { id: makeAccepterId({ id, accepterId }), name: accepter.name, at: acceptedAt.toISOString() }
        : null,
  };
}

export function viewSecret(token: string, code: string): InviteSecret {
  const link = `${env.PUBLIC_URL}/invite/${token}`;
  return { link, code: formatCode(code), qr: drawQr(link) };
}

/** Draws a QR code as one SVG path, a unit a square. */
function drawQr(text: string): InviteSecret['qr'] {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  let path = '';
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      let width = 0;
      while (x + width < size && modules.get(y, x + width)) width += 1;
      if (width > 0) path += `M${x} ${y}h${width}v1h-${width}z`;
      x += width;
    }
  }
  return { size, path };
}
