import type { Plan } from '../../contracts/plan.ts';
import type { FieldError } from '../../contracts/refusals.ts';
import type { PlanLayout } from './plan-layout.ts';
import { readPlan } from './read-plan.ts';

/** The place of published plans. Publishing the same plan again writes the same bytes to the same place. */
export interface PlanShelf {
  readonly publishPlan: (plan: Plan) => Promise<void>;
}

export type ImportedPlan =
  | { readonly ok: true; readonly plan: string; readonly seats: number; readonly sections: number }
  | { readonly ok: false; readonly detail: string; readonly errors: readonly FieldError[] };

/**
 * Reads a layout and publishes the plan it describes. If something is wrong with the layout, it says so place by place.
 */
export async function importPlan(shelf: PlanShelf, layout: PlanLayout): Promise<ImportedPlan> {
  const read = readPlan(layout);
  if (!read.ok)
    return {
      ok: false,
      detail: read.errors.map(({ field, message }) => `${field}: ${message}`).join('; '),
      errors: read.errors,
    };
  await shelf.publishPlan(read.plan);
  return { ok: true, plan: read.plan.id, seats: read.plan.seats, sections: read.plan.sections.length };
}
