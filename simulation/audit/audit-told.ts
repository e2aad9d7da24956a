import type { Ledger, LedgerLine } from '../../contracts/ledger.ts';
import type { Written } from '../../lambdas/foundation/write-outcome.ts';
import type { SaleLevers } from '../../lambdas/seating/house/sale-levers.ts';
import type { Effect } from '../stage/cloud.ts';
import { Breach } from './breach.ts';

/**
 * W7: what staff turned of a sale stands in the published ledger of its line: each turn once, in the order in which they
 * were turned, with its role and its reason, and nobody's name.
 */
export class ToldAudit {
  readonly #turns: SaleLevers['turns'][number][] = [];
  /** By segment. */
  readonly #segments = new Map<number, readonly LedgerLine[]>();

  saw({ call, of, answer, failed }: Effect): void {
    if (failed) return;
    if (call === 'seats.writeLevers' && (answer as Written).ok) this.#turned(of[0] as SaleLevers);
    const isFile = call === 'files.write' || (call === 'files.writeIf' && (answer as Written).ok);
    if (isFile && /^\/lines\/[^/]+\/ledger\/\d+\.json$/.test(of[0] as string)) this.#told(of[1] as Ledger);
  }

  /** Whether all that was turned is told. */
  get isWhole(): boolean {
    return this.#entries().length === this.#turns.length;
  }

  atEnd(): void {
    if (!this.isWhole)
      throw new Breach('W7', `${this.#turns.length} turns, and the ledger tells ${this.#entries().length}`, ['line']);
  }

  #turned({ version, turns }: SaleLevers): void {
    const last = turns.at(-1);
    if (last && version === this.#turns.length + 1) this.#turns.push(last);
  }

  #told({ segment, entries }: Ledger): void {
    this.#segments.set(
      segment,
      entries.map(({ text }) => JSON.parse(text) as LedgerLine).filter(({ detail }) => 'turn' in detail),
    );
    for (const [at, entry] of this.#entries().entries()) {
      const turn = this.#turns[at];
      const { detail, role, reason } = entry;
      if (detail.turn !== at + 1 || role !== turn?.role || reason !== turn.reason)
        throw new Breach('W7', `Entry ${entry.n} tells turn ${detail.turn}, and turn ${at + 1} is due`, ['line']);
      if (JSON.stringify(entry).includes(turn.by))
        throw new Breach('W7', `Entry ${entry.n} says who turned it`, ['line']);
    }
  }

  #entries(): readonly LedgerLine[] {
    return [...this.#segments].sort(([one], [other]) => one - other).flatMap(([, lines]) => lines);
  }
}
