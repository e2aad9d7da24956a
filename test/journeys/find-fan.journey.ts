import { randomBytes } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import { api } from '../../contracts/api.ts';
import type { FanHelped, FanHolds, FoundFans } from '../../contracts/find-fan.ts';
import type { Joined } from '../../contracts/line-requests.ts';
import type { OrderAudit, SoughtOrders } from '../../contracts/order.ts';
import type { Problem } from '../../contracts/refusals.ts';
import type { AuditPage, StaffPeople } from '../../contracts/staff.ts';
import { persons } from '../../stand-ins/sign-in/persons.ts';
import { until } from '../until.ts';
import { ask } from './fan.ts';
import type { Playhouse } from './running.ts';

/* Somebody telephones: found and helped over HTTP, in three rooms. */

export function findFanJourneys(of: () => Playhouse): void {
  let house: Playhouse;
  beforeAll(() => {
    house = of();
  });
  const onSale = 'friends';

  const asks = async (headers: { readonly authorization: string }) => {
    const post = <Body>(url: string, body: object) =>
      ask<Body>(`${house.site}${url}`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    return {
      post,
      find: (body: object) => post<FoundFans>(api('POST staff/lines/{onSale}/fans', { onSale }).url, body),
      help: (body: object) => post<FanHelped>(api('POST staff/lines/{onSale}/fans/help', { onSale }).url, body),
      seek: (body: object) => post<SoughtOrders>(api('POST staff/orders').url, { onSale, ...body }),
      holds: (body: object) => post<FanHolds>(api('POST staff/holds').url, { onSale, ...body }),
    };
  };

  test('by the receipt, by the order and by the seat; their mail goes again, and the ledger names the act', async () => {
    const supervisor = await asks(await house.staff());
    const night = house.night();
    const fan = await house.friend();
    const held = await fan.hold(night, { best: { count: 1 } });
    const order = await fan.buy([held]);
    const found = await supervisor.find({ by: 'receipt', receipt: fan.receipt });
    expect(found).toMatchObject({ status: 200, body: { fans: [{ onSale, pass: { number: 1 } }] } });
    const key = found.body.fans[0]?.fan ?? '';
    expect(await supervisor.holds({ fan: key })).toMatchObject({ body: { holds: [{ performance: night }] } });
    for (const search of [
      { by: 'fan', fan: key },
      { by: 'reference', reference: order.reference },
    ])
      await until(`the order is found by its ${search.by}`, async () => {
        const { body } = await supervisor.seek(search);
        return body.orders?.some((one) => one.order === order.order && one.fan === key) ? true : undefined;
      });
    const label = order.items[0]?.seats[0]?.label ?? '';
    const { body: bySeat } = await supervisor.seek({ by: 'seat', seat: label });
    expect(bySeat.orders.map((one) => one.order)).toContain(order.order);

    const again = await supervisor.post<OrderAudit>(api('POST staff/orders/{order}', { order: order.order }).url, {
      act: 'resend-mail',
      reason: 'it did not come',
    });
    expect(again.status).toBe(202);
    expect(again.body.history.at(-1)).toMatchObject({ act: 'mail-asked', by: 'staff' });

    // Who shops needs neither a slot nor a pass more; a stolen place is void at once, and can be put back.
    expect((await supervisor.help({ act: 'nudge', fan: key, reason: 'it froze' })).status).toBe(409);
    const removed = await supervisor.help({ act: 'remove', fan: key, reason: 'somebody else had it' });
    expect(removed).toMatchObject({ status: 200, body: { fan: { slowerLane: { state: 'removed' } } } });
    expect((await fan.claim()).body).toMatchObject({ type: '/problems/place-removed' });
    expect((await supervisor.help({ act: 'restore', fan: key, reason: 'it was them' })).status).toBe(200);
    expect((await supervisor.help({ act: 'readmit', fan: key, reason: 'we ended their pass' })).status).toBe(200);
    expect(await fan.claim()).toMatchObject({ status: 201 });

    const auditor = await house.staff('auditor');
    const { body: audit } = await ask<AuditPage>(`${house.site}${api('GET staff/audit').url}`, { headers: auditor });
    const acts = audit.entries.map(({ act }) => act);
    for (const act of ['find-fan', 'seek-orders', 'find-holds', 'remove-fan', 'readmit-fan', 'resend-mail'])
      expect(acts).toContain(act);
  });

  test('whose device broke has the place on another by a code, and the one of before loses it', async () => {
    const supervisor = await asks(await house.staff());
    const fan = await house.friend();
    const { body: found } = await supervisor.find({ by: 'receipt', receipt: fan.receipt });
    const about = { fan: found.fans[0]?.fan ?? '', reason: 'the telephone broke' };
    const asked = { act: 'hand-over', ...about, key: randomBytes(16).toString('base64url'), codes: 0 };
    const { code = '' } = (await supervisor.help(asked)).body;
    expect((await supervisor.help(asked)).body.code).toBe(code);

    const other = house.fan(onSale);
    const device = randomBytes(16).toString('base64url');
    const type = (typed: string) =>
      ask<Joined & Problem>(`${house.site}${api('POST lines/{onSale}/handover', { onSale }).url}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ code: typed, device }),
      });
    expect((await type('BBBBBBBB')).body.type).toBe('/problems/handover-wrong');
    const taken = await type(code);
    expect(taken).toMatchObject({ status: 200, body: { place: { fan: about.fan } } });
    expect(await type(code)).toMatchObject({ status: 200, body: { receipt: taken.body.receipt } });
    other.receipt = taken.body.receipt;
    expect((await fan.claim()).body).toMatchObject({ type: '/problems/device-ended' });
    expect([200, 201]).toContain((await other.claim()).status);
  });

  test('an auditor sees initials; a person of one performance sees its orders, and no others', async () => {
    const fan = await house.friend();
    const night = house.night();
    const order = await fan.buy([await fan.hold(night, { best: { count: 1 } })]);
    const search = { by: 'reference', reference: order.reference };
    const auditor = await asks(await house.staff('auditor'));
    await until('the order is found', async () => {
      const { body } = await auditor.seek(search);
      return body.orders?.[0]?.buyer.email.endsWith('@…') ? true : undefined;
    });
    const email = persons.find(({ role }) => role === 'marketing')?.email ?? '';
    const owner = await asks(await house.staff('owner'));
    const scoped = await asks(await house.staff('marketing'));
    const grant = { act: 'grant', email, role: 'box-office', scope: { of: 'performance', id: night } };
    expect((await owner.post<StaffPeople>(api('POST staff/people').url, grant)).status).toBe(200);
    expect((await scoped.seek(search)).body.orders.map((one) => one.order)).toEqual([order.order]);
    expect((await scoped.seek({ by: 'reference', reference: 'BBB-BBB' })).body.orders).toEqual([]);
    expect((await scoped.find({ by: 'member', member: 'A1' })).status).toBe(403);
  });
}
