import type { Plan } from '../../contracts/plan.ts';
import type { FieldError } from '../../contracts/refusals.ts';
import { isObject } from './layout/written.ts';
import { readPlan } from './read-plan.ts';

/** The place of published plans. Publishing the same plan again writes the same bytes to the same place. */
export interface PlanShelf {
  /** A file that an operator put into the published bucket, under `layouts/`; undefined if there is none. */
  readonly readLayout: (path: string) => Promise<unknown>;
  readonly publishPlan: (plan: Plan) => Promise<void>;
}

export type ImportedPlan =
  | {
      readonly ok: true;
      readonly plan: string;
      readonly seats: number;
      readonly sections: number;
      /** The parts that were read otherwise than they were written, and where. */
      readonly mentions: readonly FieldError[];
    }
  | { readonly ok: false; readonly detail: string; readonly errors: readonly FieldError[] };

/**
 * Reads a layout and publishes the plan it describes. Given is the layout itself or `{ "layout": "layouts/<name>.json" }`,
 * a file in the published bucket: a function is handed 6 MB at most, which is a hall of some 40,000 seats. If something
 * is wrong with the layout, it says so place by place.
 */
export async function importPlan(shelf: PlanShelf, given: unknown): Promise<ImportedPlan> {
  const key = isObject(given) && typeof given.layout === 'string' ? given.layout : undefined;
  const found = key === undefined ? { ok: true as const, layout: given } : await readUploaded(shelf, key);
  if (!found.ok) return refused([{ field: 'layout', message: found.message }]);
  const read = readPlan(found.layout);
  if (!read.ok) return refused(read.errors);
  const { plan, mentions } = read;
  await shelf.publishPlan(plan);
  return { ok: true, plan: plan.id, seats: plan.seats, sections: plan.sections.length, mentions };
}

async function readUploaded(
  shelf: PlanShelf,
  key: string,
): Promise<{ readonly ok: true; readonly layout: unknown } | { readonly ok: false; readonly message: string }> {
  const path = key.replace(/^\/+/, '');
  if (!/^layouts\/[A-Za-z0-9][A-Za-z0-9._-]{0,99}\.json$/.test(path))
    return { ok: false, message: 'name a file of the published bucket, as in layouts/stadium.json' };
  try {
    const layout = await shelf.readLayout(path);
    if (layout === undefined)
      return {
        ok: false,
        message: `there is no ${path} in the published bucket: upload it first (docs/publishing.md)`,
      };
    return { ok: true, layout };
  } catch (error) {
    const cause = error instanceof SyntaxError ? error : (error as Error).cause;
    if (cause instanceof SyntaxError) return { ok: false, message: `${path} is no JSON: ${cause.message}` };
    throw error;
  }
}

function refused(errors: readonly FieldError[]): ImportedPlan {
  return { ok: false, detail: errors.map(({ field, message }) => `${field}: ${message}`).join('; '), errors };
}
