/**
 * Asking again and again: never twice at once, and at once when somebody comes back to the page. `act`
 * answers how many milliseconds to wait before the next time; undefined ends it.
 *
 *     act ──▶ wait ──▶ act ──▶ …        wake() ends the wait
 */
export interface Timers {
  readonly set: (act: () => void, milliseconds: number) => number;
  readonly clear: (timer: number) => void;
  /** Tells of a fault of ours. */
  readonly report: (fault: unknown) => void;
}

export interface Poll {
  readonly wake: () => void;
}

/** A fault in one turn is reported, and does not end the asking. Milliseconds. */
const afterFault = 10_000;

export function keepAsking(timers: Timers, act: () => Promise<number | undefined>): Poll {
  let timer: number | undefined;
  let acting = false;

  const turn = async () => {
    if (acting) return;
    acting = true;
    if (timer !== undefined) timers.clear(timer);
    timer = undefined;
    let pause: number | undefined = afterFault;
    try {
      pause = await act();
    } catch (fault) {
      timers.report(fault);
    }
    acting = false;
    if (pause !== undefined) timer = timers.set(turn, pause);
  };

  void turn();
  return { wake: () => void turn() };
}

/** Spreads a pause by a fifth either way, so that a crowd that arrived together does not stay in step. */
export function spread(milliseconds: number, chance: number): number {
  return Math.round(milliseconds * (0.8 + 0.4 * chance));
}
