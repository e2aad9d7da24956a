import type { SeasonDraft } from '../../contracts/catalogue.ts';
import type { FieldError } from '../../contracts/refusals.ts';
import { unprintable } from '../../rules/letters/printable.ts';
import type { OpenToFans } from './contradictions.ts';
import type { PlanLayout } from './plan-layout.ts';

/*
 * A ticket's text must be of letters that it can print: a fan at the door would hold one with boxes on it. That is a
 * show's title and venue, a performance's own hall, a concession's name, and a seat's section, row and number. All else
 * stands on pages and in mails alone, where the reader's own device has the letters.
 *
 * Text that is published already stands. It may be on tickets, and a house that is open could not change it.
 */

/** The fault of one field, if it has letters that no ticket can print. */
export function unprintableFault(field: string, text: string): FieldError | undefined {
  const signs = unprintable(text);
  if (signs.length === 0) return undefined;
  const named = signs.slice(0, 5).map((sign) => `${sign} (${[...sign].map(pointOf).join(' ')})`);
  const more = signs.length > 5 ? ` and ${signs.length - 5} more` : '';
  return {
    field,
    message: `tickets cannot print ${named.join(', ')}${more}: leave it out here, or write it in words. Descriptions and notes may have it`,
  };
}

export function* unprintableFaults(
  { shows, concessions = [] }: SeasonDraft,
  { shows: published, performances }: Pick<OpenToFans, 'shows' | 'performances'>,
): Generator<FieldError> {
  const sold = new Set([...performances.values()].flatMap((one) => (one.concessions ?? []).map(({ name }) => name)));
  for (const [at, { name }] of concessions.entries())
    if (!sold.has(name)) yield* faultsIn([[`concessions.${at}.name`, name]]);
  for (const [at, { id, title, venue, performances: drafted }] of shows.entries()) {
    const stands = [published.get(id), ...drafted.map((one) => performances.get(one.id))];
    if (!stands.some((file) => file?.title === title)) yield* faultsIn([[`shows.${at}.title`, title]]);
    if (!stands.some((file) => file?.venue === venue)) yield* faultsIn([[`shows.${at}.venue`, venue]]);
    for (const [p, one] of drafted.entries())
      if (one.venue !== undefined && performances.get(one.id)?.venue !== one.venue)
        yield* faultsIn([[`shows.${at}.performances.${p}.venue`, one.venue]]);
  }
}

/** Of a plan: sections, rows and seats have their names on tickets, once a row. */
export function* unprintablePlanFaults({ zones }: PlanLayout): Generator<FieldError> {
  for (const [z, { name, zone_id, rows }] of zones.entries()) {
    yield* faultsIn([[name ? `zones.${z}.name` : `zones.${z}.zone_id`, name || zone_id || '']]);
    for (const [r, { row_number, seats }] of rows.entries()) {
      yield* faultsIn([[`zones.${z}.rows.${r}.row_number`, row_number]]);
      for (const [s, { seat_number }] of seats.entries())
        yield* faultsIn([[`zones.${z}.rows.${r}.seats.${s}.seat_number`, seat_number]]);
    }
  }
}

function* faultsIn(fields: readonly (readonly [string, string])[]): Generator<FieldError> {
  for (const [field, text] of fields) {
    const fault = unprintableFault(field, text);
    if (fault) yield fault;
  }
}

/** `U+1F384` */
function pointOf(sign: string): string {
  return `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
