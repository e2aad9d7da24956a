import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Given, Outcome, Ready } from './mutated.worker.ts';

export type Fate = 'killed' | 'survived' | 'unseen';

/** Only for what waits for ever, without work: loops without end are ended by what they count. */
const waitsForEverMs = 120_000;

/** Mutants of some files, tried one after the other in a thread that is replaced when a mutant has spoilt it. */
export class Mutated {
  readonly #given: Given;
  #worker: Worker | undefined;
  #ready: Promise<Ready> | undefined;

  constructor(given: Given) {
    this.#given = given;
  }

  /** @throws if a test fails without any mutant. */
  async ready(): Promise<Ready> {
    if (!this.#ready) {
      this.#worker = start(this.#given);
      this.#ready = first<Ready>(this.#worker);
    }
    const ready = await this.#ready;
    if (ready.failing.length > 0) throw new Error(`These fail without a mutant:\n${ready.failing.join('\n')}`);
    return ready;
  }

  async try(mutant: number): Promise<Fate> {
    const { covered, whileLoading } = await this.ready();
    if (!covered.has(mutant)) return whileLoading.has(mutant) ? this.#tryLoading(mutant) : 'unseen';
    this.#worker?.postMessage(mutant);
    // A mutant may fail in what nobody waits for, and so end the thread.
    const outcome = await patiently(first<Outcome>(this.#worker as Worker).catch(() => undefined));
    if (outcome === undefined || outcome.spoilt) await this.stop();
    return outcome === undefined || outcome.killedBy !== undefined ? 'killed' : 'survived';
  }

  async stop(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = undefined;
    this.#ready = undefined;
  }

  /** Code that runs while a file loads takes a thread of its own. */
  async #tryLoading(active: number): Promise<Fate> {
    const worker = start({ ...this.#given, active });
    const ready = await patiently(first<Ready>(worker).catch(() => undefined));
    await worker.terminate();
    return ready === undefined || ready.failing.length > 0 ? 'killed' : 'survived';
  }
}

const start = (given: Given): Worker =>
  new Worker(new URL('./mutated.worker.ts', import.meta.url), { workerData: given });

const first = async <Message>(worker: Worker): Promise<Message> => {
  const ended = new AbortController();
  const { signal } = ended;
  try {
    // `once` rejects when the thread fails.
    const [message] = await Promise.race([
      once(worker, 'message', { signal }),
      once(worker, 'exit', { signal }).then(() => Promise.reject(new Error('The thread ended'))),
    ]);
    return message as Message;
  } finally {
    ended.abort();
  }
};

async function patiently<Found>(found: Promise<Found>): Promise<Found | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const never = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), waitsForEverMs);
  });
  try {
    return await Promise.race([found, never]);
  } finally {
    clearTimeout(timer);
  }
}
