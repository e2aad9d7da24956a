import { beforeEach, describe, expect, test } from '@jest/globals';
import { askStaffMs, type KeyedReadings, type SharedReadings } from '../../../../contracts/readings.ts';
import type { Answer } from '../../../../site/api.ts';
import { openSharedLook, type SharedLook } from '../../../../site/control-room/picture/shared-look.ts';

const good = <Body>(body: Body): Answer<Body> => ({
  ok: true,
  status: 200,
  body,
  seen: { sentAt: 0, gotAt: 0, ageMs: 0 },
});
const unreachable = { ok: false, trouble: { kind: 'unreachable' } } as const;
const refused = (code: string) => {
  const problem = { type: `/problems/${code}`, title: '', status: 403, detail: '' };
  return { ok: false, trouble: { kind: 'refused', problem } } as const;
};

let now: number;
let asked: string[];
let staff: (onSale: string) => Answer<KeyedReadings>;
let shared: (onSale: string, key: string) => Answer<SharedReadings>;
let page: SharedLook;
beforeEach(() => {
  now = 1_000_000;
  asked = [];
  let made = 0;
  staff = (onSale) => {
    made += 1;
    return good({ onSale, key: `key-${made}` });
  };
  shared = (onSale) => good({ onSale });
  page = openSharedLook({
    now: () => now,
    staff: async (onSale) => {
      asked.push(`staff ${onSale}`);
      return staff(onSale);
    },
    shared: async (onSale, key) => {
      asked.push(`${onSale} ${key}`);
      return shared(onSale, key);
    },
  });
});

describe('a page looks', () => {
  test('by its own right first, by the key then, and shows nobody the key', async () => {
    expect(await page.look('friends')).toEqual(good({ onSale: 'friends' }));
    await page.look('friends');
    await page.look('friends');
    expect(asked).toEqual(['staff friends', 'friends key-1', 'friends key-1']);
  });

  test('by its own right again every four minutes, also when the clock was set back', async () => {
    await page.look('friends');
    now += askStaffMs - 1;
    await page.look('friends');
    now += 1;
    await page.look('friends');
    now -= 2 * askStaffMs;
    await page.look('friends');
    expect(asked).toEqual(['staff friends', 'friends key-1', 'staff friends', 'staff friends']);
  });

  test.each([
    ['is refused', refused('readings-elsewhere')],
    ['does not answer', unreachable],
    ['is missing', { ok: false, trouble: { kind: 'missing' } } as const],
  ])('by its own right in the same look when the shared address %s', async (_, no) => {
    await page.look('friends');
    shared = () => no;
    expect((await page.look('friends')).ok).toBe(true);
    shared = (onSale) => good({ onSale });
    await page.look('friends');
    expect(asked).toEqual(['staff friends', 'friends key-1', 'staff friends', 'friends key-2']);
  });

  test('and is told so when the right is gone; the key is not tried again', async () => {
    await page.look('friends');
    now += askStaffMs;
    staff = () => refused('not-allowed');
    expect(await page.look('friends')).toEqual(refused('not-allowed'));
    expect(await page.look('friends')).toEqual(refused('not-allowed'));
    expect(asked.slice(1)).toEqual(['staff friends', 'staff friends']);
  });

  test('at another on-sale by its own right, and so does whoever comes next on this device', async () => {
    await page.look('friends');
    await page.look('public');
    page.forget();
    await page.look('public');
    expect(asked).toEqual(['staff friends', 'staff public', 'staff public']);
  });
});
