import { setTimeout as wait } from 'node:timers/promises';
import type { Patience } from './batches.ts';

/** Waits for real. */
export const patient: Patience = {
  wait: async (ms) => void (await wait(ms)),
  chance: Math.random,
  now: Date.now,
};
