import type { Behind } from '../../lambdas/foundation/kept-items.ts';
import type { Chance } from '../../rehearsal/fans/chance.ts';
import type { Chronicle } from '../audit/chronicle.ts';
import type { Time } from './time.ts';
import { type CallFault, type FaultCounts, faults, type Mishap, noFaults, type Weather } from './weather.ts';

/**
 * Processes, and the calls that leave them. Every call waits until its time comes, takes effect, and is answered at
 * once or later; at each the weather may strike. So everything that runs at the same time is interleaved at every
 * await, in an order that the seed alone decides.
 *
 *     call ──latency──▶ effect ──(latency)──▶ answer
 *          └─ dies, throttled ┘└─ dies, answer lost, effect repeated
 */
export interface Effect {
  readonly by: string;
  /** e.g. `seats.writeSection`. */
  readonly call: string;
  readonly of: readonly unknown[];
  readonly answer: unknown;
  /** The store itself threw an error. */
  readonly failed: boolean;
}

/** An error that the weather made. */
export class Injected extends Error {}

/** Whether an error is, or was caused by, one that the weather made. */
export function isInjected(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) if (at instanceof Injected) return true;
  return false;
}

/** A call that has left its process. */
export interface Leaving {
  readonly by: Process;
  /** e.g. `seats.writeSection`. */
  readonly call: string;
  readonly of: readonly unknown[];
  /** Lets it take effect now, and meet this fault. */
  arrive(fault?: CallFault): Promise<void>;
}

/** Says when a call takes effect, and which fault it meets. It must let every call arrive once at the most. */
export interface CallGate {
  admit(leaving: Leaving): void;
}

export interface CloudOptions {
  readonly time: Time;
  readonly chance: Chance;
  readonly weather: Weather;
  readonly chronicle: Chronicle;
  /** Sees every effect, right after it. */
  readonly saw: (effect: Effect) => void | Promise<void>;
  /** @default - the weather says it */
  readonly gate?: CallGate | undefined;
  /** Whatever the weather. */
  readonly crash?: Crash | undefined;
}

/** A process is killed at this call. */
export interface Crash {
  /** Counted from 1, over all processes. */
  readonly call: number;
  readonly when: 'before' | 'after';
}

export class Cloud {
  readonly time: Time;
  readonly chance: Chance;
  readonly weather: Weather;
  readonly chronicle: Chronicle;
  readonly counts: FaultCounts = noFaults();
  /** From then on nothing fails any more. */
  calm = false;
  readonly saw: CloudOptions['saw'];
  /** Names of the calls, in the order they were made. */
  readonly called: string[] = [];
  /** Whether the crash killed a process that was not dead already. */
  struck = false;
  readonly #crash: Crash | undefined;
  readonly #gate: CallGate;
  readonly #numbers = new Map<string, number>();
  readonly #spoilt: { readonly call: string; readonly fault: CallFault }[] = [];

  constructor({ time, chance, weather, chronicle, saw, gate, crash }: CloudOptions) {
    this.#crash = crash;
    this.#gate = gate ?? { admit: (leaving) => this.#blow(leaving) };
    this.time = time;
    this.chance = chance;
    this.weather = weather;
    this.chronicle = chronicle;
    this.saw = saw;
  }

  start(role: string): Process {
    const number = (this.#numbers.get(role) ?? 0) + 1;
    this.#numbers.set(role, number);
    return new Process(this, `${role} ${number}`);
  }

  /** The call is on its way from now on. */
  admit(leaving: Leaving): void {
    this.called.push(leaving.call);
    this.#gate.admit(leaving);
  }

  get calls(): number {
    return this.called.length;
  }

  /** The gate of the weather. */
  #blow({ by, call, arrive }: Leaving): void {
    const drawn = this.fault(call, by.name);
    const crash = this.#crash?.call === this.called.length ? this.#crash : undefined;
    const fault = crash ? (`dies-${crash.when}` as const) : drawn;
    const slow = fault === 'slow' ? this.chance.wait(8000) : 0;
    this.afterAWhile(this.latency() + slow, () => {
      if (crash) this.struck = by.alive;
      void arrive(fault);
    });
  }

  /** Whether this mishap strikes now. */
  strikes(mishap: Mishap, probability: number): boolean {
    if (this.calm || !this.chance.happens(probability)) return false;
    this.counts[mishap] += 1;
    return true;
  }

  /**
   * A copy of an item is mostly milliseconds behind, and never more than a second. An index is when it is busy: then it
   * may be many.
   */
  readonly behind: Behind = {
    clock: () => this.time.now,
    ofItem: () => (this.strikes('behind', this.weather.perItem) ? this.chance.whole(1, 1000) : 0),
    ofIndex: () => (this.strikes('behind', this.weather.perItem) ? this.chance.whole(1, 20_000) : 0),
  };

  /** The next call of this name, `orders.write` say, meets this fault, whatever the weather. */
  spoil(call: string, fault: CallFault): void {
    this.#spoilt.push({ call, fault });
  }

  fault(call: string, by: string): CallFault | undefined {
    const spoilt = this.#spoilt.findIndex((one) => one.call === call);
    if (spoilt >= 0) return this.#spoilt.splice(spoilt, 1)[0]?.fault;
    if (this.calm) return undefined;
    if (call === 'seats.writeSection' && this.#isSick() && this.chance.happens(0.65)) {
      const dies = this.chance.happens(0.5) ? 'dies-before' : 'dies-after';
      this.counts[dies] += 1;
      return dies;
    }
    const { frail, perCall } = this.weather;
    const often = frail && by.startsWith(`${frail.role} `) ? frail.perCall : perCall;
    if (!this.chance.happens(often)) return undefined;
    const fault = faults[this.chance.whole(0, faults.length - 1)] as CallFault;
    this.counts[fault] += 1;
    return fault;
  }

  #isSick(): boolean {
    const { sick } = this.weather;
    return sick !== undefined && sick.beginsAt <= this.time.now && this.time.now < sick.endsAt;
  }

  /** A call that takes no time waits for no step of time. */
  afterAWhile(milliseconds: number, act: () => void): void {
    if (milliseconds === 0) act();
    else this.time.after(milliseconds, act);
  }

  /** Milliseconds: mostly near the weather's, seldom ten times as long. */
  latency(): number {
    if (this.calm) return 1;
    const { latency, slow } = this.weather;
    const { now } = this.time;
    const middle = slow && slow.beginsAt <= now && now < slow.endsAt ? slow.latency : latency;
    return middle * (0.2 + 10 ** (1.4 * this.chance.next() ** 3) * this.chance.next());
  }
}

export class Process {
  readonly name: string;
  alive = true;
  /** Called when it dies. */
  onDeath: (() => void) | undefined;
  readonly #cloud: Cloud;

  constructor(cloud: Cloud, name: string) {
    this.#cloud = cloud;
    this.name = name;
  }

  die(how: string): void {
    if (!this.alive) return;
    this.alive = false;
    const { chronicle, time } = this.#cloud;
    chronicle.note(time.now, this.name, () => ({ what: `† ${how}`, about: [this.name] }));
    this.onDeath?.();
  }

  /** The same functions, each a call that leaves this process. `act` is looked up when the call arrives. */
  bind<Port extends object>(port: string, of: Port): Port {
    const bound: Record<string, unknown> = {};
    for (const name of Object.keys(of)) {
      const act = Reflect.get(of, name) as (...given: unknown[]) => unknown;
      bound[name] = (...given: unknown[]) => this.call(`${port}.${name}`, given, () => act(...given));
    }
    return bound as Port;
  }

  call(call: string, of: readonly unknown[], act: () => unknown): Promise<unknown> {
    // A process that is dead asks for nothing any more.
    if (!this.alive) return new Promise(() => {});
    return new Promise((resolve, reject) => {
      const arrive = (fault?: CallFault) => this.#arrive({ call, of, act, fault, resolve, reject });
      this.#cloud.admit({ by: this, call, of, arrive });
    });
  }

  async #arrive({ call, of, act, fault, resolve, reject }: Arrival): Promise<void> {
    const cloud = this.#cloud;
    const strike = (what: string) =>
      cloud.chronicle.note(cloud.time.now, this.name, () => ({ what: `${call}: ${what}`, about: [this.name] }));
    // A call of a dead process that is on its way may arrive all the same, or never.
    if (!this.alive && cloud.chance.happens(0.5)) return;
    if (fault === 'dies-before') return this.die(`killed before ${call}`);
    if (fault === 'throttled') {
      strike('throttled');
      return reject(new Injected(`${call}: throttled`));
    }
    let answer: unknown;
    let failed = false;
    for (let times = fault === 'repeated' ? 2 : 1; times > 0; times -= 1) {
      try {
        answer = await act();
        failed = false;
      } catch (error) {
        answer = error;
        failed = true;
      }
      await cloud.saw({ by: this.name, call, of, answer, failed });
    }
    if (fault === 'dies-after') return this.die(`killed after ${call}`);
    if (fault === 'answer-lost') {
      strike('taken, and its answer lost');
      return reject(new Injected(`${call}: no answer`));
    }
    const tell = () => (failed ? reject(answer) : resolve(answer));
    if (!cloud.calm && cloud.chance.happens(0.25)) cloud.afterAWhile(cloud.latency(), tell);
    else tell();
  }
}

interface Arrival {
  readonly call: string;
  readonly of: readonly unknown[];
  readonly act: () => unknown;
  readonly fault: CallFault | undefined;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: unknown) => void;
}
