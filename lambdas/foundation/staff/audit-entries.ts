import { createHash } from 'node:crypto';
import type { AuditEntry } from '../../../contracts/staff.ts';
import type { StaffMember } from './who-asks.ts';

interface Deed {
  /** E.g. `read-order`. */
  readonly act: string;
  readonly on: string;
}

const minute = 60_000;

/** A look at what people wrote of themselves. A page that looks again and again leaves one entry a minute. */
export function lookOf({ email }: Pick<StaffMember, 'email'>, { act, on }: Deed, now: number): AuditEntry {
  const happenedAt = Math.floor(now / minute) * minute;
  const id = createHash('sha256').update([email, act, on].join('\n')).digest('base64url').slice(0, 16);
  return { id, happenedAt, person: email, act, on };
}

/** Something that was done, or asked for. `id`: new for each. */
export function deedOf(
  { email }: Pick<StaffMember, 'email'>,
  { act, on, note }: Deed & { readonly note?: string | undefined },
  { id, now }: { readonly id: string; readonly now: number },
): AuditEntry {
  return { id, happenedAt: now, person: email, act, on, ...(note !== undefined && note !== '' && { note }) };
}

/** A fan of an on-sale, as the audit names them. Twelve of 43 letters tell fans apart, and people read the entry. */
export const fanInAudit = (onSale: string, fan: string): string => `${onSale} ${fan.slice(0, 12)}`;
