import { published } from '../contracts/paths.ts';
import { openHouse } from '../lambdas/seating/house/open-house.ts';
import { loadRoster } from '../lambdas/waiting-room/entry/load-roster.ts';
import { openLine } from '../lambdas/waiting-room/opening/open-line.ts';
import { audienceOf, type Fan, paced } from '../rehearsal/fans/audience.ts';
import { chanceOf } from '../rehearsal/fans/chance.ts';
import type { BeaconFaults } from '../stand-ins/beacon/faults.ts';
import { auditActs } from './audit/audit-acts.ts';
import { Breach, type Invariant } from './audit/breach.ts';
import { actOnPerformances, followNowAndThen, type PlannedAct, plannedActs } from './fans/act-hands.ts';
import { laterTiers, memberOf, roster } from './fans/entrant.ts';
import { FanLife } from './fans/fan.ts';
import { judgeNowAndThen } from './fans/judge-hands.ts';
import { keepPace, turnDialsNowAndThen } from './fans/line-hands.ts';
import { tendNowAndThen } from './fans/order-hands.ts';
import { carryUncounted, turnSaleNowAndThen } from './fans/sale-hands.ts';
import { addDate, keepCounting } from './fans/stock-hands.ts';
import { countingOf, kindOf, type MorningKind, withFrail } from './kind.ts';
import { Morning, onSale, opensAt } from './morning.ts';
import { takeLapsedSeats } from './probe.ts';
import { closesAt, isAtRest, isFollowed, isLineAtRest, nobodyNeedBeCalled, restsAfter } from './rest.ts';
import { promiseChain } from './seeds.ts';
import { smallHouses, withSetAside } from './small-house.ts';
import type { Crash } from './stage/cloud.ts';
import { plainCopy } from './stage/plain-copy.ts';
import { keys, newMarkKey, type Spoils } from './stage/platform.ts';
import { turn } from './stage/run-virtual.ts';
import { type FaultCounts, weatherOf } from './stage/weather.ts';

/**
 * Long because a morning is made, prepared, played and ended here. One run of a whole on-sale in virtual time, from its seed alone. The seed says who comes, how large the houses are,
 * and what goes wrong and when. Every invariant is checked at every effect. Then all is let come to rest, without
 * faults, and the invariants of the end are checked as well.
 */
export interface RunOptions {
  readonly seed: number;
  /** As many as the seed says if left out. */
  readonly fans?: number;
  /** After so many a message is set aside; as in the real queues if left out. */
  readonly tries?: number;
  /** Keeps the chronicle. */
  readonly kept?: boolean;
  readonly spoils?: Spoils;
  /** Traits of the morning, whatever the seed says. */
  readonly kind?: Partial<MorningKind> | undefined;
  /** A process is killed at this call, beside what the weather does. */
  readonly crash?: Crash;
}

export interface Run {
  readonly seed: number;
  readonly fans: number;
  readonly steps: number;
  readonly calls: number;
  readonly faults: FaultCounts;
  /** Whether the crash that was asked for killed a process. */
  readonly struck: boolean;
  readonly breach?: {
    readonly invariant: Invariant;
    readonly sentence: string;
    readonly step: number;
    readonly time: string;
    /** The chronicle's lines on the subject of the breach. */
    readonly history: readonly string[];
  };
  readonly digest?: string;
  readonly lines?: readonly string[];
  /** Names of all calls in their order, of a run that is kept. */
  readonly called?: readonly string[];
}

const minute = 60_000;

/** After so long nothing fails any more, and everything must come to rest within the time that follows. */
const roughMs = 8 * minute;
/** An order that nobody pays is given up ten minutes after its seats. */
const longRoughMs = 16 * minute;
const restMs = 90 * minute;

export async function simulate(options: RunOptions): Promise<Run> {
  const { seed, kept = false, spoils = {} } = options;
  const { morning, fans, acts } = make(options);
  const restore = spoils.during?.();
  const { structuredClone } = globalThis;
  globalThis.structuredClone = plainCopy;
  try {
    await prepare(morning, fans);
    await play(morning, fans, acts);
    if (!morning.breach) await atEnd(morning);
  } catch (error) {
    morning.fail(error);
  } finally {
    globalThis.structuredClone = structuredClone;
    restore?.();
  }
  return runOf(morning, seed, fans.length, kept);
}

/** From 12 to 40, mostly few; every hundredth is an on-sale of a thousand fans and more. */
function sizeOf(seed: number, draw: ReturnType<typeof chanceOf>): number {
  return seed % 100 === 0 ? draw.whole(1000, 1200) : 12 + Math.floor(29 * draw.next() ** 3);
}

function make({ seed, fans: asked, tries, kept = false, spoils = {}, crash, kind: askedKind }: RunOptions) {
  const kind = kindOf(seed, askedKind);
  const { isCounted } = kind;
  const more = chanceOf(seed, 6);
  const draw = chanceOf(seed, 1);
  const count = asked ?? sizeOf(seed, draw);
  const isLarge = count > 200;
  const usual = weatherOf(draw, opensAt);
  const weather = withFrail(tries === undefined ? usual : { ...usual, mostReceives: tries }, kind);
  const seatsPerFan = draw.whole(3, 6);
  // In some houses seats are held for longer than an ask may take, and wherever asks are lost.
  const holdMinutes = weather.sick || draw.happens(0.3) ? draw.whole(3, 6) : draw.whole(1, 2);
  // Where seats are counted they are so few that they often sell out.
  const seats = Math.ceil(count * (isCounted ? 0.3 + 1.1 * draw.next() : 0.7 + 1.6 * draw.next()));
  const isAdded = isCounted && more.happens(0.5);
  const performances = (isLarge ? 6 : draw.whole(1, isCounted ? 2 : 3)) + (isAdded ? 1 : 0);
  const lobbyMs = 20_000;
  const startsAt = opensAt + (draw.happens(0.5) ? 60 * minute + draw.whole(4, 12) * minute : 30 * 24 * 60 * minute);
  const hasAccess = !isCounted || more.happens(0.3);
  const drawn = smallHouses(draw, {
    onSale,
    seats,
    performances,
    seatsPerFan,
    holdMinutes,
    startsAt,
    hasAccess,
    isTight: isCounted,
    ...(kind.isRestless && { nearRows: 1 }),
  });
  const houses = kind.turnsSale ? withSetAside(chanceOf(seed, 43), drawn) : drawn;
  const counting = countingOf(more, isAdded ? houses.performances.at(-1)?.id : undefined);
  const dials = {
    shopping: isLarge ? 250 : draw.whole(3, 10),
    perMinute: isLarge ? 6000 : draw.whole(60, 600),
    paused: false,
    passMinutes: draw.whole(1, 3),
    claimMinutes: 1,
  };
  const chance = chanceOf(seed, 2);
  // Shards so small that they fill up, and banks so small that there are several.
  const layout = { cap: draw.whole(1, 4), tile: 4, bank: 16 };
  const beacon = beaconOf(chanceOf(seed, 3));
  const later = laterTiers(chanceOf(seed, 4));
  const told = { later, chance, weather, seatsPerFan, holdMinutes, dials, lobbyMs, layout, beacon, kept, spoils };
  const morning = new Morning({
    ...{ ...houses, ...told, letters: true },
    ...(isCounted && { counting }),
    ...(kind.givesSome && { giving: chanceOf(seed, 33) }),
    ...(kind.turnsSale && { turning: chanceOf(seed, 42), releasing: chanceOf(seed, 44) }),
    ...{ ordersAreLeft: kind.ordersAreLeft, isRestless: kind.isRestless, ...(crash && { crash }) },
  });
  const pace = 15 + 25 * draw.next();
  const fans = audienceOf({ seed, fans: count, untilDoors: lobbyMs - 2000 }).map((fan) => paced(fan, pace));
  const acts = plannedActs(chanceOf(seed, 5), performances);
  return { morning, fans, acts };
}

/** Most lines have the public beacon. It works, or is silent from before the doors on, or is late all the time. */
function beaconOf(draw: ReturnType<typeof chanceOf>): BeaconFaults | undefined {
  const kind = draw.weighted([2, 5, 2, 1]);
  if (kind === 0) return undefined;
  if (kind === 2) return { silentUntil: opensAt + draw.whole(1, 60) * 1000 };
  return kind === 3 ? { lateMs: draw.whole(1, 20) * 500 } : {};
}

/** Before anything can go wrong: files, roster, houses, the line. */
async function prepare(morning: Morning, fans: readonly { readonly number: number }[]): Promise<void> {
  const { platform, time, of } = morning;
  const { publisher, stores } = platform;
  await publisher.write(published.plan(of.plan.id), of.plan);
  for (const file of of.performances) await publisher.write(published.performance(file.id), file);
  for (const file of of.setAside ?? []) await publisher.write(published.allocations(file.performance), file);
  const members = fans.map((fan) => memberOf(fan));
  await loadRoster({ fans: stores.fans, keys: keys.line }, { roster, members });
  const performances = of.performances.map(({ id }) => id).filter((id) => id !== of.counting?.added);
  await openHouse({ store: stores.seats, files: publisher }, { performances }, time.now);
  const opened = await openLine(
    {
      ...{ lines: stores.lines, marks: stores.marks, files: publisher, keys: keys.line, newMarkKey },
      ...{ layout: of.layout, roomParts: 3 },
      beacon: platform.beacon?.chain,
    },
    {
      onSale,
      title: 'Friends of the theatre',
      opensAt,
      closesAt,
      entry: 'members',
      roster,
      ...(of.later && of.later.length > 0 && { tier: { id: 'members', name: 'Members' }, later: [...of.later] }),
      audience: fans.length,
      dials: of.dials,
    },
    time.now,
  );
  if (!opened.ok) throw new Error(opened.detail);
  promiseChain(opened.line.chain.anchor);
}

async function play(morning: Morning, fans: readonly Fan[], acts: readonly PlannedAct[]): Promise<void> {
  const { time, cloud, platform } = morning;
  let over = false;
  const isOver = () => over;
  const fanLives = fans.map((fan) => new FanLife(morning, fan));
  for (const life of fanLives) morning.spawn(life.name, life.live());
  const lives = () => morning.isBusy;
  const hands = [
    keepPace(morning, isOver),
    keepPace(morning, isOver),
    turnDialsNowAndThen(morning, isOver),
    tendNowAndThen(morning, isOver),
    actOnPerformances(morning, acts, isOver),
    ...(acts.length > 0 ? [followNowAndThen(morning, chanceOf(acts[0]?.at ?? 0, 6), isOver)] : []),
    turnSaleNowAndThen(morning, isOver),
    carryUncounted(morning, isOver),
    keepCounting(morning, isOver),
    addDate(morning, isOver),
    judgeNowAndThen(
      morning,
      fanLives.map(({ key }) => key),
      isOver,
    ),
  ];
  for (const hand of hands) hand.catch((error: unknown) => morning.fail(error));
  const calmDown = () => {
    if (!cloud.calm) morning.note('weather', () => ({ what: 'calm from now on', about: [] }));
    cloud.calm = true;
    platform.redrive();
    morning.post?.redrive();
    time.after(15_000, () => void (over || calmDown()));
  };
  const { ordersAreLeft } = morning.of;
  const rough = ordersAreLeft ? longRoughMs : roughMs;
  time.after(opensAt + rough - time.now, calmDown);
  const limit = opensAt + rough + restMs;
  // An order that its fan left is looked after while things still fail.
  const isLeft = () => ordersAreLeft === true && morning.orders.moving(restsAfter).length > 0;
  let probed = false;
  while (!morning.breach) {
    if (!cloud.calm && !lives() && !isLeft()) calmDown();
    if (cloud.calm && !lives() && morning.isSaleAtRest && isAtRest(morning) && (await isFollowed(morning, acts))) {
      if (probed) break;
      probed = true;
      morning.spawn('latecomer', takeLapsedSeats(morning));
    }
    if (time.now > limit) throw unfinished(morning);
    if (!time.step()) throw unfinished(morning);
    morning.steps += 1;
    await turn();
  }
  over = true;
}

function unfinished(morning: Morning): Breach {
  const [order] = morning.orders.moving(restsAfter);
  if (!morning.isSaleAtRest) morning.seats.setAside.atEnd();
  const { progress, places } = morning.line;
  const unrest = morning.of.counting && morning.stock.unrest(morning.time.now);
  if (unrest !== undefined && morning.time.now < closesAt) return new Breach('stock', unrest, ['stock', 'line']);
  if (!morning.told.isWhole) morning.told.atEnd();
  if (progress && !isLineAtRest(morning))
    return new Breach(
      'W6',
      `The line stands: ${progress.calledUpTo} of ${progress.drawn} called, ${places.size} joined`,
      ['line'],
    );
  if (order) return new Breach('answered', `Order ${order} never came to rest`, [order]);
  const [fan = 'somebody'] = morning.waiting;
  return new Breach('answered', `${fan} never got an answer`, [fan]);
}

async function atEnd(morning: Morning): Promise<void> {
  const { now } = morning.time;
  morning.line.atEnd(nobodyNeedBeCalled(morning));
  morning.seats.atEnd(
    morning.of.performances.map(({ id }) => id),
    now,
  );
  morning.orders.atEnd();
  morning.told.atEnd();
  auditActs(morning.platform.files, morning.orders.orders.values());
}

function runOf(morning: Morning, seed: number, fans: number, kept: boolean): Run {
  const { breach, steps, cloud, chronicle } = morning;
  return {
    seed,
    fans,
    steps,
    calls: cloud.calls,
    faults: cloud.counts,
    struck: cloud.struck,
    ...(breach && {
      breach: {
        invariant: breach.invariant,
        sentence: breach.message,
        step: steps,
        time: chronicle.timeOf(morning.time.now),
        history: chronicle.lines(breach.about),
      },
    }),
    ...(kept && { digest: chronicle.digest(), lines: chronicle.lines(), called: cloud.called }),
  };
}
