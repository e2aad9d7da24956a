import { createHash } from 'node:crypto';
import type { Ledger } from '../../contracts/ledger.ts';
import type { Board, DrawSheet, Place, Rounds } from '../../contracts/line.ts';
import { published } from '../../contracts/paths.ts';
import type { RollBank, RollCommitment, RollLayout, RollTile } from '../../contracts/roll.ts';
import type { SaleFile } from '../../contracts/sale-levers.ts';
import type { Draw } from '../../lambdas/waiting-room/draw/round-store.ts';
import { positionsOf } from '../../rehearsal/audit/recompute.ts';
import { Breach } from './breach.ts';

/**
 * What a stranger sees of a line: its published files. What never changes stays as it was; what grows never shrinks;
 * a round is drawn only once the commitment to its whole roll is out; and every position follows from the files alone:
 *
 *     commitment ─hash─▶ banks ─hash─▶ tiles ─▶ marks ──sheet of the bank──▶ positions
 */
export class FilesAudit {
  readonly #onSale: string;
  readonly #layout: RollLayout;
  readonly #files: () => ReadonlyMap<string, unknown>;
  readonly #drawn: (round: number) => Draw | undefined;
  readonly #positioned: (mark: string, at: Pick<Place, 'round' | 'shard' | 'index'>, position: number) => void;
  /** As each was last published. */
  readonly #texts = new Map<string, string>();
  #rolls = { n: 0, head: '' };

  constructor(of: {
    readonly onSale: string;
    readonly layout: RollLayout;
    readonly files: () => ReadonlyMap<string, unknown>;
    /** The draw of a round, as it was put. */
    readonly drawn: (round: number) => Draw | undefined;
    /** Told of every mark of a round whose sheet is published. */
    readonly positioned: (mark: string, at: Pick<Place, 'round' | 'shard' | 'index'>, position: number) => void;
  }) {
    this.#onSale = of.onSale;
    this.#layout = of.layout;
    this.#files = of.files;
    this.#drawn = of.drawn;
    this.#positioned = of.positioned;
  }

  wasPublished(path: string, file: unknown): void {
    if (!path.startsWith('/lines/')) return;
    const text = JSON.stringify(file);
    const before = this.#texts.get(path);
    if (before === text) return;
    if (before !== undefined) checkGrowth(path, JSON.parse(before), file);
    this.#texts.set(path, text);
    if (/\/rolls\/\d+\.json$/.test(path)) this.#wasCommitted(file as RollCommitment, text);
    if (/\/rounds\/\d+\/\d+\.json$/.test(path)) this.#wasDrawn(file as DrawSheet);
  }

  /** A round is about to be drawn so: everybody must have been able to know its roll. */
  wasDecided({ round, size, closedAt, beacon }: Draw): void {
    const about = [`round ${round}`, 'line'];
    const commitment = this.#files().get(published.rollCommitment(this.#onSale, round)) as RollCommitment | undefined;
    if (!commitment) throw new Breach('W5', `Round ${round} is drawn, and nobody was told its roll`, about);
    if (commitment.size !== size || commitment.closedAt !== closedAt)
      throw new Breach('W5', `Round ${round} is drawn with another roll than it committed to`, about);
    const used = beacon && 'round' in beacon ? beacon.round : undefined;
    if (used !== commitment.beacon)
      throw new Breach('W5', `Round ${round} is drawn with beacon ${used}, and promised ${commitment.beacon}`, about);
  }

  #wasCommitted(commitment: RollCommitment, text: string): void {
    const { n, before, round, banks } = commitment;
    const about = [`round ${round}`, 'line'];
    if (n !== this.#rolls.n + 1 || (n > 1 && before !== this.#rolls.head))
      throw new Breach('W5', `Commitment ${n}, to round ${round}, does not follow commitment ${this.#rolls.n}`, about);
    this.#rolls = {
      n,
      head: createHash('sha256')
        .update(before + text)
        .digest('hex'),
    };
    for (const [bank, hash] of banks.entries()) this.#tilesOf(this.#bank(round, bank, hash));
  }

  #wasDrawn(sheet: DrawSheet): void {
    const { round, bank: number, counts } = sheet;
    const about = [`round ${round}`, 'line'];
    const draw = this.#drawn(round);
    const commitment = this.#files().get(published.rollCommitment(this.#onSale, round)) as RollCommitment;
    const bank = this.#bank(round, number, commitment.banks[number]);
    if (JSON.stringify(bank.counts) !== JSON.stringify(counts))
      throw new Breach('W5', `The sheet of round ${round} counts otherwise than its roll`, about);
    const before = (draw?.sizes ?? []).slice(0, number).reduce((sum, size) => sum + size, 0);
    if (!draw || sheet.before !== before || sheet.seed !== draw.seed || sheet.offset !== draw.offset)
      throw new Breach('W5', `A sheet of round ${round} is not what was drawn`, about);
    const positions = positionsOf(sheet, this.#layout.bank);
    for (const [at, marks] of this.#tilesOf(bank).entries()) {
      const shard = number * this.#layout.bank + at;
      for (const [index, mark] of marks.entries())
        this.#positioned(mark, { round, shard, index }, positions({ shard, index }) ?? Number.NaN);
    }
  }

  #bank(round: number, number: number, hash: string | undefined): RollBank {
    const bank = this.#files().get(published.rollBank(this.#onSale, round, number)) as RollBank | undefined;
    if (!bank || hashOf(bank) !== hash)
      throw new Breach('W5', `Bank ${number} of round ${round} is not the one committed to`, [`round ${round}`]);
    return bank;
  }

  /** The marks of each shard of a bank. */
  #tilesOf({ round, bank, counts, tiles }: RollBank): readonly (readonly string[])[] {
    const first = (bank * this.#layout.bank) / this.#layout.tile;
    const shards = tiles.flatMap((hash, at) => {
      const tile = this.#files().get(published.rollTile(this.#onSale, round, first + at)) as RollTile | undefined;
      if (!tile || hashOf(tile) !== hash)
        throw new Breach('W5', `Tile ${first + at} of round ${round} is not the one committed to`, [`round ${round}`]);
      return tile.shards;
    });
    if (JSON.stringify(shards.map((marks) => marks.length)) !== JSON.stringify(counts))
      throw new Breach('W5', `Bank ${bank} of round ${round} counts otherwise than its tiles`, [`round ${round}`]);
    return shards;
  }
}

const hashOf = (file: unknown): string => createHash('sha256').update(JSON.stringify(file)).digest('base64url');

/**
 * What grows holds all that it held, and more; a board is replaced by a later one. The list of ended passes comes and
 * goes. All else never changes.
 */
function checkGrowth(path: string, before: unknown, after: unknown): void {
  if (path.endsWith('/board.json')) {
    const [last, next] = [before, after] as [Board, Board];
    const went =
      next.writtenAt < last.writtenAt || next.ledger.n < last.ledger.n || next.ledger.rolls < last.ledger.rolls;
    if (went) throw new Breach('W5', `${path} went back from ${last.writtenAt} to ${next.writtenAt}`, ['line']);
  } else if (path.endsWith('/rounds.json')) {
    const has = ({ spans }: Rounds, round: number) => spans.some(([first, last]) => first <= round && round <= last);
    const [last, next] = [before, after] as [Rounds, Rounds];
    const lost = last.spans.some((span) => !span.every((round) => has(next, round)));
    if (lost) throw new Breach('W5', `${path} names fewer rounds than before`, ['line']);
  } else if (path.includes('/ledger/')) {
    const [last, next] = [before, after] as [Ledger, Ledger];
    const lost = last.entries.some(({ hash }, at) => next.entries[at]?.hash !== hash);
    if (lost) throw new Breach('W5', `${path} has not all the entries that it had`, ['line']);
  } else if (path.endsWith('/sale.json')) {
    const [last, next] = [before, after] as [SaleFile, SaleFile];
    if (next.version <= last.version) throw new Breach('W5', `${path} went back behind ${last.version}`, ['line']);
  } else if (!path.endsWith('/ended.json')) throw new Breach('W5', `${path} was published otherwise before`, ['line']);
}
