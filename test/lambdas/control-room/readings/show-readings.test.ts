import { describe, expect, test } from '@jest/globals';
import { type HouseReadings, readingsPath } from '../../../../contracts/readings.ts';
import { listReadings } from '../../../../lambdas/control-room/readings/list-readings.ts';
import { rememberReadings } from '../../../../lambdas/control-room/readings/readings-memory.ts';
import { showHistory, showReadings } from '../../../../lambdas/control-room/readings/show-readings.ts';
import type { StaffMember } from '../../../../lambdas/foundation/staff/who-asks.ts';

const house = (countedAt: number): HouseReadings => ({
  v: 1,
  onSale: 'friends',
  countedAt,
  seats: 9,
  free: 9,
  held: 0,
  sold: 0,
  asks: { decided: 0, refused: 0, slow: 0 },
  bands: [],
  performances: [],
});

function bucket() {
  const files = new Map<string, unknown>();
  const reads: string[] = [];
  const read = async <File>(path: string) => {
    reads.push(path);
    return files.get(path) as File | undefined;
  };
  return { files, reads, readings: rememberReadings(read) };
}

/** Somebody whose role is for one on-sale. */
const ofFriends: StaffMember = {
  email: 'ops@example.org',
  may: (_, places) => places.every(({ onSale }) => onSale === 'friends'),
};

describe('the memory of a warm handler', () => {
  test('twenty who look in one step cost one read, and the next step is read anew', async () => {
    const { files, reads, readings } = bucket();
    files.set(readingsPath.house('friends'), house(5000));
    for (let n = 0; n < 20; n += 1) await readings.house('friends', 5400 + 40 * n);
    expect(reads).toHaveLength(1);
    files.set(readingsPath.house('friends'), house(10_000));
    expect(await readings.house('friends', 10_400)).toMatchObject({ countedAt: 10_000 });
  });

  test('a file of the step before is asked for again after a second, so that nothing stays old', async () => {
    const { files, reads, readings } = bucket();
    files.set(readingsPath.house('friends'), house(5000));
    await readings.house('friends', 10_100);
    files.set(readingsPath.house('friends'), house(10_200));
    expect(await readings.house('friends', 10_900)).toMatchObject({ countedAt: 5000 });
    expect(await readings.house('friends', 11_100)).toMatchObject({ countedAt: 10_200 });
    expect(reads).toHaveLength(2);
  });

  test('who comes at the same moment shares one read, and a read that failed is not remembered', async () => {
    const { files, reads, readings } = bucket();
    files.set(readingsPath.house('friends'), house(5000));
    await Promise.all(Array.from({ length: 20 }, () => readings.house('friends', 5400)));
    expect(reads).toHaveLength(1);
    let fails = true;
    const flaky = rememberReadings(async <File>() => {
      if (fails) throw new Error('S3 is away');
      return house(5000) as File;
    });
    await expect(flaky.house('friends', 5400)).rejects.toThrow('away');
    fails = false;
    expect(await flaky.house('friends', 5401)).toMatchObject({ countedAt: 5000 });
  });
});

describe('who sees them', () => {
  const noteLook = async () => undefined;

  test('those whose role covers the on-sale, and nobody else, whatever they ask for', async () => {
    const { files, readings } = bucket();
    files.set(readingsPath.house('friends'), house(5000));
    const deps = { readings, noteLook, handKey: async () => 'Ab3_dE-9xYz0aBcDeFgHiJ' };
    expect(await showReadings(deps, ofFriends, { onSale: 'friends' }, 5400)).toEqual({
      ok: true,
      body: { onSale: 'friends', house: house(5000), key: 'Ab3_dE-9xYz0aBcDeFgHiJ' },
    });
    expect(await showReadings(deps, ofFriends, { onSale: 'public' }, 5400)).toMatchObject({ refusal: 'not-allowed' });
    expect(await showHistory(deps, ofFriends, { onSale: 'public' }, 5400)).toMatchObject({ refusal: 'not-allowed' });
  });

  test('all at once are those that the asker may see, by their doors', async () => {
    const { readings } = bucket();
    const findOnSales = async () => [
      { id: 'public', opensAt: 9 },
      { id: 'friends', opensAt: 1 },
    ];
    const everywhere: StaffMember = { email: 'olga@example.org', may: () => true };
    const ids = async (asker: StaffMember) =>
      (await listReadings({ readings, noteLook, findOnSales }, asker, 5400)).onSales.map(({ onSale }) => onSale);
    expect(await ids(everywhere)).toEqual(['friends', 'public']);
    expect(await ids(ofFriends)).toEqual(['friends']);
  });
});
