import type { LineHistory, LineReadings, LineReadingsFile } from '../../../contracts/readings.ts';
import { minuteOf, withPoint } from '../../../rules/minute-history.ts';
import { outstanding } from './how-far-to-call.ts';
import type { Ticked } from './tick-line.ts';

/** What the people who run the morning read of a line, from what a tick of the pacemaker knew. */
export function lineReadingsOf(
  { board, line, shoppers, wishes }: Omit<Extract<Ticked, { did: 'ticked' }>, 'did'>,
  judged: LineReadings['judged'],
  now: number,
): LineReadings {
  const { facts, dials, progress } = line;
  const { calls, recalls, showing, halted, ledger, drawn, calledUpTo } = progress;
  return {
    v: 1,
    onSale: facts.onSale,
    title: facts.title,
    writtenAt: now,
    opensAt: facts.opensAt,
    closesAt: facts.closesAt,
    phase: board.phase,
    ...(board.halt && { halt: board.halt }),
    ...(halted && { haltedWhy: halted.why }),
    ...(board.awaits !== undefined && { awaitsBeacon: true as const }),
    joined: board.waiting - (drawn - calledUpTo),
    drawn,
    waiting: board.waiting,
    calledUpTo,
    called: outstanding({ calls, recalls, shoppers, now }),
    rate: Math.round(board.rate),
    shopping: shoppers.inUse.size,
    vouchers: shoppers.vouchers,
    late: wishes.size,
    lately: { called: Math.round(showing?.called ?? 0), came: Math.round(showing?.came ?? 0) },
    judged,
    dials,
    ledger: { n: ledger.n, head: ledger.head },
  };
}

const nothingYet: LineHistory = { at: [], joined: [], waiting: [], calledUpTo: [], shopping: [], late: [] };

/** The file with these readings: their minute is in its history, once. */
export function withReadings(standing: LineReadingsFile | undefined, now: LineReadings): LineReadingsFile {
  const { joined, waiting, calledUpTo, shopping, late } = now;
  const point = { at: minuteOf(now.writtenAt), joined, waiting, calledUpTo, shopping, late };
  return { now, history: withPoint(standing?.history ?? nothingYet, point, 'first') };
}
