import { bls12_381 } from '@noble/curves/bls12-381.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import type { Fault, FindingOf, Lack } from '../../contracts/findings.ts';
import type { Beacon, BeaconChain, DrawSheet, LineFile } from '../../contracts/line.ts';
import { beaconOutAt } from '../../rules/beacon.ts';
import { whoseBeacon } from '../../rules/whose-beacon.ts';
import { beaconDue, type Commitments } from './commitments.ts';
import { found, unchecked } from './findings.ts';
import type { ReadLedger } from './ledger.ts';

/**
 * The public beacon in a draw. The promise or the commitment named the round of the beacon before it came out. The
 * beacon's signature shows that nobody invented it, by the public key that was promised before anyone joined. A draw
 * that went on without its beacon is not proved: whoever held the line's secret could choose between two draws. The
 * ledger must say so, and it may not happen before the patience that was promised is over. All this proves something
 * only if the beacon is one that nobody near the line can foresee (`rules/whose-beacon.ts`). With any other nothing is
 * wrong, and the draw is unproved.
 */
export interface BesideDraw {
  readonly line: LineFile | undefined;
  readonly commitments: Commitments;
  readonly ledger: ReadLedger | undefined;
  /** Chains that whoever asks knows and accepts, besides the public one. */
  readonly accepted?: readonly BeaconChain[] | undefined;
}

export function checkBeacon(sheets: readonly DrawSheet[], beside: BesideDraw): FindingOf<'beacon'> | undefined {
  const { line } = beside;
  if (!line) return sheets.some(({ beacon }) => beacon) ? unchecked('beacon', 'line') : undefined;
  const chain = line.beacon;
  if (!chain) {
    const faults = sheets
      .filter(({ beacon }) => beacon)
      .map(({ round }): Fault => ({ fault: 'beacon-unpromised', round }));
    return faults.length > 0 ? found('beacon', { faults, facts: none }) : undefined;
  }
  const whose = whoseBeacon(chain, beside.accepted);
  const { chainHash } = chain;
  const isKnown = chain.scheme === scheme;
  const faults = sheets.flatMap((sheet) => faultsOf(line, chain, sheet, beside, isKnown));
  if (whose === 'impostor') faults.unshift({ fault: 'beacon-impostor', chainHash });
  const facts = {
    mixed: sheets.length,
    chainHash,
    whose: whose === 'impostor' || whose === 'none' ? 'not-public' : whose,
  } as const;
  if (faults.length === 0 && facts.whose !== 'public' && facts.whose !== 'accepted') {
    return { check: 'beacon', outcome: 'unproved', doubt: facts.whose, facts };
  }
  const isOpen = sheets.some(({ round }) => dueOf(line, round, beside) === undefined);
  const lack: Lack | undefined =
    sheets.length === 0 ? 'nothing-drawn' : !isKnown ? 'scheme' : isOpen ? 'some-rolls' : undefined;
  return found('beacon', { faults, lack, facts });
}

const none = { mixed: 0, chainHash: '', whose: 'public' } as const;

const dueOf = (line: LineFile, round: number, { commitments }: BesideDraw) =>
  beaconDue(
    line,
    round,
    commitments.inOrder.find((one) => one.round === round),
  );

function faultsOf(
  line: LineFile,
  chain: NonNullable<LineFile['beacon']>,
  { round, drawnAt, beacon }: DrawSheet,
  beside: BesideDraw,
  isKnown: boolean,
): readonly Fault[] {
  if (!beacon) return [{ fault: 'beacon-absent', round }];
  const due = dueOf(line, round, beside);
  if ('unproved' in beacon) {
    const isTold = beside.ledger?.lines.some(({ act, detail }) => act === 'drawn-unproved' && detail.round === round);
    const patient = due === undefined ? 0 : beaconOutAt(chain, due) + chain.patienceMs;
    return [
      { fault: isTold === false ? 'unproved-untold' : 'unproved', round },
      ...(drawnAt < patient ? [{ fault: 'unproved-early', round } as const] : []),
    ];
  }
  if (due !== undefined && beacon.round !== due) return [{ fault: 'beacon-other', round, taken: beacon.round, due }];
  if (bytesToHex(sha256(hexToBytes(beacon.signature))) !== beacon.randomness)
    return [{ fault: 'beacon-randomness', round }];
  return isKnown && !isBeaconOf(chain, beacon) ? [{ fault: 'beacon-signature', round }] : [];
}

/**
 * New chains of drand have this one scheme: signatures on G1, public keys on G2, hashed to the curve as RFC 9380 says.
 */
const scheme = 'bls-unchained-g1-rfc9380';
const domain = 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_';

/** The signature is over SHA-256 of the round as 8 bytes, big-endian. */
export function isBeaconOf({ publicKey }: Pick<BeaconChain, 'publicKey'>, { round, signature }: Beacon): boolean {
  const number = new Uint8Array(8);
  new DataView(number.buffer).setBigUint64(0, BigInt(round));
  const { shortSignatures } = bls12_381;
  try {
    const message = shortSignatures.hash(sha256(number), domain);
    return shortSignatures.verify(hexToBytes(signature), message, hexToBytes(publicKey));
  } catch {
    // Bytes that are not a point of the curve sign nothing.
    return false;
  }
}
