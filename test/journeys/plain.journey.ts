import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import type { memberAt } from '../../examples/roster.ts';
import { until } from '../until.ts';
import { member, type Playhouse } from './running.ts';

/* The pages without JavaScript, by the forms that they send, from a place in the line to an order and back. */

/** Members of the roster from here on are of this journey. */
const mine = 690;

/** A browser without scripts: it keeps cookies, follows where it is sent, and sends forms. */
class PlainFan {
  readonly #site: string;
  readonly #cookies = new Map<string, string>();

  constructor(site: string) {
    this.#site = site;
  }

  async open(path: string, init: RequestInit = {}): Promise<string> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...browser, cookie, ...init.headers };
    const response = await fetch(`${this.#site}${path}`, { ...init, headers, redirect: 'manual' });
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      this.#cookies.set(name, value);
    }
    const location = response.headers.get('location');
    const text = await response.text();
    return location === null ? text : this.open(location.replace(this.#site, ''));
  }

  send(path: string, fields: Readonly<Record<string, string>> | URLSearchParams): Promise<string> {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    return this.open(path, { method: 'POST', headers, body: `${new URLSearchParams(fields)}` });
  }
}

const browser = { 'accept-language': 'en-GB,en;q=0.9', 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64)' };

const slipIn = (page: string) => /name="slip" value="([^"]+)"/.exec(page)?.[1];

export function plainJourneys(of: () => Playhouse): void {
  let house: Playhouse;
  beforeAll(() => {
    house = of();
  });

  test('a member takes a place, comes in, holds seats, gives them back, orders, and leaves', async () => {
    const { member: number = '', postcode = '' } = member(mine) as Partial<ReturnType<typeof memberAt>>;
    const fan = new PlainFan(house.site);
    const night = house.night();
    expect(await fan.open('/plain')).toContain('/plain/friends');
    await fan.send('/plain/friends', { act: 'join', entry: 'members', member: number, postcode });
    await until('the turn has come', async () => {
      const page = await fan.open('/plain/friends?still=1');
      return page.includes('value="claim"') ? true : undefined;
    });
    await until('the pass is given', async () => {
      await fan.send('/plain/friends', { act: 'claim' });
      return (await fan.open('/plain/friends/seats')).includes(night) ? true : undefined;
    });

    // Pressed twice, as impatient people do.
    const twice = async (path: string, fields: Readonly<Record<string, string>>) => {
      await fan.send(path, fields);
      await fan.send(path, fields);
    };
    const wish = { act: 'hold', performance: night, count: '2', category: '' };
    const hold = () => twice('/plain/friends/seats', { ...wish, key: randomUUID() });
    const held = () =>
      until('the seats are held', async () => {
        const page = await fan.open('/plain/friends/seats');
        return slipIn(page) === undefined ? undefined : page;
      });
    await hold();
    const [, id = ''] = /name="hold" value="([^"]+)"/.exec(await held()) ?? [];
    await fan.send('/plain/friends/seats', { act: 'release', performance: night, hold: id });
    await until('nothing is held', async () =>
      slipIn(await fan.open('/plain/friends/seats')) === undefined ? true : undefined,
    );
    await hold();
    const slip = slipIn(await held()) ?? '';
    expect(await fan.send('/plain/friends/orders', { act: 'begin', slip })).toContain('name="email"');
    await twice('/plain/friends/orders', { act: 'order', slip, name: 'Ada Byron', email: 'ada@example.org' });
    expect(await fan.open('/plain/friends/orders')).toContain('The Tide');
    await until('the form is not shown again for what was ordered', async () => {
      const again = await fan.send('/plain/friends/orders', { act: 'begin', slip });
      return again.includes('The Tide') && !again.includes('name="email"') ? true : undefined;
    });
    await fan.send('/plain/friends', { act: 'devices', device: '' });
    await fan.send('/plain/friends', { act: 'leave' });
    await until('the pass is given back', async () =>
      (await fan.open('/plain/friends/seats')).includes(night) ? undefined : true,
    );
  });
}
