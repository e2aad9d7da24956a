import { describe, expect, test } from '@jest/globals';
import type { GuestList } from '../../../contracts/door.ts';
import { published } from '../../../contracts/paths.ts';
import { SigningKey } from '../../../lambdas/foundation/signing.ts';
import type { Browser } from '../../../site/api.ts';
import { doorLog } from '../../../site/door/door-log.store.ts';
import { openDoor } from '../../../site/door/door-work.ts';
import { findGuests } from '../../../site/door/find-guests.ts';
import { performance, plan } from '../../lambdas/ordering/small-stage.ts';

/* A door names seats as they stand on the ticket, also where nobody can be asked. */

const key = new SigningKey(Buffer.alloc(32, 3));
const codeOf = (ticket: string, seat: string, of: string) =>
  key.seal('t1', { i: ticket, p: of, s: seat, o: 'order-1' });

interface DoorAs {
  readonly withPlan?: boolean;
  readonly guests?: GuestList['guests'];
  readonly unpaidAtDoor?: GuestList['unpaidAtDoor'];
}

/** What is answered at each address; nothing at all while the network is away. */
function door(id: string, { withPlan = true, guests = [], unpaidAtDoor = 'amber' }: DoorAs = {}) {
  let away = false;
  const used = { 't-used': { usedAt: 5, door: 'Circle' } };
  const list = { performance: id, readAt: 1, publicKey: key.publicKey, used, void: ['t-void'] };
  const guestList: GuestList = { performance: id, readAt: 1, unpaidAtDoor, guests };
  const files = new Map<string, unknown>([
    [published.performance(id), { ...performance, id }],
    ...(withPlan ? [[published.plan(plan.id), plan] as const] : []),
  ]);
  const browser: Browser = {
    send: async (url, { method }) => {
      if (away || method === 'POST') throw new TypeError('no network');
      const file =
        [...files].find(([path]) => url.endsWith(path))?.[1] ??
        (url.endsWith('/guests') ? guestList : url.includes('staff/door') ? list : undefined);
      return file === undefined ? new Response('', { status: 404 }) : Response.json(file);
    },
    wait: async () => {},
    chance: () => 0,
    now: () => 1_000,
  };
  const deps = {
    browser,
    right: 'd1.a.b.c',
    performance: id,
    door: 'Stalls',
    theatreTime: () => 9,
    learnTime: () => {},
    onClosed: () => {},
  };
  return {
    work: openDoor(deps),
    leave: () => {
      away = true;
    },
  };
}

describe('without a network', () => {
  test('who is let in, was in already, or may not come in is told by the seat’s name', async () => {
    const { work, leave } = door('night-1');
    await work.catchUp();
    leave();
    const scan = (ticket: string) => work.scan({ text: codeOf(ticket, 'F-5', 'night-1'), keys: '' });
    const place = 'Stalls, row F, seat 5';
    expect(await scan('t-1')).toMatchObject({ state: 'admitted', here: true, place });
    expect(await scan('t-1')).toMatchObject({ state: 'used', place });
    expect(await scan('t-used')).toMatchObject({ state: 'used', place });
    expect(await scan('t-void')).toMatchObject({ state: 'void', place });
    expect(doorLog.all('night-1').map(({ seat }) => work.nameOf(seat))).toEqual([place]);
  });

  test('a door that never read the plan gives no name, and no id in its place', async () => {
    const { work, leave } = door('night-2', { withPlan: false });
    await work.catchUp();
    leave();
    const found = await work.scan({ text: codeOf('t-1', 'F-5', 'night-2'), keys: '' });
    expect(found).toMatchObject({ state: 'admitted', said: { label: '' } });
    expect(found).not.toHaveProperty('place');
    expect(work.nameOf('F-5')).toBeUndefined();
  });

  describe('the guest list', () => {
    const owed = { amount: 6500, currency: 'GBP', order: 'order-1', reference: 'K7M-4QX' };
    const seat = { seat: 'F-5', label: 'Stalls, row F, seat 5' };
    const guests: GuestList['guests'] = [
      { order: 'order-1', reference: 'K7M-4QX', name: 'Ada', owed, tickets: [{ ticket: 't-owing', ...seat }] },
      {
        order: 'order-2',
        reference: 'D3F-6GH',
        name: 'Bea',
        tickets: [{ ticket: 't-paid', ...seat, concession: 'Under 26' }],
      },
    ];
    const alone = async (id: string, as: DoorAs = {}) => {
      const { work, leave } = door(id, { guests, ...as });
      await work.catchUp();
      leave();
      const scan = (ticket: string) => work.scan({ text: codeOf(ticket, 'F-5', id), keys: '' });
      return { work, scan };
    };

    test('says what is owed, and lets in by a second word alone', async () => {
      const { work, scan } = await alone('night-3');
      const found = await scan('t-owing');
      expect(found).toMatchObject({ state: 'unpaid', here: true, said: { owed, may: 'amber' }, place: seat.label });
      expect(doorLog.all('night-3')).toEqual([]);
      if (found?.state !== 'unpaid' || !found.entry) throw new Error('nothing to let in');
      expect(await work.letIn(found.entry)).toMatchObject({ state: 'admitted', here: true, said: { owed } });
      expect(doorLog.all('night-3')).toMatchObject([{ ticket: 't-owing', told: true }]);
      expect(await scan('t-owing')).toMatchObject({ state: 'used' });
    });

    test('of a venue that refuses says so', async () => {
      const { scan } = await alone('night-4', { unpaidAtDoor: 'refuse' });
      expect(await scan('t-owing')).toMatchObject({ state: 'unpaid', said: { may: 'refuse' } });
    });

    test('knows the reduced price, and lets in whom it names without a code', async () => {
      const { work } = await alone('night-5');
      const [, bea] = guests;
      if (!bea) throw new Error('no guest');
      expect(await work.admit(bea, 't-paid')).toMatchObject({ state: 'admitted', said: { concession: 'Under 26' } });
      expect(doorLog.all('night-5')).toMatchObject([{ ticket: 't-paid', order: 'order-2' }]);
      expect(await work.admit(bea, 't-paid')).toMatchObject({ state: 'used' });
      expect(findGuests(work.guests()?.list.guests ?? [], 'd3f6gh')).toEqual([bea]);
    });

    test('is for one evening', () => {
      expect(doorLog.guests('night-5')).toBeDefined();
      doorLog.dropOldGuests(1_000 + 16 * 3_600_000);
      expect(doorLog.guests('night-5')).toBeDefined();
      doorLog.dropOldGuests(1_001 + 16 * 3_600_000);
      expect(doorLog.guests('night-5')).toBeUndefined();
    });
  });

  test('a code typed through another keyboard is read, and one that is spoilt says which', async () => {
    const { work, leave } = door('night-6');
    await work.catchUp();
    leave();
    const german = { y: 'z', z: 'y', Y: 'Z', Z: 'Y', '-': 'ß', _: '?' } as Readonly<Record<string, string>>;
    const text = [...codeOf('t-1', 'F-5', 'night-6')].map((sign) => german[sign] ?? sign).join('');
    const through = { layout: 'german', capsLock: false };
    expect(await work.scan({ text, keys: '' })).toMatchObject({ state: 'admitted', keyboard: through });
    expect(await work.scan({ text: `${text.slice(0, -9)}ß`, keys: '' })).toMatchObject({
      state: 'forged',
      keyboard: through,
    });
  });
});

test('a guest is found as names are typed, and nobody for nothing', () => {
  const guest = (name: string, reference: string): GuestList['guests'][number] => ({
    order: name,
    reference,
    name,
    tickets: [],
  });
  const all = [
    guest('Straßer, Jörg', 'K7M-4QX'),
    guest('Øyvind Łukasz', 'D3F-6GH'),
    guest('D’Arcy O’Neill', 'B4C-7DK'),
  ];
  for (const [typed, found] of [
    ['strasser jorg', 0],
    ['lukasz', 1],
    ["o'neill", 2],
    ['k7m4', 0],
    ['D3F-6GH', 1],
  ] as const)
    expect(findGuests(all, typed)).toEqual([all[found]]);
  expect(['', '  ', '\u200b', 'nobody'].map((typed) => findGuests(all, typed))).toEqual([[], [], [], []]);
});
