import type { LedgerEntry, LedgerLine } from '../../../contracts/ledger.ts';
import { minuteOf } from '../../../rules/minute-history.ts';

/*
 * How many places are in the slower lane, and how many are removed, from the ledger: each such act is entered there. In
 * a minute with many slowed places some entries stand for those between; they say how many there were in that minute.
 */
export class JudgedPlaces {
  #read = 0;
  readonly #states = new Map<string, 'slowed' | 'removed'>();
  /** By minute: entries of slowed places, and how many there were. */
  readonly #minutes = new Map<number, { noted: number; all: number }>();

  /** The number of the first entry that was not read. */
  get next(): number {
    return this.#read + 1;
  }

  read(entries: readonly LedgerEntry[]): void {
    for (const { text } of entries) this.#enter(JSON.parse(text) as LedgerLine);
  }

  get counts(): { readonly slowed: number; readonly removed: number } {
    const states = [...this.#states.values()];
    const between = [...this.#minutes.values()].reduce((sum, { noted, all }) => sum + Math.max(0, all - noted), 0);
    return {
      slowed: states.filter((state) => state === 'slowed').length + between,
      removed: states.filter((state) => state === 'removed').length,
    };
  }

  #enter({ n, at, act, role, detail }: LedgerLine): void {
    this.#read = Math.max(this.#read, n);
    const mark = `${detail.mark}`;
    if (act === 'place-removed') this.#states.set(mark, 'removed');
    if (act === 'place-restored') this.#states.delete(mark);
    if (act !== 'place-slowed') return;
    this.#states.set(mark, 'slowed');
    if (role !== 'gatekeeper') return;
    const minute = this.#minutes.get(minuteOf(at)) ?? { noted: 0, all: 0 };
    const all = Math.max(minute.all, Number(detail.inThisMinute ?? 0));
    this.#minutes.set(minuteOf(at), { noted: minute.noted + 1, all });
  }
}
