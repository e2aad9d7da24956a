import { isByCapacity, type Plan, type PlanSeat, type PlanSection } from '../../contracts/plan.ts';
import { isGeneral } from '../../rules/access-seats.ts';

/** Where seats side by side are free, nearest to the stage: one block, one price. */
export interface BestPlace {
  readonly section: PlanSection;
  readonly category: string;
}

/**
 * What a fan is offered is named before they tap: its price and its block, and the tap asks for that and nothing else. So
 * nobody is given a dearer seat, or a place to stand, who did not see it said. A place to stand is offered only where
 * there is nothing to sit on, or where it was chosen. Undefined: nowhere are so many side by side.
 */
export function bestPlace(
  plan: Pick<Plan, 'sections' | 'focalPoint'>,
  taken: ReadonlySet<string>,
  count: number,
  wish: { readonly category: string | undefined; readonly section: string | undefined },
): BestPlace | undefined {
  const asked = plan.sections.filter(({ id }) => wish.section === undefined || id === wish.section);
  const seated = asked.filter((section) => !isByCapacity(section));
  return nearest(plan, seated, taken, count, wish.category) ?? nearest(plan, asked, taken, count, wish.category);
}

function nearest(
  { focalPoint }: Pick<Plan, 'focalPoint'>,
  sections: readonly PlanSection[],
  taken: ReadonlySet<string>,
  count: number,
  category: string | undefined,
): BestPlace | undefined {
  let best: (BestPlace & { readonly far: number }) | undefined;
  for (const section of sections) {
    for (const { seats } of section.rows) {
      let run: PlanSeat[] = [];
      for (const seat of seats) {
        const isFree = isGeneral(seat) && !taken.has(seat.id) && (category === undefined || seat.category === category);
        if (!isFree) run = [];
        else run = run[0]?.category === seat.category ? [...run.slice(1 - count || run.length), seat] : [seat];
        if (run.length < count) continue;
        const far = run.reduce((sum, { x, y }) => sum + Math.hypot(x - focalPoint.x, y - focalPoint.y), 0);
        if (!best || far < best.far) best = { section, category: seat.category, far };
      }
    }
  }
  return best && { section: best.section, category: best.category };
}

/** The last answer: a page is drawn every second, and seats change less often. */
export function rememberBestPlace(): typeof bestPlace {
  let known: { readonly given: readonly unknown[]; readonly found: BestPlace | undefined } | undefined;
  return (plan, taken, count, wish) => {
    const given = [plan, taken, count, wish.category, wish.section];
    if (!known || known.given.some((one, at) => one !== given[at]))
      known = { given, found: bestPlace(plan, taken, count, wish) };
    return known.found;
  };
}
