import type { Finding } from '../../contracts/findings.ts';
import type { Ledger } from '../../contracts/ledger.ts';
import type { Board, DrawSheet, LineFile, Place, Rounds } from '../../contracts/line.ts';
import { checkBeacon } from './beacon.ts';
import { checkBoard, readLedger } from './ledger.ts';
import { checkPlace, checkPosition } from './position.ts';
import { checkReceipt, openReceipt } from './receipt.ts';
import { checkCounts, checkSeeds, collect } from './sheets.ts';
import { checkPositions } from './whole-line.ts';

/**
 * Checks everything that the files at hand allow, in the order of the report. With a receipt it is about that one
 * place: its signature, its round's beacon, its position. Without one it is about the whole line: every round's beacon
 * and every position. Nothing here asks anybody anything.
 */
export interface LineFiles {
  readonly line?: LineFile | undefined;
  readonly sheets: readonly DrawSheet[];
  readonly rounds?: Rounds | undefined;
  readonly ledger?: Ledger | undefined;
  readonly board?: Board | undefined;
}

export interface Verdict {
  readonly findings: readonly Finding[];
  /** The receipt's, if it could be opened. */
  readonly place?: Place;
  /** The place's, if its round is drawn and its sheet was given. */
  readonly position?: number;
}

export function checkLine({ line, sheets, rounds, ledger, board }: LineFiles, receipt?: string): Verdict {
  const opened = receipt === undefined ? undefined : openReceipt(receipt);
  const place = opened?.place;
  if (receipt !== undefined && !opened) {
    return { findings: [{ check: 'receipt', outcome: 'wrong', faults: [{ fault: 'receipt-unreadable' }] }] };
  }
  const drawn = collect(sheets);
  const own = place && drawn.inOrder.find(({ round, onSale }) => round === place.round && onSale === place.onSale);
  const read = ledger && readLedger(ledger, line);
  const proof = opened && checkReceipt(opened, line);
  // A forger does not hear what the made-up receipt would be worth.
  const isGenuine = proof?.outcome !== 'wrong';
  const position = place && isGenuine ? checkPosition(place, own) : undefined;
  const findings: readonly (Finding | undefined)[] = [
    proof,
    place && isGenuine ? checkPlace(place, own) : undefined,
    checkCounts(drawn, rounds),
    checkSeeds(drawn, line),
    checkBeacon(line, place ? (own ? [own] : []) : drawn.inOrder, read),
    place ? position : checkPositions(drawn, rounds),
    read?.finding ?? { check: 'ledger', outcome: 'unchecked', lack: 'ledger' },
    checkBoard(board, ledger, line),
  ];
  return {
    findings: findings.filter((finding) => finding !== undefined),
    ...(place && { place }),
    ...(position?.outcome === 'ok' && { position: position.facts.position }),
  };
}
