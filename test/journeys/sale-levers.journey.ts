import { beforeAll, expect, test } from '@jest/globals';
import { api } from '../../contracts/api.ts';
import type { Availability } from '../../contracts/house.ts';
import { published } from '../../contracts/paths.ts';
import type { SaleFile, SaleLeversShown } from '../../contracts/sale-levers.ts';
import type { AuditPage } from '../../contracts/staff.ts';
import { until } from '../until.ts';
import { ask } from './fan.ts';
import type { Playhouse } from './running.ts';

/* Staff stop one performance while it sells, and sell it on: a fan meets it within seconds, and keeps what is held. */

const onSale = 'friends';
const levers = api('POST staff/sale/{onSale}', { onSale }).url;
const json = { 'content-type': 'application/json' };

export function saleJourneys(of: () => Playhouse): void {
  let house: Playhouse;
  beforeAll(() => {
    house = of();
  });

  const stands = async () =>
    (await ask<SaleLeversShown>(`${house.site}${levers}`, { headers: await house.staff('ops') })).body;
  const turn = async (act: object, key: string, seen: number) =>
    ask<SaleLeversShown & { readonly type?: string }>(`${house.site}${levers}`, {
      method: 'POST',
      headers: { ...(await house.staff('ops')), ...json },
      body: JSON.stringify({ ...act, reason: 'A lamp fell', key, seen }),
    });

  test('what is stopped is held by nobody new within five seconds, and what is held is bought', async () => {
    const night = house.night();
    const [fan, other] = [await house.friend(), await house.friend()];
    const held = await fan.hold(night, { best: { count: 2 } });
    const before = await stands();
    expect(before.performances.find(({ performance }) => performance === night)).toMatchObject({ isStopped: false });
    const stop = { act: 'stop', performances: [night] };
    const stopped = await turn(stop, 'journey-stop-1', before.version);
    const turnedAt = Date.now();
    expect(stopped).toMatchObject({ status: 200, body: { version: before.version + 1 } });
    // The same key is the same turn; another key was overtaken.
    expect((await turn(stop, 'journey-stop-1', before.version)).body.version).toBe(before.version + 1);
    expect(await turn(stop, 'journey-stop-2', before.version)).toMatchObject({
      status: 409,
      body: { type: '/problems/sale-lever-moved' },
    });
    const tries = (n: number) => other.askHold(night, { best: { count: 1 } }, `journey-hold-${n}`);
    let n = 0;
    await until('a refusal of what was stopped', async () => {
      n += 1;
      return (await tries(n)).body.type === '/problems/performance-stopped' ? true : undefined;
    });
    expect(Date.now() - turnedAt).toBeLessThan(5000);
    const { body: free } = await ask<Availability>(
      `${house.site}${api('GET performances/{performance}/availability', { performance: night }).url}`,
    );
    expect(free.turned).toEqual({ [onSale]: { stopped: true } });
    const file = await ask<SaleFile>(`${house.site}${published.sale(onSale)}`);
    expect(file.body.stopped).toEqual([night]);
    expect((await fan.buy([held])).state).toBe('confirmed');
    const { body: audit } = await ask<AuditPage>(`${house.site}${api('GET staff/audit').url}`, {
      headers: await house.staff('auditor'),
    });
    expect(audit.entries.filter(({ act }) => act === 'stop-selling')).toHaveLength(1);
    const on = await turn({ act: 'sell-on', performances: [night] }, 'journey-on-1', before.version + 1);
    expect(on.status).toBe(200);
    await until('seats again', async () => {
      n += 1;
      return (await tries(n)).status === 202 ? true : undefined;
    });
  });
}
