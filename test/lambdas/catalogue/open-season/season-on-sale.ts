import { api } from '../../../../contracts/api.ts';
import { type SeasonDraft, seasonDraft } from '../../../../contracts/catalogue.ts';
import type { Admissions } from '../../../../contracts/door.ts';
import type { HoldRequest } from '../../../../contracts/house.ts';
import type { OrderRequest, OrderView } from '../../../../contracts/order.ts';
import type { DoorDevices, Pairing } from '../../../../contracts/pairing.ts';
import { header } from '../../../../contracts/paths.ts';
import type { Plan } from '../../../../contracts/plan.ts';
import type { PlanLayout } from '../../../../lambdas/catalogue/plan-layout.ts';
import { type PublishedSeason, publishSeason } from '../../../../lambdas/catalogue/publish-season.ts';
import { readPlan } from '../../../../lambdas/catalogue/read-plan.ts';
import { openShelf } from '../../../../lambdas/catalogue/shelf.ts';
import { orderKeyOf } from '../../../../lambdas/ordering/order/order-id.ts';
import { type OpenHouseAnswer, openHouse } from '../../../../lambdas/seating/house/open-house.ts';
import { OtherFans } from '../../../../simulation/stage/other-fans.ts';
import { keys, olga } from '../../../../simulation/stage/platform.ts';
import { runUntilDone } from '../../../../simulation/stage/run-virtual.ts';
import { Stage } from '../../../../simulation/stage/stage.ts';
import { stageToken } from '../../../../simulation/stage/tokens.ts';
import { VirtualTime } from '../../../../simulation/stage/virtual-time.ts';
import { layoutOf, rowOf, zoneOf } from '../layouts.ts';

/*
 * A season in the middle of its sale, on a stage in memory: houses open and partly sold, a line live, one in its lobby,
 * orders paid, promised and unfinished, seats in a basket, a ticket that opened the door.
 *
 *   show    performance   house    sold in          what is there
 *   storm   storm-1       open     friends, public  two paid seats, one of them in; two in a basket; one set aside
 *           storm-2       open     friends, public  a promise; an order whose bank has not answered
 *           storm-3       shut     friends
 *   calm    calm-1        open     public           nothing yet: its doors open in two days
 *           calm-2        shut     later            its line is not open
 */

const hour = 3_600_000;
const day = 24 * hour;
/** Doors of the Friends' line. */
export const doors = Date.UTC(2027, 4, 1, 9);
/** Everything is edited at this hour. */
export const noon = doors + 3 * hour;
const firstNight = Date.UTC(2027, 5, 24, 18, 30);

const access = (row: ReturnType<typeof rowOf>, from: number) => ({
  ...row,
  seats: row.seats.map((seat, at) =>
    at < from
      ? seat
      : { ...seat, stampede: { access: (at - from) % 2 === 0 ? ('wheelchair' as const) : ('companion' as const) } },
  ),
});

/** Stalls of two rows with a wheelchair place, a circle, and a floor to stand on. */
export function hall(): PlanLayout {
  const inCircle = (row: ReturnType<typeof rowOf>) => ({
    ...row,
    seats: row.seats.map((seat) => ({ ...seat, category: 'Circle' })),
  });
  return layoutOf(
    [
      zoneOf('Stalls', { rows: [rowOf('Stalls', 'A', 8, 0), access(rowOf('Stalls', 'B', 8, 30), 6)] }),
      zoneOf('Circle', { position: { x: 100, y: 400 }, rows: [inCircle(rowOf('Circle', 'A', 8, 0))] }),
    ],
    {
      categories: [
        { name: 'Stalls', color: '#b3262f' },
        { name: 'Circle', color: '#3399cc' },
      ],
    },
  );
}

export function planOf(layout: unknown): Plan {
  const read = readPlan(layout);
  if (!read.ok) throw new Error(read.errors.map(({ field, message }) => `${field}: ${message}`).join('; '));
  return read.plan;
}

const dials = { shopping: 50, perMinute: 600, paused: false, passMinutes: 20, claimMinutes: 10 };
const prices = { stalls: 5000, circle: 3000 };

/** The season as it is on sale, new each time. */
export function season(plan: string): SeasonDraft {
  const performance = (id: string, startsAt: number, onSales: readonly string[], more: object = {}) => ({
    id,
    startsAt,
    plan,
    prices: { ...prices },
    onSales: [...onSales],
    ...more,
  });
  const onSale = (id: string, opensAt: number, more: object) => ({
    id,
    title: `${id} booking`,
    audienceName: `all ${id}`,
    opensAt,
    closesAt: opensAt + 2 * day,
    audience: 100,
    seatsPerFan: 8,
    holdMinutes: 10,
    dials,
    ...more,
  });
  return seasonDraft.parse({
    id: 'summer',
    title: 'Summer',
    venue: 'Playhouse',
    currency: 'GBP',
    timeZone: 'Europe/London',
    concessions: [{ id: 'under-26', name: 'Under 26', percentOff: 50 }],
    onSales: [
      onSale('friends', doors, {
        entry: 'members',
        roster: 'friends',
        returnHours: 48,
        tier: { id: 'patrons', name: 'Patrons' },
        later: [{ id: 'friends', name: 'Friends', entry: 'email', opensAt: doors + day }],
      }),
      onSale('public', doors + 2 * day + hour, { entry: 'open', seatsPerFan: 6, wheelchairPerFan: 2 }),
      onSale('later', doors + 10 * day, { entry: 'open' }),
    ],
    shows: [
      {
        id: 'storm',
        title: 'The Storm',
        byline: 'by A. Nonymous',
        description: 'Rain.',
        venue: 'Playhouse',
        poster: { ink: '#ffffff', paper: '#000000' },
        performances: [
          performance('storm-1', firstNight, ['friends', 'public'], {
            note: 'Captioned',
            allocations: [{ partner: 'bank', seats: ['Stalls-A-8'] }],
          }),
          performance('storm-2', firstNight + day, ['friends', 'public']),
          performance('storm-3', firstNight + 2 * day, ['friends']),
        ],
      },
      {
        id: 'calm',
        title: 'The Calm',
        byline: '',
        description: '',
        venue: 'Studio',
        poster: { ink: '#112233', paper: '#ddeeff' },
        performances: [
          performance('calm-1', firstNight + 10 * day, ['public']),
          performance('calm-2', firstNight + 11 * day, ['later']),
        ],
      },
    ],
  });
}

export interface SeasonOnSale {
  readonly stage: Stage;
  readonly time: VirtualTime;
  readonly plan: Plan;
  readonly draft: SeasonDraft;
  readonly others: OtherFans;
  /** Lets virtual time pass until the work is done. */
  run<Result>(work: Promise<Result>): Promise<Result>;
  /** As the function does it; an edited plan is imported before. */
  publish(season: SeasonDraft, ...plans: readonly Plan[]): Promise<PublishedSeason>;
  /** As the function does it. `now` in milliseconds since the epoch. */
  openHouse(performance: string, now?: number): Promise<OpenHouseAnswer>;
  hold(fan: string, performance: string, wish: HoldRequest, onSale?: string): Promise<Held>;
  order(held: Held, more?: Partial<OrderRequest>): Promise<OrderView>;
  /** At a door that is paired with this performance. */
  letIn(performance: string, code: string): Promise<void>;
  /** The order as its page reads it. */
  seen(order: string): Promise<OrderView>;
}

export interface Held {
  readonly pass: string;
  readonly hold: string;
  readonly slip: string;
}

export const keyOf = (order: string): string => orderKeyOf(keys.ordering.orderKey, order);
export const asStaff = { authorization: `Bearer ${stageToken(olga, doors + 1000 * day)}` };

/** The season, published and open, before anybody came. */
export async function openSeason(layout: PlanLayout = hall()): Promise<SeasonOnSale> {
  const time = new VirtualTime(doors - 2 * day);
  // Nobody reads its mails here, and a ticket is a second's work to draw.
  const stage = new Stage({ time, mails: false });
  const others = new OtherFans(stage);
  const plan = planOf(layout);
  const draft = season(plan.id);
  const run = <Result>(work: Promise<Result>) => runUntilDone(time, work);
  const { operators, platform } = stage;
  await operators.publish(draft, [plan]);
  await operators.enrol({ roster: 'friends', members: [{ member: 'A1', postcode: 'N1 1AA' }] });
  await operators.openLinesOf({ onSales: draft.onSales.filter(({ id }) => id !== 'later') });
  await operators.openHouses(['storm-1', 'storm-2', 'calm-1']);
  time.now = noon;
  const seen = async (order: string) => {
    const { url } = api('GET orders/{order}', { order });
    return (await run(stage.ask<OrderView>('GET', url, { headers: { [header.orderKey]: keyOf(order) } }))).body;
  };
  return {
    stage,
    time,
    plan,
    draft,
    others,
    run,
    seen,
    async publish(edited, ...plans) {
      const shelf = openShelf(platform.publisher);
      for (const one of plans) await shelf.publishPlan(one);
      return publishSeason(shelf, edited, time.now, [], stage.site);
    },
    openHouse: (performance, now = time.now) =>
      openHouse({ store: platform.stores.seats, files: platform.publisher }, { performances: [performance] }, now),
    async letIn(performance, code) {
      const post = async <Body>(url: string, body: object, headers: Readonly<Record<string, string>> = {}) =>
        (await run(stage.ask<Body>('POST', url, { headers, body }))).body;
      const devices = api('POST staff/door/{performance}/devices', { performance }).url;
      const { offer } = await post<DoorDevices>(devices, { act: 'offer' }, asStaff);
      const taken = { code: offer?.code, device: 'the-phone-of-a-steward' };
      const { right } = await post<Pairing>(api('POST pairings/{performance}', { performance }).url, taken);
      const scan = { door: 'North', scans: [{ code, scannedAt: time.now }] };
      const door = api('POST staff/door/{performance}', { performance }).url;
      const { admissions } = await post<Admissions>(door, scan, { authorization: `Bearer ${right}` });
      if (admissions?.[0]?.state !== 'admitted') throw new Error(`Nobody was let in: ${JSON.stringify(admissions)}`);
    },
    async hold(fan, performance, wish, onSale = 'friends') {
      const pass = others.passOf(fan, onSale);
      const held = await run(others.hold(pass, performance, wish, `${fan}-${performance}`));
      if (held.state !== 'held') throw new Error(JSON.stringify(held));
      return { pass, hold: held.hold, slip: held.slip };
    },
    async order({ pass, slip, hold }, more = {}) {
      const { status, body } = await run(
        stage.ask<OrderView>('POST', api('POST orders').url, {
          headers: { [header.pass]: pass, [header.idempotencyKey]: `order-of-${hold}` },
          body: {
            slips: [slip],
            buyer: { name: 'Ada Byron', email: 'ada@example.org' },
            payment: { method: 'box-office' },
            ...more,
          },
        }),
      );
      if (status !== 202) throw new Error(`The order was answered ${status}: ${JSON.stringify(body)}`);
      for (;;) {
        const now = await seen(body.order);
        if (now.state === 'confirmed' || now.state === 'paying') return now;
        await run(time.wait(5));
      }
    },
  };
}

/** With buyers, as the drawing above says. */
export async function seasonOnSale(): Promise<SeasonOnSale> {
  const open = await openSeason();
  const { stage, run } = open;
  const first = await open.hold('ada', 'storm-1', { seats: ['Stalls-A-1', 'Stalls-A-2'] });
  const paid = await open.order(first, {
    concessions: [{ hold: first.hold, seat: 'Stalls-A-1', concession: 'under-26' }],
  });
  const pay = api('POST staff/orders/{order}', { order: paid.order }).url;
  await run(stage.ask('POST', pay, { headers: asStaff, body: { act: 'take-payment' } }));
  const [ticket] = (await open.seen(paid.order)).tickets;
  await open.letIn('storm-1', ticket?.code ?? '');
  await open.order(await open.hold('ben', 'storm-2', { seats: ['Circle-A-1', 'Circle-A-2'] }));
  await open.order(await open.hold('cyd', 'storm-2', { best: { count: 2, access: 'wheelchair' } }), {
    payment: { method: 'sandbox-card', card: 'late' },
  });
  await open.hold('dan', 'storm-1', { seats: ['Circle-A-4', 'Circle-A-5'] });
  return open;
}
