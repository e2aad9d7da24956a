/** A pass as it is counted. The number tells the passes of one fan apart. */
export interface CountedPass {
  /** Milliseconds since the epoch, whole steps of `expiryStepMs`. */
  readonly expiresAt: number;
  readonly position: number;
  readonly number: number;
  /** Parts of the room it is counted in; 1 if left out. A fact of the line, which each of its passes carries. */
  readonly parts?: number;
}

/** A pass that was given back or taken away. */
export interface EndedPass extends CountedPass {
  /** Milliseconds since the epoch. */
  readonly endedAt: number;
}

/** The fans who shop now. */
export interface Shoppers {
  /** Names of the passes that are in use: see `shoppersOf`. */
  readonly inUse: ReadonlySet<string>;
  /** Positions that took a pass whose time is not over, also if it has ended before its time. */
  readonly claimed: ReadonlySet<number>;
  /** Names of the passes that have ended before their time, and when. Milliseconds since the epoch. */
  readonly ended: ReadonlyMap<string, number>;
  /** Of those in use: given for a voucher, on top of what the dial allows. */
  readonly vouchers: number;
  /** Names of the devices that were ended: their passes are not, and shop on at the fan's other devices. */
  readonly endedDevices: ReadonlySet<string>;
}

/** Nobody shops. */
export const nobody: Shoppers = {
  inUse: new Set(),
  claimed: new Set(),
  ended: new Map(),
  vouchers: 0,
  endedDevices: new Set(),
};

/** Names of the passes that late and returning fans ask for. */
export type Wishes = ReadonlySet<string>;

/**
 * The fans who are shopping, and those who are late or return and ask to come in. Passes and wishes are kept as sets,
 * not as counters: counting, ending or asking for the same pass twice, after a crash or a retry, changes nothing.
 */
export interface ShoppersStore {
  /** `voucher`: on top of what the dial allows. */
  count(onSale: string, pass: CountedPass, voucher: boolean): Promise<void>;
  /** The pass has ended before its time. Of several moments the earliest counts. Its position stays claimed. */
  end(onSale: string, pass: EndedPass): Promise<void>;
  /** Lists a device whose receipt and passes begin nothing new from now on, for as long as there is the line. */
  endDevice(onSale: string, device: string): Promise<void>;
  /** Forgets a pass that was counted and can no longer be granted. */
  withdraw(onSale: string, pass: CountedPass): Promise<void>;
  /** As of now. `parts`: of the line's room; 1 if left out. */
  read(onSale: string, now: number, parts?: number): Promise<Shoppers>;
  /** Notes that the fan at this position asks for the pass of this number. It is forgotten after `wishAgeMs`. */
  wish(onSale: string, pass: Pick<CountedPass, 'position' | 'number'>, now: number): Promise<void>;
  /** As of now. */
  wishes(onSale: string, now: number): Promise<Wishes>;
}

/** Passes end every 10 s, so that those that end together are kept together. */
export const expiryStepMs = 10_000;

/** When a pass taken now ends: the full minutes, and up to 10 s more. Milliseconds since the epoch. */
export function expiryOf(now: number, passMinutes: number): number {
  return Math.ceil(now / expiryStepMs) * expiryStepMs + passMinutes * 60_000;
}

/**
 * Time-out of the handlers that claim and extend. One that began may still be writing for so long.
 */
export const handlerTimeoutMs = 10_000;

/** Clocks differ a little, and a line that was read without a lock may be a moment old. */
export const doubtMs = 3000;

/** A pass whose time is over stays counted: an extension that began before may still be written. */
export const afterExpiryMs = handlerTimeoutMs + doubtMs;

/** A pass that has ended before its time stays counted: until then something new may be begun with it. */
export const afterEndMs = 30_000;

/** A fan who asked longer ago, and not again, has gone away. */
export const wishAgeMs = 60_000;

/** Wishes of 10 s are kept together. */
export const wishStepMs = 10_000;

/** `<position>.<number>`, as `contracts/pass.ts` has it. */
export function nameOf({ position, number }: Pick<CountedPass, 'position' | 'number'>): string {
  return `${position}.${number}`;
}

/** The position and the number of a name. */
export function namedPass(name: string): Pick<CountedPass, 'position' | 'number'> {
  const [position, number] = name.split('.').map(Number);
  return { position: position ?? 0, number: number ?? 0 };
}

/** Passes that end together. */
export interface Bunch {
  /** Names. */
  readonly inUse: Iterable<string>;
  /** `<name>@<seconds since the epoch, when it ended>`. */
  readonly ended: Iterable<string>;
  /** Names. */
  readonly vouchers: Iterable<string>;
  /** Names of devices. Only in bunches that never end. */
  readonly devices?: Iterable<string>;
}

/** As a bunch keeps it. */
export function endOf(pass: EndedPass): string {
  return `${nameOf(pass)}@${Math.ceil(pass.endedAt / 1000)}`;
}

/** Bunches that ended longer ago than `afterExpiryMs` are left out. */
export function shoppersOf(bunches: readonly Bunch[], now: number): Shoppers {
  const ended = new Map<string, number>();
  for (const bunch of bunches)
    for (const entry of bunch.ended) {
      const [name = '', seconds] = entry.split('@');
      ended.set(name, Math.min(ended.get(name) ?? Number.POSITIVE_INFINITY, Number(seconds) * 1000));
    }
  const counted = bunches.flatMap((bunch) => [...bunch.inUse]).filter((name) => !ended.has(name));
  const lately = [...ended].filter(([, endedAt]) => now < endedAt + afterEndMs).map(([name]) => name);
  const inUse = new Set([...counted, ...lately]);
  const vouchers = new Set(bunches.flatMap((bunch) => [...bunch.vouchers]).filter((name) => inUse.has(name)));
  return {
    inUse,
    claimed: new Set([...counted, ...ended.keys()].map((name) => namedPass(name).position)),
    ended,
    vouchers: vouchers.size,
    endedDevices: new Set(bunches.flatMap(({ devices = [] }) => [...devices])),
  };
}
