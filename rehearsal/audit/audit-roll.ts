import { createHash } from 'node:crypto';
import type { RollBank, RollCommitment, RollTile } from '../../contracts/roll.ts';
import type { LineEvidence } from './evidence.ts';
import { repeated } from './finding.ts';

/**
 * The rolls of a line, from their published texts alone: each commitment names every bank, each bank every tile, and the
 * marks come to the counts. Nobody stands twice, everyone whom the table has stands where it says, and a round that is
 * drawn was committed to.
 */
export function rollBreaches({ file, rolls, sheets, fans }: LineEvidence): readonly string[] {
  const { onSale, roll: layout } = file;
  const standing = new Map<string, string>();
  const all: string[] = [];
  const breaches: string[] = [];
  for (const [at, { round, commitment: text, banks, tiles }] of rolls.entries()) {
    const commitment = JSON.parse(text) as RollCommitment;
    const wrong = (what: string) => breaches.push(`${what} of round ${round} of ${onSale}`);
    if (commitment.n !== at + 1) wrong(`commitment ${commitment.n} stands as number ${at + 1}: the roll`);
    if (JSON.stringify(banks.map(hashOf)) !== JSON.stringify(commitment.banks))
      wrong('other banks are published than those');
    const hashes = banks.flatMap((bank) => (JSON.parse(bank) as RollBank).tiles);
    if (JSON.stringify(tiles.map(hashOf)) !== JSON.stringify(hashes)) wrong('other tiles are published than those');
    const shards = tiles.flatMap((tile) => (JSON.parse(tile) as RollTile).shards);
    const counts = banks.flatMap((bank) => (JSON.parse(bank) as RollBank).counts);
    if (JSON.stringify(shards.map(({ length }) => length)) !== JSON.stringify(counts))
      wrong('the tiles do not come to the counts');
    const size = counts.reduce((sum, count) => sum + count, 0);
    if (commitment.size !== size || commitment.shards !== shards.length)
      wrong(`${size} stand in the roll, not as promised,`);
    if (shards.some(({ length }) => length > layout.cap)) wrong('a shard holds too many');
    for (const [shard, marks] of shards.entries())
      for (const [index, mark] of marks.entries()) {
        all.push(mark);
        standing.set(mark, `${round}/${shard}/${index}`);
      }
    for (const sheet of sheets.filter((one) => one.round === round)) {
      const own = counts.slice(sheet.bank * layout.bank, (sheet.bank + 1) * layout.bank);
      if (sheet.size !== size || JSON.stringify(sheet.counts) !== JSON.stringify(own))
        wrong('a sheet counts otherwise than the roll');
    }
  }
  const committed = new Set(rolls.map(({ round }) => round));
  return [
    ...breaches,
    ...repeated(all).map(([mark, count]) => `mark ${mark} stands ${count} times in the rolls of ${onSale}`),
    ...[...new Set(sheets.map(({ round }) => round))]
      .filter((round) => !committed.has(round))
      .map((round) => `round ${round} of ${onSale} was drawn, and nobody was told its roll`),
    ...fans
      .filter(({ round }) => committed.has(round))
      .filter(({ mark, round, shard, index }) => standing.get(mark) !== `${round}/${shard}/${index}`)
      .map(({ fan, round }) => `fan ${fan} does not stand in the published roll of round ${round} of ${onSale}`),
  ];
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url');
