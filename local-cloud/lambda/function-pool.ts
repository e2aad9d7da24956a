/**
 * The threads of one function: none before anybody needs it, and none again some time after its last invocation,
 * as on Lambda. An invocation goes to the idle thread that was busy last, so that few threads stay; without one it waits, and another thread starts as long as there are fewer than the machine can
 * use: one after another, so that the first may have done the work before a second is loaded.
 *
 * The concurrency that the template reserves refuses an invocation at once, when so many threads are at work or are being
 * loaded for somebody. The machine's own limit makes it wait: whoever waits for a thread is no instance yet. So a machine
 * with two cores does not refuse what a hundred instances would have answered. A
 * caller who stands at a counter waits some seconds at most. If those before them will take longer they are refused at
 * once, as Lambda refuses what goes over the concurrency of an account; if the estimate was wrong, when that time is
 * over. An invocation that was refused is never run: it takes no thread from those who still wait.
 */
import { randomUUID } from 'node:crypto';
import type { FunctionFaults } from './function-faults.ts';
import type { FunctionMeasures } from './function-measures.ts';
import { FunctionThread } from './function-thread.ts';
import { type FunctionError, failed, type Invocation, type ThreadOrder } from './invocation.ts';
import type { Machine } from './machine.ts';

export interface PoolSettings {
  readonly order: ThreadOrder;
  /** Read when the first thread starts: by then every endpoint is known. */
  readonly env: () => NodeJS.ProcessEnv;
  readonly mostThreads: number;
  readonly machine: Machine;
  /** `ReservedConcurrentExecutions`, if there is one. */
  readonly reserved: number | undefined;
  /** How long a function stays loaded without an invocation. */
  readonly idleMs: number;
  /** How long threads beside the last one stay, which many invocations at once have called for. */
  readonly besideMs: number;
  readonly log: (line: string) => void;
  readonly measures: FunctionMeasures;
  /** Those that it has now. */
  readonly faults: () => FunctionFaults;
  /** Hears of the lines that the function prints for CloudWatch. */
  readonly embedded: (line: string) => void;
}

/** How an invocation is run, if it may be otherwise than usual. */
export interface InvokeOptions {
  /** It yields to all other work. */
  readonly patient?: boolean;
  /** The most milliseconds that it waits for a thread, while none is being loaded. It waits for ever if left out. */
  readonly mostWaitMs?: number;
}

interface Waiting {
  readonly event: string;
  readonly patient: boolean;
  readonly settle: (invocation: Invocation) => void;
  timer?: NodeJS.Timeout | undefined;
}

/** The share of the latest invocation in what is usual. */
const newsShare = 0.2;
/** A thread that is being loaded is looked for this often by those who have waited long enough. */
const loadingLookMs = 200;

/** Idle threads are looked for this often while they may stay. */
const sweepsAStay = 4;

export class FunctionPool {
  readonly #settings: PoolSettings;
  readonly #threads = new Set<FunctionThread>();
  /** The one that was busy last stands last. */
  readonly #idle: FunctionThread[] = [];
  readonly #waiting: Waiting[] = [];
  readonly #sweep: NodeJS.Timeout;
  /** A thread waits to be loaded, or is loading. */
  #growing = false;
  #underWay = 0;
  /** Invocations that a thread has taken. */
  #atWork = 0;
  /** How long an invocation takes, by the latest; undefined before the first. */
  #usualMs: number | undefined;
  #stopping = false;
  /** Milliseconds since 1970: until then nothing that it runs goes on. */
  #stillUntil = 0;
  #onQuiet: (() => void) | undefined;
  /** Of a version that is not the newest any more: they end when their work is done. */
  #outdated: ReadonlySet<FunctionThread> = new Set();

  constructor(settings: PoolSettings) {
    this.#settings = settings;
    this.#sweep = setInterval(
      () => this.#endIdle(),
      Math.min(settings.idleMs, settings.besideMs) / sweepsAStay,
    ).unref();
  }

  /** How many threads there are, busy and idle. */
  get size(): number {
    return this.#threads.size;
  }

  /** @param event JSON. Never rejects. */
  async invoke(event: string, options: InvokeOptions = {}): Promise<Invocation> {
    const invocation = await this.#invoke(event, options);
    if (invocation.outcome === 'throttled') this.#settings.measures.throttled();
    return invocation;
  }

  async #invoke(event: string, { patient = false, mostWaitMs }: InvokeOptions): Promise<Invocation> {
    const { reserved } = this.#settings;
    if (mostWaitMs !== undefined && this.#expectedWaitMs() > mostWaitMs) return { outcome: 'throttled' };
    if (this.#stopping || (reserved !== undefined && this.#inUse() >= reserved)) return { outcome: 'throttled' };
    this.#underWay += 1;
    const invocation = await new Promise<Invocation>((settle) => {
      const waiting: Waiting = { event, patient, settle };
      this.#waiting.push(waiting);
      this.#dispatch();
      if (mostWaitMs !== undefined && this.#waiting.includes(waiting)) this.#refuseAfter(waiting, mostWaitMs);
    });
    this.#underWay -= 1;
    if (this.#underWay === 0) this.#onQuiet?.();
    return invocation;
  }

  /** Starts a first thread, if there is none, and resolves when it is loaded or has failed to. */
  warm(): Promise<void> {
    return new Promise((resolve) => {
      if (this.#threads.size > 0 || this.#growing || this.#stopping) resolve();
      else this.#grow(() => this.#threads.size === 0, resolve);
    });
  }

  /** Stops all threads where they are, and those that are loaded meanwhile. */
  standStill(ms: number): void {
    this.#stillUntil = Date.now() + ms;
    for (const thread of this.#threads) thread.standStill(ms);
  }

  /** Its faults are others now. */
  meetFaults(): void {
    const { killedAfterMs, isReplaced, ...disturbed } = this.#settings.faults();
    for (const thread of [...this.#threads]) {
      if (killedAfterMs !== undefined) thread.kill();
      else thread.disturb(disturbed);
    }
    if (!isReplaced) return;
    this.#outdated = new Set(this.#threads);
    for (const thread of [...this.#idle]) void thread.end();
  }

  /** Refuses new invocations, lets those under way finish for `graceMs`, then ends every thread. */
  async stop(graceMs: number): Promise<void> {
    this.#stopping = true;
    clearInterval(this.#sweep);
    if (this.#underWay > 0) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, graceMs);
        this.#onQuiet = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    for (const { timer, settle } of this.#waiting.splice(0)) {
      clearTimeout(timer);
      settle({ outcome: 'throttled' });
    }
    await Promise.all([...this.#threads].map((thread) => thread.end()));
  }

  #dispatch(): void {
    const { machine, mostThreads, reserved } = this.#settings;
    while (this.#waiting.length > 0 && this.#idle.length > 0) {
      const thread = this.#idle.pop();
      const next = this.#waiting.shift();
      if (thread === undefined || next === undefined) break;
      clearTimeout(next.timer);
      void this.#run(thread, next);
    }
    const most = Math.min(mostThreads, reserved ?? Number.POSITIVE_INFINITY);
    const isWanted = (): boolean => this.#waiting.length > 0 && this.#threads.size < machine.threadsOf(most);
    if (isWanted() && !this.#growing) this.#grow(isWanted);
  }

  async #run(thread: FunctionThread, { event, patient, settle }: Waiting): Promise<void> {
    const startedAt = performance.now();
    this.#atWork += 1;
    const { killedAfterMs } = this.#settings.faults();
    const killing = killedAfterMs === undefined ? undefined : setTimeout(() => thread.kill(), killedAfterMs);
    const invocation = await this.#settings.machine.during(thread.run(randomUUID(), event, patient));
    clearTimeout(killing);
    this.#atWork -= 1;
    const took = performance.now() - startedAt;
    this.#settings.measures.ran(invocation, took);
    this.#usualMs = this.#usualMs === undefined ? took : this.#usualMs + (took - this.#usualMs) * newsShare;
    settle(invocation);
  }

  /** As Lambda counts instances: at work, or being loaded for somebody. */
  #inUse(): number {
    return this.#atWork + (this.#growing && this.#waiting.length > 0 ? 1 : 0);
  }

  /** Until those who wait are served, as quickly as the latest were. */
  #expectedWaitMs(): number {
    return (this.#waiting.length * (this.#usualMs ?? 0)) / Math.max(1, this.#threads.size);
  }

  /** A thread that is being loaded is waited for: so long a cold start takes here. */
  #refuseAfter(waiting: Waiting, ms: number): void {
    waiting.timer = setTimeout(() => {
      const at = this.#waiting.indexOf(waiting);
      if (at < 0) return;
      if (this.#growing) {
        this.#refuseAfter(waiting, loadingLookMs);
        return;
      }
      this.#waiting.splice(at, 1);
      waiting.settle({ outcome: 'throttled' });
    }, ms);
  }

  /** Loads another thread when its turn has come, if it is still wanted then. */
  #grow(isWanted: () => boolean, onGrown: () => void = () => undefined): void {
    this.#growing = true;
    void this.#settings.machine.loading.enter().then((leave) => {
      const grown = (): void => {
        this.#growing = false;
        leave();
        onGrown();
      };
      if (isWanted() && !this.#stopping) this.#startThread(grown);
      else grown();
    });
  }

  #startThread(onStarted: () => void): void {
    let loaded = false;
    const thread = new FunctionThread(this.#settings.order, this.#settings.env(), {
      onReady: (ready) => {
        if (!loaded) {
          loaded = true;
          onStarted();
        }
        if (this.#outdated.has(ready)) {
          void ready.end();
          return;
        }
        this.#idle.push(ready);
        this.#dispatch();
      },
      onEmbedded: this.#settings.embedded,
      onGone: (gone, error, busy) => {
        if (!loaded) onStarted();
        this.#threads.delete(gone);
        const at = this.#idle.indexOf(gone);
        if (at >= 0) this.#idle.splice(at, 1);
        if (error !== undefined) this.#reportLoss(error, loaded, busy);
        if (!this.#stopping) this.#dispatch();
      },
    });
    this.#threads.add(thread);
    const { clockOffMs, isDiskFull } = this.#settings.faults();
    if (clockOffMs !== 0 || isDiskFull) thread.disturb({ clockOffMs, isDiskFull });
    const stillMs = this.#stillUntil - Date.now();
    if (stillMs > 0) thread.standStill(stillMs);
  }

  /** A thread that could not load fails the invocation it was started for. */
  #reportLoss(error: FunctionError, loaded: boolean, busy: boolean): void {
    const when = loaded ? (busy ? 'a thread has ended' : 'an idle thread has ended') : 'cannot be loaded';
    this.#settings.log([`${when}: ${error.errorMessage}`, ...(error.trace ?? []).slice(1)].join('\n'));
    if (loaded) return;
    const first = this.#waiting.shift();
    clearTimeout(first?.timer);
    if (first) this.#settings.measures.ran(failed(error), 0);
    first?.settle(failed(error));
  }

  #endIdle(): void {
    const now = Date.now();
    const isIdleFor = (ms: number) => (thread: FunctionThread) => now - thread.idleSince > ms;
    const beside = this.#idle.filter(isIdleFor(this.#settings.besideMs));
    for (const thread of beside.slice(0, Math.max(0, this.#threads.size - 1))) void thread.end();
    for (const thread of this.#idle.filter(isIdleFor(this.#settings.idleMs))) void thread.end();
  }
}
