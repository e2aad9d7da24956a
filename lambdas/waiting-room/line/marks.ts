import { createSecretKey, type KeyObject } from 'node:crypto';
import { Memory } from '../../foundation/memory.ts';
import { hmac } from '../../foundation/signing.ts';
import type { MarkStore } from './mark-store.ts';

/**
 * Marks: the names of fans in the published rolls. A mark is a keyed hash of the fan, who is a keyed hash of the person.
 * Its key is random, the line's own, and destroyed 90 days after the line ended. From then on nobody, not even the holder
 * of every other secret, can test an old roll for a member number.
 */
export const markKeyBytes = 32;

const markBytes = 16;

/** Milliseconds after the end of the line. */
export const markKeyKeptMs = 90 * 24 * 3_600_000;

/** 22 characters of base64url. */
export function markOf(key: KeyObject | Uint8Array, fan: string): string {
  return hmac(key, fan).subarray(0, markBytes).toString('base64url');
}

/** The mark of a fan of a line; undefined if the line's key was destroyed. */
export type Marks = (onSale: string, fan: string, now: number) => Promise<string | undefined>;

/** Far more lines than are ever open at once. */
const keysKept = 100;

/** The marks as a warm handler makes them: a line's key never changes, and is read once. */
export function rememberMarks(store: Pick<MarkStore, 'read'>): Marks {
  const memory = new Memory<KeyObject>(keysKept);
  const look = async (onSale: string, now: number) => {
    const key = await store.read(onSale, now);
    return key && createSecretKey(key);
  };
  return async (onSale, fan, now) => {
    const key = await memory.recall(onSale, () => look(onSale, now));
    return key && markOf(key, fan);
  };
}
