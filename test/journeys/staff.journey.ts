import { beforeAll, describe, expect, test } from '@jest/globals';
import { api } from '../../contracts/api.ts';
import { apiRoutes } from '../../contracts/api-paths.ts';
import type { OrderBookPage } from '../../contracts/order.ts';
import type { SignedIn } from '../../contracts/sign-in.ts';
import type { AuditPage, StaffPeople, StaffRole } from '../../contracts/staff.ts';
import { staffRoles } from '../../contracts/staff.ts';
import { allowed } from '../../rules/permissions.ts';
import { persons } from '../../stand-ins/sign-in/persons.ts';
import { until } from '../until.ts';
import { ask } from './fan.ts';
import type { Playhouse } from './running.ts';

/* Each role at each address of the staff, by a token of the issuer and the authorizer of the API. */

export function staffJourneys(of: () => Playhouse): void {
  let house: Playhouse;
  beforeAll(() => {
    house = of();
  });
  const addressOf = (role: StaffRole) => persons.find((person) => person.role === role)?.email ?? '';
  const json = { 'content-type': 'application/json' };

  describe.each(staffRoles)('%s', (role) => {
    test('comes in where the table says, and nowhere else', async () => {
      const headers = await house.staff(role);
      const said: unknown[] = [];
      const wanted: unknown[] = [];
      for (const { method, path, needs } of apiRoutes) {
        if (typeof needs !== 'object') continue;
        const may = allowed[needs.staff].includes(role);
        const url = path
          .replace('{order}', 'no-such-order-1')
          .replace('{performance}', 'no-such-night')
          .replace('{onSale}', 'no-such-line');
        const { status, body } = await ask<{ type?: string }>(`${house.site}${url}`, {
          method,
          headers: { ...headers, ...json },
          // Refused by its form, once it is allowed.
          ...(method === 'POST' && { body: '{}' }),
        });
        said.push([method, path, status === 403 && body.type === '/problems/not-allowed' ? 'refused' : 'let in']);
        wanted.push([method, path, may ? 'let in' : 'refused']);
      }
      expect(said).toEqual(wanted);
    });
  });

  test('somebody new is invited for one performance, signs in, and sees what is theirs and nothing else', async () => {
    const owner = await house.staff('owner');
    const email = addressOf('partner');
    const people = api('POST staff/people').url;
    const act = async (given: object) => {
      const body = JSON.stringify(given);
      const { status } = await ask(`${house.site}${people}`, { method: 'POST', headers: { ...owner, ...json }, body });
      expect(status).toBe(200);
    };
    const night = house.night();
    const fan = await house.friend();
    const order = await fan.buy([await fan.hold(night, { best: { count: 1 } })]);
    // Forgotten, and so nobody: the sign-in of before opens nothing.
    await act({ act: 'remove', email });
    const partner = await house.staff('partner');
    const get = <Body>(path: string) => ask<Body>(`${house.site}${path}`, { headers: partner });
    const book = api('GET staff/orders').url;
    expect(await get(book)).toMatchObject({ status: 403, body: { type: '/problems/staff-unknown' } });
    for (const role of ['box-office', 'box-office-supervisor'])
      await act({ act: 'grant', email, role, scope: { of: 'performance', id: night } });
    expect(await get<SignedIn>(api('GET staff/me').url)).toMatchObject({
      status: 200,
      body: { email, grants: [{ role: 'box-office' }, { role: 'box-office-supervisor' }] },
    });
    const { body: page } = await get<OrderBookPage>(book);
    expect(page.orders.map((one) => one.order)).toEqual([order.order]);
    expect(await get(api('GET staff/orders/{order}', order).url)).toMatchObject({ status: 200 });
    const devices = (performance: string) => api('GET staff/door/{performance}/devices', { performance }).url;
    expect(await get(devices(night))).toMatchObject({ status: 200 });
    expect(await get(devices(house.briefNight))).toMatchObject({ body: { type: '/problems/not-allowed' } });
    const listed = await ask<StaffPeople>(`${house.site}${api('GET staff/people').url}`, { headers: owner });
    expect(listed.body.people.find((one) => one.email === email)).toMatchObject({ hasSignedIn: true });
  });

  test('what is granted is had at once, what is taken away ends in seconds, and both stand in the audit', async () => {
    const [owner, auditor] = [await house.staff('owner'), await house.staff('auditor')];
    const steward = await house.staff('steward');
    const email = addressOf('steward');
    const change = (act: object) =>
      ask<StaffPeople>(`${house.site}${api('POST staff/people').url}`, {
        method: 'POST',
        headers: { ...owner, ...json },
        body: JSON.stringify(act),
      });
    const readsOrders = async () =>
      (await ask(`${house.site}${api('GET staff/orders').url}`, { headers: steward })).status === 200;
    expect(await readsOrders()).toBe(false);
    const granted = await change({ act: 'grant', email, role: 'box-office', scope: { of: 'everything' } });
    expect(granted.status).toBe(200);
    expect(await readsOrders()).toBe(true);
    const grant = granted.body.people
      .find((person) => person.email === email)
      ?.grants.find(({ role }) => role === 'box-office');
    expect((await change({ act: 'revoke', email, grant: grant?.id })).status).toBe(200);
    await until('the grant has ended', async () => ((await readsOrders()) ? undefined : true));
    const { body } = await ask<AuditPage>(`${house.site}${api('GET staff/audit').url}`, { headers: auditor });
    const about = body.entries.filter(({ on }) => on === email).map(({ act, person }) => [act, person]);
    expect(about).toEqual([
      ['revoke', addressOf('owner')],
      ['grant', addressOf('owner')],
    ]);
    expect(body.entries.some(({ act, person }) => act === 'read-orders' && person === email)).toBe(true);
  });
}
