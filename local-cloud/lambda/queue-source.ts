/**
 * An event source mapping: pollers that take batches from a queue, hand each to the function and
 * delete what it has dealt with. The rest stays in flight until its visibility timeout ends, and
 * the queue alone decides what comes next, so the order of a FIFO group holds however many pollers
 * there are.
 */
import { receiveWhenThere } from '../sqs/long-poll.ts';
import type { MessageQueue } from '../sqs/message-queue.ts';
import type { Received } from '../sqs/queue-shapes.ts';
import { asLambdaRecord } from '../sqs/received.ts';
import { dealtWith } from './batch-response.ts';
import type { Invocation } from './invocation.ts';

export interface QueueSourceSettings {
  readonly queue: MessageQueue;
  readonly invoke: (event: string) => Promise<Invocation>;
  readonly batchSize: number;
  /** How long to collect a batch; 0 for FIFO queues. */
  readonly windowMs: number;
  readonly pollers: number;
  readonly reportsFailures: boolean;
  readonly account: string;
  readonly region: string;
  readonly log: (line: string) => void;
}

/** The most messages that one receive call gives. */
const mostAtOnce = 10;
const throttledPauseMs = 200;

export class QueueSource {
  readonly #settings: QueueSourceSettings;
  #stop = new AbortController();
  #pollers: readonly Promise<void>[] = [];

  constructor(settings: QueueSourceSettings) {
    this.#settings = settings;
  }

  /** Also after a stop, when all is settled. */
  start(): void {
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    this.#pollers = Array.from({ length: this.#settings.pollers }, () => this.#poll(signal));
  }

  /** Takes no more batches, and resolves when those under way are settled. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await Promise.all(this.#pollers);
  }

  async #poll(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const batch = await this.#nextBatch(signal);
      if (batch.length > 0) await this.#handle(batch);
    }
  }

  async #nextBatch(signal: AbortSignal): Promise<readonly Received[]> {
    const { queue, batchSize, windowMs } = this.#settings;
    const batch = [
      ...(await receiveWhenThere(queue, Math.min(batchSize, mostAtOnce), Number.POSITIVE_INFINITY, signal)),
    ];
    const until = Date.now() + windowMs;
    while (batch.length > 0 && batch.length < batchSize && !signal.aborted) {
      const left = until - Date.now();
      const more = await receiveWhenThere(queue, Math.min(batchSize - batch.length, mostAtOnce), left, signal);
      if (more.length === 0 && left <= 0) break;
      batch.push(...more);
    }
    return batch;
  }

  async #handle(batch: readonly Received[]): Promise<void> {
    const { queue, invoke, reportsFailures, account, region, log } = this.#settings;
    const Records = batch.map((received) => asLambdaRecord(received, queue.settings, account, region));
    const invocation = await invoke(JSON.stringify({ Records }));
    if (invocation.outcome === 'throttled') {
      for (const { receiptHandle } of batch) queue.changeVisibility(receiptHandle, throttledPauseMs);
      await new Promise((resolve) => setTimeout(resolve, throttledPauseMs));
      return;
    }
    const handles = new Map(batch.map(({ message, receiptHandle }) => [message.id, receiptHandle]));
    const { done, failed } = dealtWith([...handles.keys()], invocation, reportsFailures);
    for (const id of done) queue.remove(handles.get(id) ?? '');
    if (failed.length > 0) log(`${queue.settings.name}: ${failed.length} of ${batch.length} messages failed`);
  }
}
