import { describe, expect, test } from '@jest/globals';
import type { LedgerLine } from '../../contracts/ledger.ts';
import type { LineFile } from '../../contracts/line.ts';
import { beaconAfter, beaconOutAt } from '../../rules/beacon.ts';
import { withDoors } from '../../rules/moved-doors.ts';
import { lobbyBeacon } from '../../rules/roll.ts';
import { movedBy } from '../../verify/src/moved-doors.ts';

const chain = { chainHash: 'aa', publicKey: 'bb', scheme: 'bls-unchained-g1-rfc9380', genesis: 1_000, period: 3 };
const opensAt = 1_800_000_000_000;
const later = opensAt + 600_000;
const lobby = lobbyBeacon(chain, opensAt, 1000);
const tier = { id: 'friends', name: 'Friends', entry: 'members', opensAt, round: 0, beacon: lobby } as const;
const line = {
  ...{ v: 2, onSale: 'friends', opensAt, beacon: { ...chain, lobby, patienceMs: 1 }, tiers: [tier] },
} as unknown as LineFile;

const move = (detail: object, at = opensAt - 60_000): LedgerLine => ({
  ...{ n: 1, at, act: 'doors-moved', role: 'ops', reason: 'a test' },
  detail: { opensAt: later, insteadOf: opensAt, decides: lobbyBeacon(chain, later, 1000), ...detail },
});

describe('doors that were moved in time', () => {
  test('have the beacon of the new time, also in their tier', () => {
    const moved = movedBy(line, move({})) as LineFile;
    expect(moved).toMatchObject({ opensAt: later, beacon: { lobby: lobbyBeacon(chain, later, 1000) } });
    expect(moved.tiers).toMatchObject([{ opensAt: later, beacon: moved.beacon?.lobby }]);
  });

  test('and back again are as promised', () => {
    const back = move({ opensAt, insteadOf: later, decides: lobby });
    expect(movedBy(movedBy(line, move({})) as LineFile, back)).toEqual(line);
  });

  test('of a large lobby keep its longer time', () => {
    const large = { ...line, beacon: { ...chain, patienceMs: 1, lobby: lobbyBeacon(chain, opensAt, 3_000_000) } };
    expect(withDoors(large, later).beacon?.lobby).toBe(lobbyBeacon(chain, later, 3_000_000));
  });
});

test('other acts move nothing', () => {
  expect(movedBy(line, { ...move({}), act: 'paused' })).toBeUndefined();
});

describe('a move that gave a choice moves nothing', () => {
  test.each([
    ['said when the old doors were open', move({}, opensAt)],
    ['said when the old beacon was out', move({}, beaconOutAt(chain, lobby) + 1)],
    ['to doors that were open by then', move({ opensAt: opensAt - 120_000 })],
    ['of other doors', move({ insteadOf: opensAt + 1 })],
    ['with another beacon', move({ decides: beaconAfter(chain, later + 60_000).round })],
    ['without a beacon', move({ decides: 'none' })],
  ])('%s', (_, entry) => {
    expect(movedBy(line, entry)).toBe('in-vain');
  });
});
