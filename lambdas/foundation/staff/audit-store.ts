import type { AuditEntry } from '../../../contracts/staff.ts';

/** The record of what the people of the house did and looked at. Nothing in it is ever changed. */
export interface AuditStore {
  /** An entry that is there already stays as it is. */
  add(entry: AuditEntry): Promise<void>;
  /** The newest first, before `from` if it is given. */
  page(size: number, from?: string): Promise<{ readonly entries: readonly AuditEntry[]; readonly next?: string }>;
}

/** The place of an entry among all: it sorts as the entries happened. */
export const auditMark = ({ happenedAt, id }: Pick<AuditEntry, 'happenedAt' | 'id'>): string =>
  `${new Date(happenedAt).toISOString()}#${id}`;

/** The form of such a place. */
export const auditMarkForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z#[A-Za-z0-9_-]{12,32}$/;

/** Those of a page out of one more than it has, newest first. */
export function auditPageOf(size: number, found: readonly AuditEntry[]): Awaited<ReturnType<AuditStore['page']>> {
  const entries = found.slice(0, size);
  const last = found.length > size ? entries.at(-1) : undefined;
  return { entries, ...(last && { next: auditMark(last) }) };
}
