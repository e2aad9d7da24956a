import { beforeEach, expect, test } from '@jest/globals';
import { beaconAfter } from '../../../rules/beacon.ts';
import { beaconAtHand } from '../../../simulation/stage/beacon-at-hand.ts';
import { VirtualTime } from '../../../simulation/stage/virtual-time.ts';
import type { BeaconFaults } from '../../../stand-ins/beacon/faults.ts';
import { isBeaconOf } from '../../../verify/src/beacon.ts';

const time = new VirtualTime(1_800_000_000_500);
let faults: BeaconFaults = {};
const beacon = beaconAtHand(
  () => time.now,
  () => faults,
);
beforeEach(() => {
  faults = {};
});
const { round, outAt } = beaconAfter(beacon.chain, time.now);

test('a round is there when its time has come, not before, and genuine', async () => {
  time.now = outAt - 1;
  expect(await beacon.at(round)).toBeUndefined();
  time.now = outAt;
  const given = await beacon.at(round);
  expect(given).toMatchObject({ round });
  expect(given && isBeaconOf(beacon.chain, given)).toBe(true);
  expect(await beaconAtHand(() => time.now).at(round)).toBe(given);
});

test.each<[string, BeaconFaults, number]>([
  ['a silent one', { silentUntil: outAt + 60_000 }, outAt + 60_000],
  ['a late one', { lateMs: 5000 }, outAt + 5000],
])('%s gives it later', async (_, given, from) => {
  faults = given;
  time.now = from - 1;
  expect(await beacon.at(round)).toBeUndefined();
  time.now = from;
  expect(await beacon.at(round)).toMatchObject({ round });
});

test('one with a wrong signature gives nothing', async () => {
  faults = { wrong: true };
  time.now = outAt + 3_600_000;
  expect(await beacon.at(round)).toBeUndefined();
});
