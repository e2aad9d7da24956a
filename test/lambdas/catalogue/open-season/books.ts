import type { PerformanceFile, Season, ShowFile } from '../../../../contracts/catalogue.ts';
import { published } from '../../../../contracts/paths.ts';
import type { PerformanceActs } from '../../../../contracts/performance-acts.ts';
import { type Plan, seatLabel, seatsInOrder } from '../../../../contracts/plan.ts';
import type { OpenHouses } from '../../../../contracts/stock.ts';
import type { SeasonOnSale } from './season-on-sale.ts';

/* What all comparisons of `contradictions-in.ts` read. */

/** These are to be the same. */
export type Same = (what: string, one: unknown, other: unknown) => void;
export type Say = (sentence: string) => void;
export type Books = Awaited<ReturnType<typeof readBooks>>;

export async function readBooks({ stage, time }: SeasonOnSale) {
  const { files, stores } = stage.platform;
  const file = <File>(path: string) => files.get(path) as File | undefined;
  const season = file<Season>(published.season());
  if (!season) throw new Error('No season is published');
  const { orders } = await stores.orders.page(1000);
  const houses = Object.entries(file<OpenHouses>(published.openHouses())?.onSales ?? {});
  return {
    file,
    season,
    now: time.now,
    paths: [...files.keys()],
    shows: season.shows.flatMap(({ id }) => file<ShowFile>(published.show(id)) ?? []),
    performance: (id: string) => file<PerformanceFile>(published.performance(id)),
    cancelled: new Set(
      (file<PerformanceActs>(published.performanceActs())?.acts ?? []).flatMap((one) =>
        one.act === 'cancel' ? [one.performance] : [],
      ),
    ),
    open: [...new Set(houses.flatMap(([, ids]) => ids))],
    orders,
  };
}

/** The seats of a plan, as tickets name them. */
export function seatsBy(plan: Plan) {
  return new Map(
    plan.sections.flatMap((section) =>
      seatsInOrder(section).map((seat) => [
        seat.id,
        { label: seatLabel(section, seat.row, seat), category: seat.category },
      ]),
    ),
  );
}
