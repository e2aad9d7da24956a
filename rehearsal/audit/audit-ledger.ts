import { createHash } from 'node:crypto';
import type { LedgerLine } from '../../contracts/ledger.ts';
import type { Evidence, LineEvidence } from './evidence.ts';
import { type AuditFinding, finding, plural } from './finding.ts';

/** The ledger of every line: each entry chained to the one before, numbered without a gap, its head on the board. */
export function auditLedgers({ lines }: Evidence): readonly AuditFinding[] {
  const entries = lines.reduce((sum, { ledger }) => sum + ledger.entries.length, 0);
  return [
    finding(
      'ledger',
      lines.flatMap(breachesOf),
      `${plural(entries, 'entry', 'entries')} chained, the heads on the boards`,
    ),
  ];
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

function breachesOf({ file, board, ledger, rolls }: LineEvidence): readonly string[] {
  const breaches: string[] = [];
  const heads: string[] = [file.chain.anchor];
  for (const [at, { text, hash }] of ledger.entries.entries()) {
    const { n, act } = JSON.parse(text) as LedgerLine;
    const expected = sha256(`${heads[at]}${text}`);
    if (hash !== expected) breaches.push(`entry ${n} (${act}) of the ledger of ${file.onSale} was altered`);
    if (n !== at + 1) breaches.push(`entry ${at + 1} of the ledger of ${file.onSale} calls itself ${n}`);
    heads.push(hash);
  }
  const rollHeads: string[] = [file.chain.anchor];
  for (const { commitment } of rolls) rollHeads.push(sha256(`${rollHeads.at(-1)}${commitment}`));
  const { n, rolls: committed, head } = board.ledger;
  if (sha256(`${heads[n]}${rollHeads[committed]}`) !== head)
    breaches.push(`the board of ${file.onSale} names a head that its ledger and its rolls do not have`);
  return breaches;
}
