/** The plan of all that is to happen, by the second. Things of one second happen in the order they were planned. */
export class Timetable {
  readonly #seconds = new Map<number, (() => void)[]>();

  /** Milliseconds. A thing that is planned for the past happens in the second that is under way. */
  plan(at: number, act: () => void): void {
    const second = Math.max(this.#now, Math.ceil(at / 1000));
    const acts = this.#seconds.get(second);
    if (acts) acts.push(act);
    else this.#seconds.set(second, [act]);
  }

  /** Lets one second happen, with all that is planned for it meanwhile. */
  pass(second: number): void {
    this.#now = second;
    const acts = this.#seconds.get(second) ?? [];
    for (let next = 0; next < acts.length; next += 1) acts[next]?.();
    this.#seconds.delete(second);
    this.#now = second + 1;
  }

  #now = Number.NEGATIVE_INFINITY;
}
