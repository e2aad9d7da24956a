import type { Season } from '../../contracts/catalogue.ts';
import type { Board } from '../../contracts/line.ts';
import type { DeployRefusal } from './refusal.ts';

/**
 * A stage is left alone while a line is live, and in the hour before its doors: a deployment starts every function anew, and
 * an error in it would meet everybody at once. What is live is read as any fan reads it, from the season and the boards. If
 * it cannot be read, it cannot be told, and that is refused too.
 */
export const quietBeforeDoorsMs = 3_600_000;

/** What came of reading a published file. */
export type Read<File> =
  | { readonly is: 'there'; readonly file: File }
  | { readonly is: 'missing' }
  | { readonly is: 'unknown'; readonly why: string };

export interface LinesSeen {
  readonly season: Read<Season>;
  /** Boards by the id of their on-sale: those of `askedFor`. */
  readonly boards: ReadonlyMap<string, Read<Board>>;
}

/** The on-sales that may be live at that time: their boards say. */
export function askedFor(season: Read<Season>, now: number): readonly string[] {
  if (season.is !== 'there') return [];
  return season.file.onSales
    .filter(
      ({ opensAt, tiers = [] }) => Math.min(opensAt, ...tiers.map((tier) => tier.opensAt)) <= now + quietBeforeDoorsMs,
    )
    .filter(({ closesAt }) => now < closesAt)
    .map(({ id }) => id);
}

export function lineRefusals(stage: string, { season, boards }: LinesSeen, now: number): readonly DeployRefusal[] {
  const unknown = (what: string, why: string): DeployRefusal => ({
    sentence: `Whether a line of ${stage} is live cannot be told: ${what} cannot be read (${why}).`,
    phrase: `deploy ${stage} without knowing its lines`,
  });
  if (season.is === 'unknown') return [unknown('the published season', season.why)];
  if (season.is === 'missing') return [];
  const asked = new Set(askedFor(season, now));
  return season.file.onSales.flatMap(({ id, opensAt, tiers = [] }) => {
    if (!asked.has(id)) return [];
    const board = boards.get(id) ?? ({ is: 'unknown', why: 'nobody asked' } as const);
    if (board.is === 'unknown') return [unknown(`the board of ${id}`, board.why)];
    const doors = Math.min(opensAt, ...tiers.map((tier) => tier.opensAt));
    const minutes = Math.ceil((doors - now) / 60_000);
    if (board.is === 'there' && board.file.phase === 'closed') return [];
    // Doors whose line nobody opened yet are doors all the same until their time is over.
    if (board.is === 'missing' && minutes <= 0) return [];
    const sentence =
      minutes > 0
        ? `The doors of ${id} open in ${minutes} minutes.`
        : `The line of ${id} is live${board.is === 'there' ? `: ${board.file.phase}, ${board.file.waiting} wait` : ''}.`;
    return [{ sentence, phrase: `deploy ${stage} while ${id} is live` }];
  });
}
