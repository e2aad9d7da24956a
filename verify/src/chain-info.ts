import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { BeaconChain } from '../../contracts/line.ts';
import { parseJson } from './bytes.ts';

/**
 * The facts of a beacon's chain as a relay of drand gives them (`/<chain hash>/info`). The hash of a chain is over its
 * period, genesis, key, group and name. So whoever knows the hash, and gives the file, says which key they accept.
 */
interface ChainInfo {
  readonly public_key: string;
  readonly period: number;
  readonly genesis_time: number;
  readonly hash: string;
  readonly groupHash: string;
  readonly schemeID: string;
  readonly metadata?: { readonly beaconID?: string };
}

/** Undefined if it is no such file, or its hash is not that of its facts. */
export function chainOfInfo(text: string): BeaconChain | undefined {
  const info = parseJson(text);
  if (!isInfo(info) || hashOf(info) !== info.hash) return undefined;
  const { hash, public_key: publicKey, schemeID: scheme, genesis_time: genesis, period } = info;
  return { chainHash: hash, publicKey, scheme, genesis, period };
}

function isInfo(value: unknown): value is ChainInfo {
  if (typeof value !== 'object' || value === null) return false;
  const { public_key, period, genesis_time, hash, groupHash, schemeID } = value as Record<keyof ChainInfo, unknown>;
  const isHex = (text: unknown) => typeof text === 'string' && /^(?:[0-9a-f]{2})+$/.test(text);
  const isCount = (number: unknown) => Number.isSafeInteger(number) && (number as number) >= 0;
  return [public_key, hash, groupHash].every(isHex) && [period, genesis_time].every(isCount) && schemeID !== undefined;
}

function hashOf({ public_key, period, genesis_time, groupHash, metadata }: ChainInfo): string {
  const numbers = new DataView(new ArrayBuffer(12));
  numbers.setUint32(0, period);
  numbers.setBigInt64(4, BigInt(genesis_time));
  const { beaconID = 'default' } = metadata ?? {};
  const name = utf8ToBytes(beaconID === 'default' ? '' : beaconID);
  const parts = [new Uint8Array(numbers.buffer), hexToBytes(public_key), hexToBytes(groupHash), name];
  return bytesToHex(sha256(concatBytes(...parts)));
}
