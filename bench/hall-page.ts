import type { SeasonDraft } from '../contracts/catalogue.ts';
import { type Plan, seatsInOrder } from '../contracts/plan.ts';
import { generators } from '../examples/plans/generate.ts';
import { chances } from '../examples/random.ts';
import { readPlan } from '../lambdas/catalogue/read-plan.ts';
import { StageServer } from '../simulation/stage/http/stage-server.ts';
import { OtherFans } from '../simulation/stage/other-fans.ts';
import { RealTime } from '../simulation/stage/real-time.ts';
import { Stage } from '../simulation/stage/stage.ts';

const plan = arena();
const performance = 'arena-1';
const day = 86_400_000;

/** The plan of the example world `arena`. */
function arena(): Plan {
  const read = readPlan(generators.arena(11));
  if (!read.ok) throw new Error(`The arena is no plan: ${read.errors[0]?.message}`);
  return read.plan;
}

export interface HallPage {
  readonly base: string;
  stop(): Promise<void>;
}

/** The hall page of an arena on a stage: four seats of ten are gone, and two of a thousand more go every second. */
export async function serveHall(dist: string): Promise<HallPage> {
  const chance = chances(3);
  const time = new RealTime();
  const stage = new Stage({ time, mails: false });
  const all = plan.sections.flatMap((section) => seatsInOrder(section));
  const gone = all.filter(() => chance() < 0.4).map(({ id }) => id);
  await stage.operators.publish(seasonOf(time.now, gone), [plan]);
  await stage.operators.openHouses([performance]);
  const server = new StageServer({ stage, site: dist });
  const base = await server.open();
  const left = all.filter(({ id, access }) => !gone.includes(id) && access === undefined).map(({ id }) => id);
  const others = new OtherFans(stage);
  let stopped = false;
  const shopping = (async () => {
    while (!stopped) {
      const seats = left.filter(() => chance() < 0.002);
      await others.take(performance, seats, 'everyone');
      for (const seat of seats) left.splice(left.indexOf(seat), 1);
      await time.wait(1000);
    }
  })();
  return {
    base,
    stop: async () => {
      stopped = true;
      await shopping;
      time.stop();
      await server.close();
    },
  };
}

function seasonOf(now: number, gone: readonly string[]): SeasonDraft {
  const dials = { shopping: 1000, perMinute: 1000, paused: false, passMinutes: 15, claimMinutes: 10 };
  return {
    id: 'arena',
    title: 'The arena',
    venue: 'The arena',
    currency: 'GBP',
    timeZone: 'Europe/London',
    onSales: [
      {
        id: 'everyone',
        title: 'Everyone',
        audienceName: 'everyone',
        opensAt: now - day,
        closesAt: now + day,
        entry: 'open',
        audience: 1000,
        seatsPerFan: 6,
        holdMinutes: 60,
        dials,
      },
    ],
    shows: [
      {
        id: 'arena',
        title: 'The arena',
        byline: '',
        description: '',
        venue: 'The arena',
        poster: { ink: '#000000', paper: '#ffffff' },
        performances: [
          {
            id: performance,
            startsAt: now + 60 * day,
            plan: plan.id,
            prices: Object.fromEntries(plan.categories.map(({ id }, index) => [id, 4_000 + 1_500 * index])),
            onSales: ['everyone'],
            allocations: Array.from({ length: Math.ceil(gone.length / 5000) }, (_, nth) => ({
              partner: `partner-${nth + 1}`,
              seats: gone.slice(nth * 5000, (nth + 1) * 5000),
            })),
          },
        ],
      },
    ],
  };
}
