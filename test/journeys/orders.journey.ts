import { beforeAll, describe, expect, test } from '@jest/globals';
import { api } from '../../contracts/api.ts';
import type { Admissions, GuestList } from '../../contracts/door.ts';
import type { ConsentPage } from '../../contracts/news-consent.ts';
import { newsTextNow } from '../../contracts/news-texts.ts';
import type { OrderAudit, OrderView } from '../../contracts/order.ts';
import type { DoorDevices, Pairing } from '../../contracts/pairing.ts';
import { header } from '../../contracts/paths.ts';
import type { PersonFound } from '../../contracts/personal-data.ts';
import { run } from '../../verify/src/cli.ts';
import { disk } from '../../verify/src/disk.gateway.ts';
import { site } from '../../verify/src/site.gateway.ts';
import { forged } from '../forged.ts';
import { until } from '../until.ts';
import { ask, availability, type Fan, orderOf, seatsOf } from './fan.ts';
import { sendAgain } from './house-queue.ts';
import type { Playhouse } from './running.ts';

/*
 * Orders over HTTP: once a key, given back once, and through the door once. Long because each test is a fan's whole way.
 */

let house: Playhouse;

/** The view is cached, so it may be a moment behind. This asks until it says that so many seats are free. */
const untilFree = (night: string, wanted: number) =>
  until(`${wanted} seats are free`, async () => {
    const { body } = await availability(house.site, night);
    const free = Object.values(body.sections).reduce((sum, section) => sum + section.free, 0);
    return free === wanted ? true : undefined;
  });

/** Somebody buys two of the best. */
async function bought(night: string, payment?: Parameters<Fan['buy']>[1]): Promise<{ fan: Fan; order: OrderView }> {
  const fan = await house.friend();
  const order = await fan.buy([await fan.hold(night, { best: { count: 2 } })], payment);
  expect(order).toMatchObject({ state: 'confirmed' });
  expect(order.tickets).toHaveLength(2);
  return { fan, order };
}

const scan = async (night: string, codes: readonly string[], scannedAt: number, door = 'Stalls left') => {
  const answer = await ask<Admissions>(
    `${house.site}${api('POST staff/door/{performance}', { performance: night }).url}`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(await house.door(night)) },
      body: JSON.stringify({ door, scans: codes.map((code) => ({ code, scannedAt })) }),
    },
  );
  expect(answer.status).toBe(200);
  return answer.body.admissions;
};

interface MailSent {
  readonly subject: string;
  readonly text: string;
  readonly files?: readonly { readonly type: string; readonly base64: string }[];
}

/** The mail about this order whose subject begins so, once it has come. */
const mailAbout = ({ reference }: OrderView, subject: string) =>
  until(`a mail about ${reference}: ${subject}`, async () => {
    const { body } = await ask<readonly MailSent[]>(`${house.mailbox}.json`);
    return body.find((mail) => mail.subject.startsWith(subject) && mail.subject.includes(reference));
  });

export function orderJourneys(of: () => Playhouse): void {
  beforeAll(() => {
    house = of();
  });

  describe('an order', () => {
    test('is one for one key, however often and from how many devices; another body under it is refused', async () => {
      const night = house.night();
      const fan = await house.friend();
      const held = await fan.hold(night, { best: { count: 2 } });
      const request = orderOf([held]);
      const placed = await Promise.all([1, 2, 3].map(() => fan.placeOrder(request, 'one-order-key')));
      expect(placed.map(({ status }) => status).sort()).toEqual([200, 200, 202]);
      expect(new Set(placed.map(({ body }) => body.order)).size).toBe(1);
      const other = { ...request, buyer: { ...request.buyer, name: 'Somebody Else' } };
      const reused = await fan.placeOrder(other, 'one-order-key');
      expect(reused).toMatchObject({ status: 422, body: { type: '/problems/idempotency-key-reused' } });
      const [first] = placed;
      const order = await fan.settled(first?.body as OrderView);
      expect(order.tickets.map(({ seat }) => seat).sort()).toEqual([...seatsOf(held)].sort());

      // Hold and sale are delivered once more after all was over: nothing changes.
      const again = { hold: held.hold, performance: night, seats: seatsOf(held) };
      await sendAgain(house, fan, { ask: 'hold', ...again });
      await sendAgain(house, fan, { ask: 'sell', ...again, order: order.order });
      // Asks of a house are decided in order: when this one is, those were.
      const third = await fan.hold(night, { best: { count: 1 } });
      expect(third).toMatchObject({ state: 'held' });
      const basket = await fan.basket();
      expect(basket.seatsLeft).toBe(3);
      await untilFree(night, house.plan.seats - 3);
      expect((await fan.showOrder(order)).body).toMatchObject({ state: 'confirmed', tickets: order.tickets });
    });

    test('lets its buyer allow news and take that back, and those who write them see both', async () => {
      const fan = await house.friend();
      const held = await fan.hold(house.night(), { best: { count: 1 } });
      const placed = await fan.placeOrder({ ...orderOf([held]), news: newsTextNow }, 'news-allowed');
      const order = await fan.settled(placed.body);
      const headers = await house.staff('owner');
      const consent = async () => {
        const { body } = await ask<ConsentPage>(`${house.site}${api('GET staff/consents').url}`, { headers });
        return body.consents.find(({ reference }) => reference === order.reference);
      };
      const given = await until('the consent is on the list', consent);
      expect(given).toMatchObject({ text: newsTextNow, email: 'ada@example.org' });
      expect(given).not.toHaveProperty('takenBackAt');
      const taken = await ask<OrderView>(`${house.site}${api('POST orders/{order}/take-back-news', order).url}`, {
        method: 'POST',
        headers: { [header.orderKey]: placed.body.key ?? '' },
      });
      expect(taken).toMatchObject({ status: 200, body: { news: { takenBackAt: expect.any(Number) } } });
      expect(
        await until('it is told as taken back', async () => ((await consent())?.takenBackAt ? true : undefined)),
      ).toBe(true);
    });

    test('is found by the address of its buyer, and stands without its person when that is asked for', async () => {
      const fan = await house.friend();
      const held = await fan.hold(house.night(), { best: { count: 1 } });
      const email = `erased-${held.hold}@example.org`;
      const request = orderOf([held]);
      const placed = await fan.placeOrder({ ...request, buyer: { name: 'Grace Hopper', email } }, 'to-be-erased');
      const order = await fan.settled(placed.body);
      const headers = { ...(await house.staff('owner')), 'content-type': 'application/json' };
      const post = <Body>(path: string, body: object) =>
        ask<Body>(`${house.site}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
      const find = async () => {
        const found: PersonFound['orders'][number][] = [];
        for (let from: string | undefined; ; ) {
          const { body } = await post<PersonFound>(api('POST staff/personal-data').url, {
            email,
            ...(from && { from }),
          });
          found.push(...body.orders);
          from = body.next;
          if (from === undefined) return found;
        }
      };
      const [found] = await until('the order is found', async () => {
        const all = await find();
        // Its mail has gone out by then, so nothing is left to be done for it.
        return all[0]?.kept === 'to-come' ? all : undefined;
      });
      expect(found).toMatchObject({ order: order.order, buyer: { name: 'Grace Hopper', email } });
      const erase = { act: 'erase-person', reason: 'Asked by letter' };
      const address = api('POST staff/orders/{order}', order).url;
      expect(await post(address, erase)).toMatchObject({ status: 409 });
      const erased = await post<OrderAudit>(address, { ...erase, although: 'to-come' });
      expect(erased).toMatchObject({ status: 202, body: { buyer: { name: '', email: '' }, total: order.total } });
      await until('nobody is found', async () => ((await find()).length === 0 ? true : undefined));
    });

    test('paid after its seats went to somebody else is refused and not charged; a fan who gave them back gets no voucher', async () => {
      const night = house.night();
      const [fan, rival] = [await house.friend(), await house.friend()];
      const held = await fan.hold(night, { best: { count: 2 } });
      const request = orderOf([held], { method: 'sandbox-card', card: 'twice' });
      const paying = await fan.placeOrder(request, 'paid-too-late');
      expect(paying).toMatchObject({ status: 202, body: { state: 'paying' } });
      await fan.releaseHold(night, held.hold);
      expect(await rival.hold(night, { seats: [...seatsOf(held)] })).toMatchObject({ state: 'held' });
      const { body } = await fan.placeOrder(request, 'paid-too-late');
      expect(body.order).toBe(paying.body.order);
      const order = await fan.settled(body);
      expect(order).toMatchObject({
        state: 'refused',
        refusal: 'seats-lost',
        tickets: [],
        payment: { state: 'voided' },
      });
      expect(order.voucher).toBeUndefined();
      await untilFree(night, house.plan.seats - 2);
    });

    test('whose bank takes back its word charges nothing, and its seats go back on sale', async () => {
      const night = house.night();
      const fan = await house.friend();
      const held = await fan.hold(night, { best: { count: 2 } });
      const order = await fan.buy([held], { method: 'sandbox-card', card: 'withdrawn' });
      expect(order).toMatchObject({
        state: 'refused',
        refusal: 'payment-withdrawn',
        items: [{ outcome: 'returned' }],
        tickets: [],
        payment: { state: 'declined' },
      });
      await untilFree(night, house.plan.seats);
      expect(await fan.hold(night, { seats: [...seatsOf(held)] })).toMatchObject({ state: 'held' });
      // A buyer who has closed the page hears of it.
      expect((await mailAbout(order, 'Not ordered')).text).toContain('your bank took back the payment');
    });

    test('comes by mail with a page a ticket and a calendar file, and so it does on its page', async () => {
      const { order } = await bought(house.night());
      const { text, files = [] } = await mailAbout(order, 'Your tickets');
      // The key is where no server reads it.
      const key = new RegExp(`${house.site}/order\\?id=${order.order}#key=(\\S+)`).exec(text)?.[1] ?? '';
      expect(files.map(({ type }) => type)).toEqual(['application/pdf', 'text/calendar']);
      const [tickets, calendar] = files.map(({ base64 }) => Buffer.from(base64, 'base64').toString('latin1'));
      expect(tickets?.startsWith('%PDF-')).toBe(true);
      expect(tickets?.match(/\/Type \/Page\b/g)).toHaveLength(2);
      expect(calendar).toContain('BEGIN:VEVENT');
      const given = await fetch(`${house.site}${api('GET orders/{order}/tickets.pdf', order).url}`, {
        headers: { 'stampede-order-key': key },
      });
      expect([given.status, given.headers.get('content-type')]).toEqual([200, 'application/pdf']);
      expect(Buffer.from(await given.arrayBuffer()).toString('latin1')).toBe(tickets);
      const stranger = await fetch(`${house.site}${api('GET orders/{order}/tickets.pdf', order).url}`);
      expect(stranger.status).toBe(403);
    });

    test('says what its seat cost, and anybody checks that by the key of the house', async () => {
      const { order } = await bought(house.night());
      const said: string[] = [];
      const status = await run(['ticket', `${order.tickets[0]?.code}`, house.site], {
        disk,
        site,
        now: Date.now,
        say: (line) => void said.push(line),
      });
      expect(said.join('\n')).toMatch(/nothing added[\s\S]*One person could have \d+ seats there/);
      expect(status).toBe(0);
    });

    test('counts against the limit across orders and performances, until it is given back', async () => {
      const [night, other] = [house.night(), house.night()];
      const fan = await house.friend();
      const order = await fan.buy([await fan.hold(night, { best: { count: 4 } })]);
      const second = await fan.buy([await fan.hold(other, { best: { count: 1 } })]);
      expect([order.state, second.state]).toEqual(['confirmed', 'confirmed']);
      for (const where of [night, other])
        expect(await fan.hold(where, { best: { count: 2 } })).toMatchObject({ refusal: 'over-limit' });
      expect((await fan.cancelOrder(second)).status).toBeLessThan(300);
      expect(await fan.settled(second)).toMatchObject({ state: 'cancelled' });
      expect(await fan.hold(night, { best: { count: 2 } })).toMatchObject({ state: 'held' });
    });

    test.each([
      ['promised to the box office', { method: 'box-office' }, 'voided'],
      ['paid', { method: 'sandbox-card', card: 'approved' }, 'refunded'],
    ] as const)(
      'given back, %s: each seat is free once, and a second time changes nothing',
      async (_, payment, money) => {
        const night = house.night();
        const free = house.plan.seats;
        const { fan, order } = await bought(night, payment);
        await untilFree(night, free - 2);
        const twice = await Promise.all([fan.cancelOrder(order), fan.cancelOrder(order)]);
        for (const { status } of twice) expect(status).toBeLessThan(300);
        const cancelled = await fan.settled(order);
        expect(cancelled).toMatchObject({ state: 'cancelled', tickets: [], payment: { state: money } });
        await untilFree(night, free);

        const next = await house.friend();
        const seats = order.tickets.map(({ seat }) => seat);
        expect(await next.hold(night, { seats })).toMatchObject({ state: 'held' });
        expect((await fan.cancelOrder(order)).status).toBeLessThan(300);
        expect(await fan.settled(order)).toMatchObject({ state: 'cancelled' });
        await untilFree(night, free - 2);
        const { body: audit } = await ask<OrderAudit>(`${house.site}${api('GET staff/orders/{order}', order).url}`, {
          headers: await house.staff(),
        });
        expect(audit.history.filter(({ act }) => act === 'cancelled')).toHaveLength(1);
      },
    );
  });

  describe('the door', () => {
    test('opens once for a ticket; the second scan says when and where the first was', async () => {
      const [night, another] = [house.night(), house.night()];
      const { order } = await bought(night);
      const [one = '', two = ''] = order.tickets.map(({ code }) => code);
      const at = Date.now();
      expect(await scan(night, [one], at)).toMatchObject([{ state: 'admitted', seat: order.tickets[0]?.seat }]);
      expect(await scan(night, [one], at + 60_000, 'Gallery')).toMatchObject([
        { state: 'used', usedAt: at, door: 'Stalls left' },
      ]);
      // Two doors at the same moment: one of them opens.
      const both = await Promise.all(['Left', 'Right'].map((door) => scan(night, [two], at, door)));
      expect(
        both
          .flat()
          .map(({ state }) => state)
          .sort(),
      ).toEqual(['admitted', 'used']);
      expect(await scan(another, [one], at)).toMatchObject([{ state: 'elsewhere', performance: night }]);
      expect(await scan(night, [forged(one), 'nonsense'], at)).toMatchObject([
        { state: 'forged' },
        { state: 'forged' },
      ]);
    });

    test('pairs a phone for one performance, which finds a guest and lets in who has not paid by a second word', async () => {
      const [night, another] = [house.night(), house.night()];
      const { order } = await bought(night, { method: 'box-office' });
      const send = <Body>(url: string, authorization: string | undefined, body?: unknown) =>
        ask<Body>(`${house.site}${url}`, {
          method: body === undefined ? 'GET' : 'POST',
          headers: { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) },
          ...(body !== undefined && { body: JSON.stringify(body) }),
        });
      const { authorization: supervisor } = await house.staff();
      const devices = api('POST staff/door/{performance}/devices', { performance: night }).url;
      const { body: offered } = await send<DoorDevices>(devices, supervisor, { act: 'offer' });
      const pairing = { code: offered.offer?.code, device: 'the-phone-of-a-steward', name: 'Anna' };
      const paired = await send<Pairing>(
        api('POST pairings/{performance}', { performance: night }).url,
        undefined,
        pairing,
      );
      expect(paired.status).toBe(200);
      const right = `Bearer ${paired.body.right}`;
      const door = (performance: string) => api('POST staff/door/{performance}', { performance }).url;

      // The list is remembered for a while, and the order is noted a moment after it is confirmed.
      const guest = await until('the order is among the guests', async () => {
        const { body } = await send<GuestList>(`${door(night)}/guests`, right);
        return body.guests.find((one) => one.order === order.order);
      });
      expect(guest).toMatchObject({ reference: order.reference, owed: { amount: order.total } });
      const [ticket] = guest.tickets;
      const found = { order: order.order, ticket: ticket?.ticket, seat: ticket?.seat };
      const scanFound = async (more: object) => {
        const scans = [{ found, scannedAt: 1_000, ...more }];
        return (await send<Admissions>(door(night), right, { door: 'Circle', scans })).body.admissions;
      };
      expect(await scanFound({})).toMatchObject([{ state: 'unpaid', owed: { amount: order.total }, may: 'amber' }]);
      expect(await scanFound({ letIn: true })).toMatchObject([{ state: 'admitted', label: ticket?.label }]);
      const book = api('GET staff/orders/{order}', order).url;
      expect((await send<OrderAudit>(book, supervisor)).body).toMatchObject({ admittedUnpaid: true });
      expect((await send(book, right)).status).toBe(401);
      expect((await send(door(another), right)).status).toBe(403);
      await send(devices, supervisor, { act: 'end-all' });
      expect(await send(door(night), right)).toMatchObject({ body: { type: '/problems/door-right-ended' } });
    });

    test('stays shut for a ticket that was given back, and what was used is not given back', async () => {
      const night = house.night();
      const [gone, used] = [await bought(night), await bought(night)];
      await gone.fan.cancelOrder(gone.order);
      expect(await gone.fan.settled(gone.order)).toMatchObject({ state: 'cancelled' });
      const codes = gone.order.tickets.map(({ code }) => code);
      expect(await scan(night, codes, Date.now())).toMatchObject([{ state: 'void' }, { state: 'void' }]);
      await scan(
        night,
        used.order.tickets.slice(0, 1).map(({ code }) => code),
        Date.now(),
      );
      const refused = await used.fan.cancelOrder(used.order);
      expect(refused.status).toBe(409);
      expect((await used.fan.showOrder(used.order)).body).toMatchObject({ state: 'confirmed' });
    });
  });
}
