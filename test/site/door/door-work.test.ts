import { describe, expect, test } from '@jest/globals';
import { published } from '../../../contracts/paths.ts';
import { SigningKey } from '../../../lambdas/foundation/signing.ts';
import type { Browser } from '../../../site/api.ts';
import { doorLog } from '../../../site/door/door-log.store.ts';
import { openDoor } from '../../../site/door/door-work.ts';
import { performance, plan } from '../../lambdas/ordering/small-stage.ts';

/* A door names seats as they stand on the ticket, also where nobody can be asked. */

const key = new SigningKey(Buffer.alloc(32, 3));
const codeOf = (ticket: string, seat: string, of: string) =>
  key.seal('t1', { i: ticket, p: of, s: seat, o: 'order-1' });

/** What is answered at each address; nothing at all while the network is away. */
function door(id: string, { withPlan = true } = {}) {
  let away = false;
  const used = { 't-used': { usedAt: 5, door: 'Circle' } };
  const list = { performance: id, readAt: 1, publicKey: key.publicKey, used, void: ['t-void'] };
  const files = new Map<string, unknown>([
    [published.performance(id), { ...performance, id }],
    ...(withPlan ? [[published.plan(plan.id), plan] as const] : []),
  ]);
  const browser: Browser = {
    send: async (url, { method }) => {
      if (away || method === 'POST') throw new TypeError('no network');
      const file =
        [...files].find(([path]) => url.endsWith(path))?.[1] ?? (url.includes('staff/door') ? list : undefined);
      return file === undefined ? new Response('', { status: 404 }) : Response.json(file);
    },
    wait: async () => {},
    chance: () => 0,
    now: () => 1_000,
  };
  const deps = { browser, key: 'k', performance: id, door: 'Stalls', theatreTime: () => 9, onClosed: () => {} };
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
});
