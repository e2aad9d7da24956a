import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Invoke, invokerOf, localStage } from '../../bin/stage.ts';
import { api } from '../../contracts/api.ts';
import type { PerformanceFile } from '../../contracts/catalogue.ts';
import type { Admissions, DoorList } from '../../contracts/door.ts';
import type { OrderView } from '../../contracts/order.ts';
import { published } from '../../contracts/paths.ts';
import { until } from '../until.ts';
import { ask, type Fan } from './fan.ts';
import type { Playhouse } from './running.ts';

/* A performance that is cancelled, and one that is moved, while a line is live: by the operator's own functions. */

interface MailSent {
  readonly subject: string;
  readonly text: string;
}

/** The input of the operator's functions. */
interface Given {
  readonly cancel: { readonly performance: string; readonly reason: string; readonly instead: readonly string[] };
  readonly choice: object;
  readonly move: object;
}

export function performanceJourneys(of: () => Playhouse): void {
  let house: Playhouse;
  let invoke: Invoke;
  let fan: Fan;
  let mover: Fan;
  let chooser: Fan;
  let nights: readonly [string, string, string, string];
  let order: OrderView;
  let movedOrder: OrderView;
  let chosenOrder: OrderView;

  const mails = async ({ reference }: OrderView, subject: string) => {
    const { body } = await ask<readonly MailSent[]>(`${house.mailbox}.json`);
    return body.filter((mail) => mail.subject.startsWith(subject) && mail.subject.includes(reference));
  };
  const mailOnce = (about: OrderView, subject: string) =>
    until(`a mail about ${about.reference}: ${subject}`, async () => {
      const found = await mails(about, subject);
      return found.length > 0 ? found : undefined;
    });
  const shown = async (about: OrderView, by: Fan) => (await by.showOrder(about)).body;

  let before: PerformanceFile;
  let given: Given;
  let said: Readonly<Record<keyof Given, { readonly already: boolean; readonly startsAt?: number }>>;

  /** All acts at once: a clock brings orders to them within the minute. */
  beforeAll(async () => {
    house = of();
    invoke = invokerOf(await localStage(house.state));
    [fan, mover, chooser] = [await house.friend(), await house.friend(), await house.friend()];
    nights = [house.night(), house.night(), house.night(), house.night()];
    const held = [await fan.hold(nights[0], { best: { count: 2 } }), await fan.hold(nights[1], { best: { count: 1 } })];
    order = await fan.buy(held);
    movedOrder = await mover.buy([await mover.hold(nights[2], { best: { count: 2 } })]);
    chosenOrder = await chooser.buy([await chooser.hold(nights[3], { best: { count: 2 } })]);
    expect([order, movedOrder, chosenOrder].map(({ state }) => state)).toEqual(['confirmed', 'confirmed', 'confirmed']);
    await mailOnce(order, 'Your tickets');
    await mailOnce(movedOrder, 'Your tickets');
    before = (await ask<PerformanceFile>(`${house.site}${published.performance(nights[2])}`)).body;
    const day = new Date(before.startsAt + 86_400_000).toISOString().slice(0, 10);
    given = {
      cancel: { performance: nights[0], reason: 'The lead is ill.', instead: [nights[1]] },
      choice: { performance: nights[3], reason: 'The lead is ill.', choice: { dates: [nights[1]] } },
      move: { performance: nights[2], startsAt: `${day}T20:15`, venue: 'Town Hall', reason: 'The stage is flooded.' },
    };
    said = {
      cancel: await invoke('CancelPerformanceFunction', given.cancel, 'cancel'),
      choice: await invoke('CancelPerformanceFunction', given.choice, 'cancel with a choice'),
      move: await invoke('MovePerformanceFunction', given.move, 'move'),
    };
  });

  describe('a cancelled performance', () => {
    test('sells nothing, opens no door, gives the money back, and is told once', async () => {
      expect(said.cancel).toMatchObject({ already: false });
      expect(await invoke('CancelPerformanceFunction', given.cancel, 'cancel')).toMatchObject({ already: true });
      await until('the house knows it', async () => {
        const asked = await fan.askHold(nights[0], { best: { count: 1 } });
        return asked.body.type === '/problems/performance-cancelled' ? true : undefined;
      });
      const at = api('POST staff/door/{performance}', { performance: nights[0] }).url;
      const code = order.tickets.find(({ performance }) => performance === nights[0])?.code ?? '';
      const scans = { door: 'Stalls', scans: [{ code, scannedAt: 1 }] };
      const headers = { 'content-type': 'application/json', ...(await house.door(nights[0])) };
      const scanned = await until('the door knows it', async () => {
        const { body } = await ask<DoorList>(`${house.site}${at}`, { headers });
        return body.cancelled
          ? ask<Admissions>(`${house.site}${at}`, { method: 'POST', headers, body: JSON.stringify(scans) })
          : undefined;
      });
      expect(scanned.body.admissions).toMatchObject([{ state: 'void', why: 'performance-cancelled' }]);

      const after = await until('the seats are given back and paid for', async () => {
        const now = await shown(order, fan);
        return now.changing === undefined && now.payment.refunded ? now : undefined;
      });
      const price = order.items[0]?.seats.reduce((sum, seat) => sum + seat.price, 0);
      expect(after).toMatchObject({
        state: 'confirmed',
        payment: { refunded: price },
        items: [{ outcome: 'returned', cancelled: { reason: given.cancel.reason } }, { outcome: 'sold' }],
        tickets: [{ performance: nights[1] }],
      });
      const [letter] = await mailOnce(order, 'Cancelled');
      expect(letter?.text).toContain('“The lead is ill.”');
      const calendar = await fetch(`${house.site}${api('GET orders/{order}/calendar.ics', order).url}`, {
        headers: { 'stampede-order-key': order.key ?? '' },
      });
      expect(await calendar.text()).toMatch(
        /STATUS:CANCELLED[\s\S]*STATUS:CONFIRMED|STATUS:CONFIRMED[\s\S]*STATUS:CANCELLED/,
      );
      expect(await mails(order, 'Cancelled')).toHaveLength(1);
    });
  });

  describe('a cancelled performance with a choice', () => {
    test('is exchanged for another date, and no money goes back', async () => {
      expect(said.choice).toMatchObject({ already: false });
      await until('the fan may choose', async () => {
        const now = await shown(chosenOrder, chooser);
        return now.choices?.[0]?.dates.includes(nights[1]) && now.changing === undefined ? now : undefined;
      });
      const chosen = await ask<OrderView>(`${house.site}${api('POST orders/{order}/choose-date', chosenOrder).url}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'stampede-order-key': chosenOrder.key ?? '' },
        body: JSON.stringify({ performance: nights[3], instead: nights[1] }),
      });
      expect(chosen.status).toBe(202);
      const after = await until('the new tickets are there', async () => {
        const now = await shown(chosenOrder, chooser);
        return now.changing === undefined && now.tickets.length === 2 ? now : undefined;
      });
      expect(after.tickets.map(({ performance }) => performance)).toEqual([nights[1], nights[1]]);
      expect(after.payment.refunded ?? 0).toBe(0);
    });
  });

  describe('a moved performance', () => {
    test('is elsewhere in file, order and letter, and its seats may be given back', async () => {
      const answer = said.move;
      expect(answer).toMatchObject({ already: false, venue: 'Town Hall' });
      const after = await until('the order follows', async () => {
        const now = await shown(movedOrder, mover);
        return now.items[0]?.moved ? now : undefined;
      });
      expect(after).toMatchObject({
        items: [{ startsAt: answer.startsAt, venue: 'Town Hall', moved: { from: { startsAt: before.startsAt } } }],
        tickets: movedOrder.tickets.map(({ code }) => ({ code, startsAt: answer.startsAt, venue: 'Town Hall' })),
        may: { cancel: true },
      });
      const [letter] = await mailOnce(movedOrder, 'Moved');
      expect(letter?.text).toContain('Town Hall');
      await mover.cancelOrder(movedOrder);
      expect(await mover.settled(movedOrder)).toMatchObject({ state: 'cancelled', payment: { state: 'refunded' } });
      expect(await mails(movedOrder, 'Moved')).toHaveLength(1);
    });
  });
}
