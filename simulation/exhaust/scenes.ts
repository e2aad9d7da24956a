import type { SmallScene } from './scene.ts';
import { lastSecond } from './scenes/last-second.ts';
import { oneOrder } from './scenes/one-order.ts';
import { sealing } from './scenes/sealing.ts';
import { twoAllocators } from './scenes/two-allocators.ts';
import { twoFansOneSeat } from './scenes/two-fans-one-seat.ts';

/** The scenes that are small enough to try every order of what happens in them. */
export const scenes: Readonly<Record<string, SmallScene>> = {
  'two-fans-one-seat': twoFansOneSeat,
  'two-allocators': twoAllocators,
  sealing,
  'one-order': oneOrder,
  'last-second': lastSecond,
};
