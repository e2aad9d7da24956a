import { type LineReadingsFile, readingsPath } from '../../../contracts/readings.ts';
import { openPublishedFiles } from '../../foundation/aws.gateway.ts';
import type { Dynamo } from '../../foundation/dynamo/dynamo.ts';
import { keptReadings } from '../../foundation/readings/kept-readings.ts';
import { watchLooks } from '../../foundation/readings/looks.ts';
import { ledgerStore } from '../line/ledger.store.ts';
import { appealStore } from '../place/appeal.store.ts';
import { publishReadings, reportUntoldReadings } from './pace-metrics.gateway.ts';
import { LineTeller } from './tell-readings.ts';
import type { Ticked } from './tick-line.ts';

/**
 * Tells alarms and those who run the morning how a line goes: by metrics, and by the bucket of readings. A line moves also while nobody can be told: what fails is
 * reported. Opened anew with each start: what an earlier one saw of the files is old.
 */
export function lineTellers(tables: Dynamo, bucket: string, linesTable: string) {
  const files = openPublishedFiles(bucket);
  const isLookedAt = watchLooks(files.read);
  const ledger = ledgerStore(tables, linesTable);
  const appeals = appealStore(tables, linesTable);
  return () => {
    const readings = keptReadings<LineReadingsFile>(files, readingsPath.line, ({ now }) => now.writtenAt);
    const teller = new LineTeller({ readings, isLookedAt, ledger, appeals });
    return (ticked: Extract<Ticked, { did: 'ticked' }>, now: number): Promise<void> => {
      publishReadings(ticked);
      return teller.tell(ticked, now).catch((error: unknown) => reportUntoldReadings(ticked.board.onSale, error));
    };
  };
}
