/**
 * The roll of a round (`contracts/roll.ts`), as plain arithmetic: on which tile and bank a shard stands, what a file of
 * the roll is as text, how commitments are chained, and which round of the beacon decides a draw. Servers write by these
 * rules and strangers check by them. Browsers import this file.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { BeaconChain } from '../contracts/line.ts';
import type { RollBank, RollCommitment, RollLayout, RollTile } from '../contracts/roll.ts';
import { beaconAfter } from './beacon.ts';

export const tileOf = ({ tile }: RollLayout, shard: number): number => Math.floor(shard / tile);
export const bankOf = ({ bank }: RollLayout, shard: number): number => Math.floor(shard / bank);

/** The published text of a tile: fields in their one order, so that everyone writes the same bytes. */
export function tileText({ onSale, round, tile, shards }: RollTile): string {
  return JSON.stringify({ v: 2, onSale, round, tile, shards } satisfies RollTile);
}

export function bankText({ onSale, round, bank, counts, tiles }: RollBank): string {
  return JSON.stringify({ v: 2, onSale, round, bank, counts, tiles } satisfies RollBank);
}

export function commitmentText(commitment: RollCommitment): string {
  const { onSale, round, n, before, shards, size, banks, closedAt, committedAt, beacon } = commitment;
  return JSON.stringify({
    v: 2,
    ...{ onSale, round, n, before, shards, size, banks, closedAt, committedAt },
    ...(beacon !== undefined && { beacon }),
  } satisfies RollCommitment);
}

/** Base64url of SHA-256 over a published text: 43 characters. */
export function hashOfFile(text: string): string {
  const binary = String.fromCharCode(...sha256(utf8ToBytes(text)));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** The roll head after a commitment, from the head before and the commitment's published text. */
export function rollHeadAfter(before: string, text: string): string {
  return bytesToHex(sha256(utf8ToBytes(before + text)));
}

/** The one head that the board shows, from the ledger's and the roll's. */
export function boardHead(ledgerHead: string, rollHead: string): string {
  return bytesToHex(sha256(utf8ToBytes(ledgerHead + rollHead)));
}

/** A lobby of so many is sealed and committed to well within this after its doors. */
const lobbyMs = 9_000;
const largeLobbyMs = 15_000;
const largeLobby = 2_000_000;

/** A later round is small: its commitment is out within this. */
const roundMs = 3_000;

/** The round of the beacon that decides a lobby's draw. It is promised before anyone joins. */
export function lobbyBeacon(chain: Pick<BeaconChain, 'genesis' | 'period'>, doorsAt: number, audience: number): number {
  return beaconAfter(chain, doorsAt + (audience > largeLobby ? largeLobbyMs : lobbyMs)).round;
}

/** The round of the beacon that decides a later round's draw. */
export function roundBeacon(chain: Pick<BeaconChain, 'genesis' | 'period'>, committedAt: number): number {
  return beaconAfter(chain, committedAt + roundMs).round;
}
