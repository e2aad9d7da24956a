import type { Cloud, Process } from './cloud.ts';

/**
 * The instances of one function. Each serves one request at a time and stays warm for the next, with its memory. An
 * instance that was killed, or ran longer than its time-out, is never seen again.
 */
export type Invoked<Result> =
  | { readonly ended: 'well'; readonly result: Result }
  | { readonly ended: 'failed'; readonly error: unknown }
  | { readonly ended: 'died' };

export class Pool<Deps> {
  readonly #cloud: Cloud;
  readonly #role: string;
  readonly #timeoutMs: number;
  readonly #make: (process: Process) => Deps;
  readonly #idle: { readonly process: Process; readonly deps: Deps }[] = [];

  constructor(
    cloud: Cloud,
    { role, timeoutMs, make }: { readonly role: string; readonly timeoutMs: number; make(process: Process): Deps },
  ) {
    this.#cloud = cloud;
    this.#role = role;
    this.#timeoutMs = timeoutMs;
    this.#make = make;
  }

  invoke<Result>(act: (deps: Deps, now: number, process: Process) => Promise<Result>): Promise<Invoked<Result>> {
    const cloud = this.#cloud;
    const warm = this.#pick();
    const { process, deps } = warm;
    return new Promise((resolve) => {
      let over = false;
      const end = (invoked: Invoked<Result>) => {
        over = true;
        process.onDeath = undefined;
        resolve(invoked);
      };
      process.onDeath = () => end({ ended: 'died' });
      cloud.time.after(this.#timeoutMs, () => {
        if (over) return 'nothing';
        cloud.counts['timed-out'] += 1;
        return process.die(`timed out after ${this.#timeoutMs / 1000} s`);
      });
      act(deps, cloud.time.now, process).then(
        (result) => {
          if (over) return;
          this.#idle.push(warm);
          end({ ended: 'well', result });
        },
        (error: unknown) => {
          if (over) return;
          this.#idle.push(warm);
          end({ ended: 'failed', error });
        },
      );
    });
  }

  /**
   * Any idle one, or sometimes a new one all the same, as when one is deployed anew. One may have been killed while
   * idle, by a call that it still had on its way.
   */
  #pick() {
    const { chance } = this.#cloud;
    for (let at = this.#idle.length - 1; at >= 0; at -= 1) if (!this.#idle[at]?.process.alive) this.#idle.splice(at, 1);
    const found = this.#idle.length > 0 && !chance.happens(0.04) ? chance.whole(0, this.#idle.length - 1) : -1;
    const [idle] = found >= 0 ? this.#idle.splice(found, 1) : [];
    if (idle) return idle;
    const process = this.#cloud.start(this.#role);
    return { process, deps: this.#make(process) };
  }
}
