/**
 * Asynchronous invocations. When the function fails, it is tried again after one and then two minutes, or sooner when
 * it is throttled. At last the event goes to the function's dead-letter queue, if it has one.
 */
import type { Invocation } from './invocation.ts';

export interface LaterSettings {
  readonly retries: () => number;
  readonly invoke: (event: string) => Promise<Invocation>;
  /** Gets what failed for good. @param problem JSON of the last error. */
  readonly giveUp: (event: string, problem: string) => void;
}

const minute = 60_000;
const throttledPauseMs = 1_000;

export class LaterInvocations {
  readonly #settings: LaterSettings;
  readonly #timers = new Set<NodeJS.Timeout>();
  #stopped = false;

  constructor(settings: LaterSettings) {
    this.#settings = settings;
  }

  begin(event: string): void {
    void this.#attempt(event, 0);
  }

  /** Forgets what waits to be tried again. */
  stop(): void {
    this.#stopped = true;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }

  async #attempt(event: string, failures: number): Promise<void> {
    if (this.#stopped) return;
    const invocation = await this.#settings.invoke(event);
    if (invocation.outcome === 'returned' || this.#stopped) return;
    if (invocation.outcome === 'throttled') this.#after(throttledPauseMs, event, failures);
    else if (failures < this.#settings.retries()) this.#after((failures + 1) * minute, event, failures + 1);
    else this.#settings.giveUp(event, invocation.payload);
  }

  #after(ms: number, event: string, failures: number): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      void this.#attempt(event, failures);
    }, ms).unref();
    this.#timers.add(timer);
  }
}
