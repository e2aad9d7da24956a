import type { SectionModel } from './plan-model.ts';

/**
 * The look of each seat, a byte a seat, with a version for each section: a section is drawn anew only when one of its
 * seats looks different. Fans' own seats are drawn above the others and are not among these.
 */
export const look = { free: 0, taken: 1, dim: 2 } as const;

export interface SectionStates {
  readonly version: number;
  readonly looks: Uint8Array;
  readonly free: number;
}

export function statesOf(
  { seats }: Pick<SectionModel, 'seats'>,
  taken: ReadonlySet<string>,
  category: string | undefined,
  before?: SectionStates,
): SectionStates {
  const looks = Uint8Array.from(seats, (seat) =>
    taken.has(seat.id) ? look.taken : category !== undefined && category !== seat.category ? look.dim : look.free,
  );
  if (before && looks.every((one, index) => one === before.looks[index])) return before;
  const free = looks.reduce((sum, one) => sum + (one === look.taken ? 0 : 1), 0);
  return { version: (before?.version ?? 0) + 1, looks, free };
}
