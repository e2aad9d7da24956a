import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import type { Fault, FindingOf } from '../../contracts/findings.ts';
import type { LineFile } from '../../contracts/line.ts';
import { found } from './findings.ts';
import type { Sheets } from './sheets.ts';

/**
 * Each seed, hashed as often as there are rounds in between, must give the seed before it. The first of them must give
 * the anchor, which was published before anyone joined. Walks back from each seed to the one before it; a round far off
 * costs as many hashes.
 */
export function checkSeeds({ inOrder }: Sheets, line: LineFile | undefined): FindingOf<'seeds'> {
  const faults: Fault[] = [];
  let before = line && { round: -1, seed: line.chain.anchor };
  let hashes = 0;
  for (const { round, first } of inOrder) {
    const { seed } = first;
    if (round >= (line?.chain.length ?? longestChain)) {
      faults.push({ fault: 'past-chain', round });
      continue;
    }
    if (before) {
      hashes += round - before.round;
      if (hashed(seed, round - before.round) !== before.seed) faults.push({ fault: 'seed', round });
    }
    before = { round, seed };
  }
  const lack = inOrder.length === 0 ? 'nothing-drawn' : line ? undefined : 'line';
  return found('seeds', { faults, lack, facts: { rounds: inOrder.length, hashes, anchor: line?.chain.anchor ?? '' } });
}

/** More rounds than this no line has, and no reader should be made to hash. */
const longestChain = 2 ** 20;

function hashed(seed: string, times: number): string {
  let value = hexToBytes(seed);
  for (let step = 0; step < times; step += 1) value = sha256(value);
  return bytesToHex(value);
}
