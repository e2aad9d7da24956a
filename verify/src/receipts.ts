import type { Fault, FindingOf } from '../../contracts/findings.ts';
import type { LineFile } from '../../contracts/line.ts';
import type { Commitments } from './commitments.ts';
import { found } from './findings.ts';
import { checkReceipt, type OpenedReceipt } from './receipt.ts';
import { checkMark, type RollFiles } from './rolls.ts';

/**
 * Several receipts together. Each may hold by itself, and still two of them prove what no line may do: give one place to
 * two fans, or two places to one.
 */
export function checkReceipts(
  receipts: readonly OpenedReceipt[],
  line: LineFile | undefined,
  commitments: Commitments,
  files: RollFiles,
): FindingOf<'receipts'> {
  const faults: Fault[] = [];
  const findings = receipts.flatMap((opened) => [
    checkReceipt(opened, line),
    checkMark(opened.place, line, commitments, files),
  ]);
  for (const finding of findings) if (finding.outcome === 'wrong') faults.push(...finding.faults);
  const holders = new Map<string, string>();
  const places = new Map<string, string>();
  const marks = new Map<string, string>();
  for (const { place } of receipts) {
    const { round, shard, index, mark, fan } = place;
    const at = `${round}/${shard}/${index}`;
    const holder = `${mark} ${fan}`;
    if ((holders.get(at) ?? holder) !== holder) faults.push({ fault: 'place-shared', round, shard, index });
    if ((places.get(mark) ?? at) !== at) faults.push({ fault: 'mark-shared', mark });
    if ((marks.get(fan) ?? mark) !== mark) faults.push({ fault: 'fan-twice', fan });
    holders.set(at, holder);
    marks.set(fan, mark);
    places.set(mark, at);
  }
  const lack = findings.flatMap((finding) => (finding.outcome === 'unchecked' ? [finding.lack] : []))[0];
  return found('receipts', { faults, lack, facts: { receipts: receipts.length } });
}
