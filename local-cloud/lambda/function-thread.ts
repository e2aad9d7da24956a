/**
 * One thread of a function, seen from outside.
 *
 *     starting ──▶ idle ◀──▶ busy
 *         └─────────┴────────┴──▶ gone   (broken, crashed, timed out, or ended)
 */
import type { Worker } from 'node:worker_threads';
import { openThread } from '../thread.ts';
import {
  asFunctionError,
  type DisturbOrder,
  type FunctionError,
  failed,
  type Invocation,
  type InvocationOrder,
  type StandStillOrder,
  type ThreadOrder,
  type ThreadReport,
} from './invocation.ts';

export interface ThreadOwner {
  readonly onReady: (thread: FunctionThread) => void;
  /** A line that its function printed for CloudWatch. */
  readonly onEmbedded: (line: string) => void;
  /** @param error undefined if it was ended on purpose. @param busy whether it failed the invocation under way. */
  readonly onGone: (thread: FunctionThread, error: FunctionError | undefined, busy: boolean) => void;
}

/** Lambda gives a function ten seconds to load; a laptop that loads many at once gets more. */
const loadLimitMs = 30_000;

const seconds = (ms: number): string => (ms / 1000).toFixed(2);

export class FunctionThread {
  readonly #order: ThreadOrder;
  readonly #worker: Worker;
  readonly #owner: ThreadOwner;
  #state: 'starting' | 'idle' | 'busy' | 'gone' = 'starting';
  #timer: NodeJS.Timeout | undefined;
  #settle: ((invocation: Invocation) => void) | undefined;
  #requestId = '';
  /** When its last invocation ended, in milliseconds since 1970. */
  idleSince = Date.now();

  constructor(order: ThreadOrder, env: NodeJS.ProcessEnv, owner: ThreadOwner) {
    this.#order = order;
    this.#owner = owner;
    this.#worker = openThread(new URL('./function.worker.ts', import.meta.url), {
      workerData: order,
      env,
      compileCache: order.compileCache,
      // Room for what a request makes and drops: the usual few MB are swept, and half of it copied, many times a second.
      resourceLimits: { maxOldGenerationSizeMb: order.memoryMb, maxYoungGenerationSizeMb: 64 },
    });
    this.#worker.on('message', (report: ThreadReport) => this.#hear(report));
    this.#worker.on('error', (error) => this.#end(asFunctionError(error)));
    this.#worker.on('exit', (status) =>
      this.#end({
        errorType: 'Runtime.ExitError',
        errorMessage: `RequestId: ${this.#requestId} Error: Runtime exited with error: exit status ${status}`,
      }),
    );
    this.#timer = setTimeout(
      () => this.#end({ errorType: 'Sandbox.Timedout', errorMessage: 'The function did not finish loading.' }),
      loadLimitMs,
    );
  }

  /** Runs the handler. Only for an idle thread; never rejects. */
  run(requestId: string, event: string, patient: boolean): Promise<Invocation> {
    return new Promise((resolve) => {
      this.#state = 'busy';
      this.#requestId = requestId;
      this.#settle = resolve;
      this.#timer = setTimeout(() => this.#timeOut(), this.#order.timeoutMs);
      this.#worker.postMessage({ requestId, event, patient } satisfies InvocationOrder);
    });
  }

  /** Stops it where it is, for so long; while it is loading, when it is loaded. Its time-out runs on. */
  standStill(ms: number): void {
    this.#worker.postMessage({ standStillMs: ms } satisfies StandStillOrder);
  }

  /** Lets it run otherwise: by another clock, without room for files. */
  disturb(disturbed: DisturbOrder['disturbed']): void {
    this.#worker.postMessage({ disturbed } satisfies DisturbOrder);
  }

  /** As by the machine under it: an invocation under way fails. */
  kill(): void {
    const errorMessage = `RequestId: ${this.#requestId} Error: Runtime exited with error: signal: killed`;
    this.#end({ errorType: 'Runtime.ExitError', errorMessage });
  }

  /** Ends the thread wherever it is; an invocation under way fails. */
  async end(): Promise<void> {
    this.#end(undefined);
    await this.#worker.terminate();
  }

  #hear(report: ThreadReport): void {
    if (report.is === 'embedded') {
      this.#owner.onEmbedded(report.line);
      return;
    }
    if (this.#state === 'gone') return;
    if (report.is === 'broken') {
      this.#end(report.error);
      return;
    }
    clearTimeout(this.#timer);
    const settle = this.#settle;
    this.#settle = undefined;
    this.#state = 'idle';
    this.idleSince = Date.now();
    if (report.is === 'returned') settle?.({ outcome: 'returned', payload: report.payload });
    if (report.is === 'failed') settle?.(failed(report.error));
    this.#owner.onReady(this);
  }

  #timeOut(): void {
    this.#end({
      errorType: 'Sandbox.Timedout',
      errorMessage: `RequestId: ${this.#requestId} Error: Task timed out after ${seconds(this.#order.timeoutMs)} seconds`,
    });
  }

  #end(error: FunctionError | undefined): void {
    if (this.#state === 'gone') return;
    const settle = this.#settle;
    this.#state = 'gone';
    this.#settle = undefined;
    clearTimeout(this.#timer);
    void this.#worker.terminate();
    settle?.(failed(error ?? { errorType: 'Sandbox.Stopped', errorMessage: 'The local cloud has stopped.' }));
    this.#owner.onGone(this, error, settle !== undefined);
  }
}
