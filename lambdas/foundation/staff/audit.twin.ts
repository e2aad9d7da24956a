import type { AuditEntry } from '../../../contracts/staff.ts';
import { type AuditStore, auditMark, auditPageOf } from './audit-store.ts';

/** The record in memory, for tests and simulation. */
export function auditTwin(): AuditStore & { readonly entries: readonly AuditEntry[] } {
  const entries: AuditEntry[] = [];
  return {
    entries,
    async add(entry) {
      if (!entries.some((one) => auditMark(one) === auditMark(entry))) entries.push(entry);
    },
    async page(size, from) {
      const found = [...entries]
        .sort((one, other) => (auditMark(one) < auditMark(other) ? 1 : -1))
        .filter((entry) => from === undefined || auditMark(entry) < from);
      return auditPageOf(size, found.slice(0, size + 1));
    },
  };
}
