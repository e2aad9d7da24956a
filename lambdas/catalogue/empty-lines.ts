import type { SeasonDraft } from '../../contracts/catalogue.ts';
import type { FieldError } from '../../contracts/refusals.ts';
import { carriedOver } from './carried-over.ts';
import { isLineOver, isOver, type OpenToFans } from './contradictions.ts';

/*
 * A line that is open sells something. People wait in it, perhaps before the first house is opened, and a season that
 * takes the last performance out of it would let them wait for nothing. So would one that leaves only what is cancelled or
 * over.
 */

export function* emptyLines(draft: SeasonDraft, standing: OpenToFans, now: number): Generator<FieldError> {
  const { lines, shows, performances } = standing;
  const carried = carriedOver(draft, standing, now)
    .shows.flatMap(({ id }) => shows.get(id)?.performances ?? [])
    .filter((one) => !one.cancelled);
  const drafted = draft.shows.flatMap((show) => show.performances).filter(({ id }) => !performances.get(id)?.cancelled);
  const kept = new Set([...drafted, ...carried].filter((one) => !isOver(one, now)).flatMap((one) => one.onSales));
  const before = [...shows.values()].flatMap((show) => show.performances);
  for (const [id, line] of lines) {
    if (isLineOver(line, now) || kept.has(id)) continue;
    const lost = before.find((one) => one.onSales.includes(id) && !one.cancelled && !isOver(one, now));
    if (lost)
      yield {
        field: 'shows',
        message: `the line "${id}" is open, and nothing would be sold in it: leave ${lost.id} or another performance in it`,
      };
  }
}
