/** A pass as it is counted. The number tells the passes of one fan apart. */
export interface CountedPass {
  /** Milliseconds since the epoch, whole steps of `expiryStepMs`. */
  readonly expiresAt: number;
  readonly position: number;
  readonly number: number;
}

/** With those who came late: passes in use may exceed the dial by so many. */
export interface CountedShoppers extends Shoppers {
  /** Late or returning, of the passes whose time is not over. */
  readonly late: number;
}

/**
 * The fans who are shopping. Passes are kept as sets, not as counters: counting or giving back the same pass twice,
 * after a crash or a retry, changes nothing.
 */
export interface ShoppersStore {
  count(onSale: string, pass: CountedPass, late: boolean): Promise<void>;
  /** The pass is no longer in use; its position stays claimed. */
  giveBack(onSale: string, pass: CountedPass): Promise<void>;
  /** Forgets a pass that was counted and can no longer be granted. */
  withdraw(onSale: string, pass: CountedPass): Promise<void>;
  /** As of now. */
  read(onSale: string, now: number): Promise<CountedShoppers>;
}

/** Passes end every 10 s, so that those that end together are kept together. */
export const expiryStepMs = 10_000;

/** When a pass taken now ends: the full minutes, and up to 10 s more. Milliseconds since the epoch. */
export function expiryOf(now: number, passMinutes: number): number {
  return Math.ceil(now / expiryStepMs) * expiryStepMs + passMinutes * 60_000;
}

/** `<position>.<number>`. */
export function passName({ position, number }: Pick<CountedPass, 'position' | 'number'>): string {
  return `${position}.${number}`;
}

/** Passes that end together, by name. */
export interface Bunch {
  readonly inUse: Iterable<string>;
  readonly done: Iterable<string>;
  readonly late: Iterable<string>;
}

export function shoppersOf(bunches: readonly Bunch[]): CountedShoppers {
  const inUse = new Set(bunches.flatMap((bunch) => [...bunch.inUse]));
  const done = bunches.flatMap((bunch) => [...bunch.done]);
  const late = new Set(bunches.flatMap((bunch) => [...bunch.late]));
  return {
    inUse: inUse.size,
    late: late.size,
    claimed: new Set([...inUse, ...done].map((name) => Number.parseInt(name, 10))),
  };
}
/** The fans who shop now. */
export interface Shoppers {
  /** Passes that are neither over nor given back. */
  readonly inUse: number;
  /** Positions that took a pass whose time is not over, given back or not. */
  readonly claimed: ReadonlySet<number>;
}
