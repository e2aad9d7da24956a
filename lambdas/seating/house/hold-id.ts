import { createHash } from 'node:crypto';

/*
 * The id of a hold is made of what was asked, by whom. The same fan with the same idempotency key gets the same hold
 * however often the request is repeated. Seven bytes name the hold. Two more are a check that only this fan's ids of
 * this performance pass. So a made-up id, or another fan's, differs from one whose ask still lies in the queue, and
 * this shows without a look at any table.
 */

interface Asker {
  readonly onSale: string;
  readonly fan: string;
  readonly performance: string;
}

/** Twelve characters of base64url. */
export function holdId(asker: Asker, idempotencyKey: string): string {
  const name = digest('name', asker, idempotencyKey).subarray(0, 7);
  return Buffer.concat([name, checkOf(asker, name)]).toString('base64url');
}

/** Whether this could be the id of a hold that this fan asked for in this performance. */
export function mayBeHoldOf(asker: Asker, hold: string): boolean {
  const bytes = Buffer.from(hold, 'base64url');
  if (bytes.length !== 9 || bytes.toString('base64url') !== hold) return false;
  return checkOf(asker, bytes.subarray(0, 7)).equals(bytes.subarray(7));
}

function checkOf(asker: Asker, name: Buffer): Buffer {
  return digest('check', asker, name.toString('base64url')).subarray(0, 2);
}

function digest(use: string, { onSale, fan, performance }: Asker, of: string): Buffer {
  return createHash('sha256').update([use, onSale, fan, performance, of].join('|')).digest();
}
