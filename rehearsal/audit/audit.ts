import { auditHouses } from './audit-house.ts';
import { auditLedgers } from './audit-ledger.ts';
import { auditLines } from './audit-line.ts';
import { auditOrders } from './audit-orders.ts';
import type { Evidence, Witness } from './evidence.ts';
import type { AuditFinding } from './finding.ts';
import { auditPolls } from './polls.ts';

/** Every invariant, checked again from the evidence: one finding each, in the order of the design. */
export function audit(evidence: Evidence, witness: Witness): readonly AuditFinding[] {
  return [
    ...auditLines(evidence, witness),
    ...auditLedgers(evidence),
    ...auditHouses(evidence, witness),
    ...auditOrders(evidence, witness),
    ...auditPolls(evidence, witness),
  ];
}

/** `✓ W1  sentence` or `✗ W1  first breach`. */
export const findingLine = ({ rule, ok, sentence }: AuditFinding): string =>
  `${ok ? '✓' : '✗'} ${rule.padEnd(9)} ${sentence}`;
