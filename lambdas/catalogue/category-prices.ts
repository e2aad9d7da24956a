import type { SeasonDraft } from '../../contracts/catalogue.ts';
import type { Plan } from '../../contracts/plan.ts';
import { categoryIdOf } from './plan-faults.ts';

/*
 * A price stands under the id of a category of the plan, or under its name: `Партер` is easier to write than the id that
 * was made of it. Published is the id.
 */

/** The draft with ids. A text that is neither an id nor a name stays as it is, and is found to be a fault. */
export function withCategoryIds(draft: SeasonDraft, plans: ReadonlyMap<string, Plan>): SeasonDraft {
  return {
    ...draft,
    shows: draft.shows.map((show) => ({
      ...show,
      performances: show.performances.map((performance) => ({
        ...performance,
        prices: priceIds(performance.prices, plans.get(performance.plan)),
      })),
    })),
  };
}

function priceIds(prices: Readonly<Record<string, number>>, plan: Plan | undefined): Record<string, number> {
  const ids = new Set(plan?.categories.map(({ id }) => id));
  return Object.fromEntries(
    Object.entries(prices).map(([key, price]) => {
      const id = categoryIdOf(key);
      const isName = !ids.has(key) && ids.has(id) && !Object.hasOwn(prices, id);
      return [isName ? id : key, price];
    }),
  );
}
