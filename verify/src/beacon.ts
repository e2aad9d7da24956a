import { bls12_381 } from '@noble/curves/bls12-381.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import type { Fault, FindingOf, Lack } from '../../contracts/findings.ts';
import type { Beacon, BeaconChain, DrawSheet, LineFile } from '../../contracts/line.ts';
import { beaconAfter } from '../../rules/beacon.ts';
import { found, unchecked } from './findings.ts';
import type { ReadLedger } from './ledger.ts';

/**
 * The public beacon in a draw. The time of the line's round's last join decides which round of the beacon had to be
 * taken. The beacon's signature shows that nobody invented it. The beacon's public key was promised before anyone
 * joined, and verifies the signature. A round may go without a beacon that could not be had, but the ledger must say
 * so. Otherwise the operator of the draw could leave out the ones they do not like.
 */
export function checkBeacon(
  line: LineFile | undefined,
  sheets: readonly DrawSheet[],
  ledger: ReadLedger | undefined,
): FindingOf<'beacon'> | undefined {
  if (!line) return sheets.some(({ beacon }) => beacon) ? unchecked('beacon', 'line') : undefined;
  const chain = line.beacon;
  if (!chain) {
    const faults = sheets
      .filter(({ beacon }) => beacon)
      .map(({ round }): Fault => ({ fault: 'beacon-unpromised', round }));
    return faults.length > 0 ? found('beacon', { faults, facts: none }) : undefined;
  }
  if (sheets.length === 0) return unchecked('beacon', 'nothing-drawn');
  const known = chain.scheme === scheme;
  const faults = sheets.flatMap((sheet) => faultsOf(line, chain, sheet, ledger, known));
  const missed = sheets.filter(({ beacon }) => beacon && 'missed' in beacon).length;
  const lack: Lack | undefined = !known ? 'scheme' : missed > 0 && !ledger ? 'ledger' : undefined;
  return found('beacon', {
    faults,
    lack,
    facts: { mixed: sheets.length - missed, missed, chainHash: chain.chainHash },
  });
}

const none = { mixed: 0, missed: 0, chainHash: '' };

function faultsOf(
  line: LineFile,
  chain: BeaconChain,
  { round, closedAt, beacon }: DrawSheet,
  ledger: ReadLedger | undefined,
  known: boolean,
): readonly Fault[] {
  if (!beacon || closedAt === undefined) return [{ fault: 'beacon-absent', round }];
  if ('missed' in beacon) {
    const told = ledger?.lines.some(({ act, detail }) => act === 'beacon-missed' && detail.round === round) ?? true;
    return told ? [] : [{ fault: 'beacon-untold', round }];
  }
  // A lobby takes joins until its doors, whatever a clock said when it closed.
  const doors = round === 0 ? line.opensAt : (line.tiers?.find((tier) => tier.round === round)?.opensAt ?? 0);
  const due = beaconAfter(chain, Math.max(closedAt, doors)).round;
  if (beacon.round !== due) return [{ fault: 'beacon-other', round, taken: beacon.round, due }];
  if (bytesToHex(sha256(hexToBytes(beacon.signature))) !== beacon.randomness)
    return [{ fault: 'beacon-randomness', round }];
  return known && !isBeaconOf(chain, beacon) ? [{ fault: 'beacon-signature', round }] : [];
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
