import type { Act, Time } from './time.ts';

/**
 * Time that jumps to the next thing that is to happen. Things of one moment happen in the order they were
 * planned, so that a run is the same every time; nothing here knows of a real clock.
 */
export class VirtualTime implements Time {
  now: number;
  #planned = 0;
  readonly #heap: Planned[] = [];

  /** Milliseconds since the epoch. */
  constructor(now: number) {
    this.now = now;
  }

  after(milliseconds: number, act: Act): void {
    this.#planned += 1;
    this.#push({ dueAt: this.now + Math.max(0, Math.round(milliseconds)), order: this.#planned, act });
  }

  wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => this.after(milliseconds, () => resolve()));
  }

  /** When the next thing happens; undefined if nothing is planned. */
  get next(): number | undefined {
    return this.#heap[0]?.dueAt;
  }

  /** Lets the next thing happen that does anything; false if nothing is planned. */
  step(): boolean {
    for (let first = this.#pop(); first; first = this.#pop()) {
      this.now = first.dueAt;
      if (first.act() !== 'nothing') return true;
    }
    return false;
  }

  /** Lets all happen that is due by then, and nothing later. */
  happenUntil(moment: number): void {
    for (let { next } = this; next !== undefined && next <= moment; { next } = this) {
      this.now = next;
      this.#pop()?.act();
    }
  }

  #push(planned: Planned): void {
    const heap = this.#heap;
    let at = heap.push(planned) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = heap[above] as Planned;
      if (!isBefore(planned, parent)) break;
      heap[at] = parent;
      at = above;
    }
    heap[at] = planned;
  }

  #pop(): Planned | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (!first || !last || heap.length === 0) return first;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= heap.length) break;
      if (below + 1 < heap.length && isBefore(heap[below + 1] as Planned, heap[below] as Planned)) below += 1;
      if (!isBefore(heap[below] as Planned, last)) break;
      heap[at] = heap[below] as Planned;
      at = below;
    }
    heap[at] = last;
    return first;
  }
}

interface Planned {
  readonly dueAt: number;
  readonly order: number;
  readonly act: Act;
}

const isBefore = (one: Planned, other: Planned): boolean =>
  one.dueAt < other.dueAt || (one.dueAt === other.dueAt && one.order < other.order);
