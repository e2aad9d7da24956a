import type { Fault, FindingOf } from '../../contracts/findings.ts';
import type { LineFile, Place } from '../../contracts/line.ts';
import type { RollBank, RollCommitment, RollLayout, RollTile } from '../../contracts/roll.ts';
import { bankOf, bankText, hashOfFile, tileOf, tileText } from '../../rules/roll.ts';
import type { Commitments } from './commitments.ts';
import { found, unchecked } from './findings.ts';

/**
 * The rolls themselves: every bank must have the hash that its commitment names, every tile the hash that its bank
 * names, and the marks must be as many as were counted. A mark that was added, dropped or moved after the commitment
 * changes the hash of its tile. No mark stands twice in a line.
 */
export interface RollFiles {
  readonly banks: readonly RollBank[];
  readonly tiles: readonly RollTile[];
}

/** A fan's own place in the roll, from three files: commitment, bank and tile. */
export function checkMark(
  place: Place,
  line: LineFile | undefined,
  { inOrder }: Commitments,
  files: RollFiles,
): FindingOf<'mark'> {
  const { round, shard, index, mark, joinedAt } = place;
  if (!line) return unchecked('mark', 'line');
  const commitment = inOrder.find((one) => one.round === round);
  if (!commitment) return unchecked('mark', 'own-roll');
  const { roll: layout } = line;
  const own = { bank: bankOf(layout, shard), tile: tileOf(layout, shard) };
  const banks = files.banks.filter((one) => one.round === round && one.bank === own.bank);
  const bank = banks.find((one) => hashOfFile(bankText(one)) === commitment.banks[own.bank]);
  const tiles = files.tiles.filter((one) => one.round === round && one.tile === own.tile);
  const hash = bank?.tiles[own.tile - (own.bank * layout.bank) / layout.tile];
  const tile = tiles.find((one) => hashOfFile(tileText(one)) === hash);
  const faults: Fault[] = [];
  if (joinedAt > commitment.closedAt + skewMs) {
    faults.push({ fault: 'joined-late', joinedAt, closedAt: commitment.closedAt });
  }
  if (shard >= commitment.shards) faults.push({ fault: 'mark-elsewhere', round, shard, index });
  else if (!bank && banks.length > 0) faults.push({ fault: 'bank-altered', round, bank: own.bank });
  else if (bank && !tile && tiles.length > 0) faults.push({ fault: 'tile-altered', round, tile: own.tile });
  else if (tile && tile.shards[shard - own.tile * layout.tile]?.[index] !== mark) {
    faults.push({ fault: 'mark-elsewhere', round, shard, index });
  }
  if (tile && tile.shards.flat().filter((one) => one === mark).length > 1) {
    faults.push({ fault: 'mark-twice', round, mark });
  }
  const { n, committedAt } = commitment;
  return found('mark', { faults, lack: tile ? undefined : 'own-roll', facts: { round, mark, n, committedAt } });
}

/** Joins and closings are timed on several machines, whose clocks differ a little. */
const skewMs = 1000;

/** Every roll as a whole. */
export function checkRolls(
  line: LineFile | undefined,
  { inOrder, hasGap }: Commitments,
  files: RollFiles,
): FindingOf<'rolls'> {
  if (inOrder.length === 0) return unchecked('rolls', 'some-rolls');
  if (!line) return unchecked('rolls', 'line');
  const all = inOrder.reduce((sum, { size }) => sum + size, 0);
  if (all > mostMarks) return unchecked('rolls', 'too-large');
  const read = new Reading(line.roll, files);
  for (const commitment of inOrder) read.roll(commitment);
  const lack = read.isOpen || hasGap ? 'some-rolls' : undefined;
  return found('rolls', { faults: read.faults, lack, facts: { rolls: inOrder.length, marks: read.marks } });
}

/** Three times the largest audience a line can be opened for. */
const mostMarks = 30_000_000;

class Reading {
  readonly faults: Fault[] = [];
  marks = 0;
  /** A file was not given. */
  isOpen = false;
  readonly #layout: RollLayout;
  readonly #banks: ReadonlyMap<string, readonly RollBank[]>;
  readonly #tiles: ReadonlyMap<string, readonly RollTile[]>;
  /** By their first letter, since one set does not hold as many as a line may have. */
  readonly #known = new Map<string, Set<string>>();

  constructor(layout: RollLayout, { banks, tiles }: RollFiles) {
    this.#layout = layout;
    this.#banks = grouped(banks, ({ round, bank }) => `${round}/${bank}`);
    this.#tiles = grouped(tiles, ({ round, tile }) => `${round}/${tile}`);
  }

  roll({ round, shards, size, banks }: RollCommitment): void {
    const { bank: wide } = this.#layout;
    if (shards === 0 || banks.length !== Math.ceil(shards / wide)) {
      this.#say({ fault: 'roll-form', round });
      return;
    }
    let sum = 0;
    let isWhole = true;
    for (const [bank, hash] of banks.entries()) {
      const given = this.#banks.get(`${round}/${bank}`) ?? [];
      const file = given.find((one) => hashOfFile(bankText(one)) === hash);
      if (given.some((one) => hashOfFile(bankText(one)) !== hash)) this.#say({ fault: 'bank-altered', round, bank });
      else if (!file) this.#miss({ fault: 'bank-missing', round, bank });
      isWhole &&= file !== undefined;
      if (!file) continue;
      sum += file.counts.reduce((all, count) => all + count, 0);
      this.#bank(file, Math.min(wide, shards - bank * wide));
    }
    if (isWhole && sum !== size) this.#say({ fault: 'roll-size', round, size, sum });
  }

  #bank({ round, bank, counts, tiles }: RollBank, shards: number): void {
    const { bank: wide, tile: some, cap } = this.#layout;
    const hasForm = counts.length === shards && tiles.length === Math.ceil(shards / some);
    if (!hasForm || counts.some((count) => count > cap)) {
      this.#say({ fault: 'roll-form', round });
      return;
    }
    for (const [at, hash] of tiles.entries()) {
      const tile = (bank * wide) / some + at;
      const given = this.#tiles.get(`${round}/${tile}`) ?? [];
      const file = given.find((one) => hashOfFile(tileText(one)) === hash);
      if (given.some((one) => hashOfFile(tileText(one)) !== hash)) this.#say({ fault: 'tile-altered', round, tile });
      else if (!file) this.#miss({ fault: 'tile-missing', round, tile });
      if (file) this.#tile(file, counts.slice(at * some, (at + 1) * some));
    }
  }

  #tile({ round, tile, shards }: RollTile, counts: readonly number[]): void {
    if (`${shards.map((marks) => marks.length)}` !== `${counts}`) this.#say({ fault: 'tile-counts', round, tile });
    for (const mark of shards.flat()) {
      this.marks += 1;
      const letter = mark.charAt(0);
      const known = this.#known.get(letter) ?? new Set();
      this.#known.set(letter, known);
      if (known.has(mark)) this.#say({ fault: 'mark-twice', round, mark });
      known.add(mark);
    }
  }

  /** Someone who was given the marks of a line was given all of them: what lacks then was not published. */
  #miss(fault: Fault): void {
    this.isOpen = true;
    if (this.#tiles.size > 0) this.#say(fault);
  }

  #say(fault: Fault): void {
    this.faults.push(fault);
  }
}

function grouped<File>(files: readonly File[], keyOf: (file: File) => string): ReadonlyMap<string, readonly File[]> {
  const groups = new Map<string, File[]>();
  for (const file of files) {
    const key = keyOf(file);
    const group = groups.get(key);
    if (group) group.push(file);
    else groups.set(key, [file]);
  }
  return groups;
}
