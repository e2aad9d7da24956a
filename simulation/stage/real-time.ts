import type { Act, Time } from './time.ts';
import { VirtualTime } from './virtual-time.ts';

/**
 * Time as this machine has it, for browsers, which have no other; and put forward at once by whoever would rather not
 * wait. The acts that were planned for the time between happen then, in their order.
 */
export class RealTime implements Time {
  readonly #planned: VirtualTime;
  #ahead = 0;
  #timer: NodeJS.Timeout | undefined;
  #soon: NodeJS.Immediate | undefined;

  constructor() {
    this.#planned = new VirtualTime(Date.now());
  }

  get now(): number {
    return Date.now() + this.#ahead;
  }

  after(milliseconds: number, act: Act): void {
    this.#planned.now = this.now;
    this.#planned.after(milliseconds, act);
    this.#arm();
  }

  wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => this.after(milliseconds, () => resolve()));
  }

  pass(milliseconds: number): void {
    this.#ahead += milliseconds;
    this.#arm();
  }

  /** Nothing that is planned happens any more. */
  stop(): void {
    clearTimeout(this.#timer);
    clearImmediate(this.#soon);
  }

  #arm(): void {
    const { next } = this.#planned;
    clearTimeout(this.#timer);
    if (next === undefined) return;
    const left = next - this.now;
    if (left <= 0) {
      this.#soon ??= setImmediate(() => this.#happen());
      return;
    }
    this.#timer = setTimeout(() => this.#happen(), left);
    // Nobody is kept from leaving by what is only planned: visibilities that end, functions that might hang.
    this.#timer.unref();
  }

  #happen(): void {
    this.#soon = undefined;
    this.#planned.happenUntil(this.now);
    this.#arm();
  }
}
