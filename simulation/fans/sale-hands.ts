import type { SaleAct } from '../../contracts/sale-levers.ts';
import type { ActingMember } from '../../lambdas/foundation/staff/who-asks.ts';
import type { SaleLevers } from '../../lambdas/seating/house/sale-levers.ts';
import { carryReleases } from '../../lambdas/seating/levers/carry-releases.ts';
import { rememberPerformanceFiles } from '../../lambdas/seating/levers/read-sale.ts';
import { rememberAllocations } from '../../lambdas/seating/levers/set-aside.ts';
import { type TurnSaleDeps, turnSale } from '../../lambdas/seating/levers/turn-sale.ts';
import { type Morning, onSale } from '../morning.ts';
import { type Api, isExpected } from '../stage/platform.ts';
import { lived } from './line-hands.ts';

/*
 * In some mornings staff stop performances and turn the limit of seats while fans shop, now and then two of them at
 * once. Whoever turns a lever asks until it is answered, also if the function dies in between; a person who was
 * overtaken leaves it at that. When all calms down everything sells again, by the limit that was published.
 */

const ops: ActingMember = { email: 'ops@example.org', may: () => true, roleFor: () => 'ops' };

export async function turnSaleNowAndThen(morning: Morning, isOver: () => boolean): Promise<void> {
  const { turning } = morning.of;
  if (!turning) return;
  morning.isSaleAtRest = false;
  for (let act = 1; !isOver() && !morning.cloud.calm; act += 1) {
    await morning.wait(2000 + turning.wait(30_000));
    if (isOver()) return;
    if (morning.cloud.calm) break;
    const twice = turning.happens(0.2) ? 2 : 1;
    await Promise.all(Array.from({ length: twice }, (_, who) => turnOne(morning, `turn-${act}-${who}-key`)));
  }
  // Until it is answered that this is so, whoever else turned something meanwhile.
  while (!isOver() && !(await turnBack(morning))) await morning.wait(2000);
  // Whoever remembers what was turned remembers it no longer.
  await morning.wait(5000);
  morning.isSaleAtRest = true;
}

async function turnOne(morning: Morning, key: string): Promise<void> {
  const { turning, performances, seatsPerFan } = morning.of;
  if (!turning) return;
  const levers = await morning.platform.stores.seats.levers(onSale, 'latest');
  const performance = performances[turning.whole(0, performances.length - 1)]?.id ?? '';
  const common = { reason: 'a lamp fell', key, seen: levers.version };
  const released = releaseNow(morning, levers, common);
  if (released) return turn(morning, released);
  const isStopped = levers.stopped.includes(performance);
  const act: SaleAct = turning.happens(0.5)
    ? { act: isStopped ? 'sell-on' : 'stop', performances: [performance], ...common }
    : { act: 'limit', seatsPerFan: turning.whole(1, seatsPerFan + 1), ...common };
  await turn(morning, act);
}

/** Now and then seats that are set aside are released, at once or soon, or a release is taken back. */
function releaseNow(
  { of: { releasing, setAside = [] }, time }: Morning,
  { releases = [] }: SaleLevers,
  common: Pick<SaleAct, 'reason' | 'key' | 'seen'>,
): SaleAct | undefined {
  if (!releasing?.happens(0.4)) return undefined;
  const planned = releases.find(({ begun }) => !begun);
  if (planned && releasing.happens(0.3)) return { act: 'withdraw', release: planned.turn, ...common };
  const kept = setAside.flatMap(({ performance, allocations }) =>
    allocations
      .filter(
        ({ partner }) => !releases.some((one) => one.partner === partner && one.performances.includes(performance)),
      )
      .map(({ partner }) => ({ partner, performances: [performance] })),
  );
  if (kept.length === 0) return undefined;
  const one = kept[releasing.whole(0, kept.length - 1)];
  const soon = releasing.happens(0.5) && { at: Math.round(time.now) + releasing.whole(1, 40) * 1000 };
  return one && { act: 'release', ...one, ...soon, ...common };
}

/** Where nobody counts the seats, releases are carried out all the same. */
export async function carryUncounted(morning: Morning, isOver: () => boolean): Promise<void> {
  const { cloud, platform, of, time } = morning;
  if (!of.releasing || of.counting) return;
  while (!isOver()) {
    const by = cloud.start('counter');
    const { store, files } = platform.counterDeps(by);
    const carried = carryReleases({ store, files, read: files.read }, onSale, time.now);
    await lived(by, carried, (error) => {
      if (!isExpected(error)) morning.fail(error);
    });
    await morning.wait(5000);
  }
}

/** True once nothing is turned. */
async function turnBack(morning: Morning): Promise<boolean> {
  const { seatsPerFan } = morning.of;
  const { version, stopped, seatsPerFan: limit } = await morning.platform.stores.seats.levers(onSale, 'latest');
  const common = { reason: 'all is well', key: `back-${version}-key`, seen: version };
  if (stopped.length > 0) await turn(morning, { act: 'sell-on', performances: [...stopped], ...common });
  else if (limit !== undefined) await turn(morning, { act: 'limit', seatsPerFan, ...common });
  return stopped.length === 0 && limit === undefined && morning.seats.setAside.isAtRest;
}

async function turn(morning: Morning, act: SaleAct): Promise<void> {
  await morning.askAtMost(20, 'staff', `${act.act} ${act.seen}`, (api, now) =>
    turnSale(depsOf(api), ops, { onSale, act }, now),
  );
}

function depsOf(api: Api): TurnSaleDeps {
  return {
    store: api.seats,
    read: api.read,
    files: api.files,
    findActs: api.findActs,
    // Nobody looks at the seats here.
    findCounts: async () => ({ v: 1, onSale, countedAt: 0, performances: {}, holdSizes: {} }),
    findFile: rememberPerformanceFiles(api.read),
    findAllocations: rememberAllocations(api.read),
    stageMethods: [...api.payments.keys()],
    audit: api.audit,
    newId: () => 'entry-of-a-lever',
  };
}
