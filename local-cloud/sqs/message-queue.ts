/**
 * One queue, by SQS's documented rules. A message that is received is hidden from others until it is deleted or its
 * visibility timeout ends. A message that was received `maxReceiveCount` times goes to the dead-letter queue instead of
 * being received once more. FIFO queues keep the order of each group, and drop a message that repeats a deduplication
 * id within five minutes.
 *
 *     sent ──(delay)──▶ visible ──receive──▶ in flight ──delete──▶ gone
 *                          ▲                     │
 *                          └── timeout, or set ──┘
 *                          └── received too often ──▶ dead-letter queue
 *
 * Time, ids and the record of what happened are given by the owner; nothing here waits. Long because these rules are of one
 * state.
 */
import { DeduplicationWindow, deduplicationKey } from './deduplication.ts';
import type { Message } from './message.ts';
import type { Happening, Outgoing, QueueDeps, QueueSettings, Received } from './queue-shapes.ts';
import { type Entry, fifoShelf, type Shelf, standardShelf } from './shelf.ts';

export interface DeadLetters {
  readonly queue: MessageQueue;
  readonly maxReceiveCount: number;
}

export type HandleAnswer = 'done' | 'no-such-handle' | 'handle-expired' | 'not-in-flight';

const sequenceDigits = 20;
const handlePattern = /^([0-9a-f-]{36})#(\d+)$/;

export class MessageQueue {
  readonly settings: QueueSettings;
  readonly #deps: QueueDeps;
  readonly #shelf: Shelf;
  readonly #entries = new Map<string, Entry>();
  /** In flight or delayed. */
  readonly #hidden = new Set<Entry>();
  readonly #window = new DeduplicationWindow();
  readonly #listeners = new Set<() => void>();
  #deadLetters: DeadLetters | undefined;
  #lastSequence = 0;
  /** No hidden message can become visible before this time. */
  #quietUntil = Number.POSITIVE_INFINITY;

  constructor(settings: QueueSettings, deps: QueueDeps) {
    this.settings = settings;
    this.#deps = deps;
    this.#shelf = settings.fifo ? fifoShelf() : standardShelf();
  }

  /** The queue for messages that were received too often. The other queue is made first, so this is set afterwards. */
  sendDeadLettersTo(deadLetters: DeadLetters): void {
    this.#deadLetters = deadLetters;
  }

  /** Calls back whenever a message may have become visible. @returns how to stop that. */
  onVisible(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  send(outgoing: Outgoing): { readonly id: string; readonly sequence: string | undefined } {
    const now = this.#deps.now();
    const { group, deduplicationId } = outgoing;
    const key =
      group !== undefined && deduplicationId !== undefined && this.settings.fifo
        ? deduplicationKey(this.settings.deduplicationScope, group, deduplicationId)
        : undefined;
    const first = key === undefined ? undefined : this.#window.find(key, now);
    if (first !== undefined) return { id: first.id, sequence: first.sequence };
    const sequence = this.settings.fifo ? this.#nextSequence() : undefined;
    const message: Message = {
      id: this.#deps.newId(),
      body: outgoing.body,
      attributes: outgoing.attributes,
      sentAt: now,
      ...(group === undefined ? {} : { group }),
      ...(deduplicationId === undefined ? {} : { deduplicationId }),
      ...(sequence === undefined ? {} : { sequence }),
      ...(outgoing.traceHeader === undefined ? {} : { traceHeader: outgoing.traceHeader }),
    };
    if (key !== undefined && sequence !== undefined) this.#window.keep(key, { id: message.id, sequence, at: now });
    const delayMs = outgoing.delayMs ?? this.settings.delayMs;
    this.#accept(message, now + delayMs + (this.#deps.lateByMs?.() ?? 0), now);
    return { id: message.id, sequence };
  }

  /** Up to `max` visible messages, hidden for `visibilityMs` from now on. */
  receive(max: number, visibilityMs = this.settings.visibilityMs): readonly Received[] {
    const now = this.#deps.now();
    this.#reveal(now);
    const received: Received[] = [];
    while (received.length < max) {
      const taken = this.#shelf.take(max - received.length);
      if (taken.length === 0) break;
      for (const entry of taken) {
        if (this.#isOutdated(entry, now)) this.#forget(entry);
        else if (this.#isDead(entry)) this.#moveToDeadLetters(entry);
        else received.push(this.#handOut(entry, now, visibilityMs));
      }
    }
    return received;
  }

  remove(receiptHandle: string): HandleAnswer {
    const now = this.#deps.now();
    this.#reveal(now);
    const found = handlePattern.exec(receiptHandle);
    if (found === null) return 'no-such-handle';
    const entry = this.#entries.get(found[1] ?? '');
    if (entry === undefined) return 'done';
    const current = entry.receiveCount === Number(found[2]);
    // A FIFO queue refuses a handle whose time is over; a standard one honours the latest handle all the same.
    if (this.settings.fifo && !(current && entry.inFlight)) return 'handle-expired';
    if (!current) return 'done';
    if (entry.receiveCount === 1 && this.#deps.losesDeletions?.()) return 'done';
    this.#forget(entry);
    this.#announce();
    return 'done';
  }

  /** Sets when a message in flight becomes visible again; 0 means now. */
  changeVisibility(receiptHandle: string, visibilityMs: number): HandleAnswer {
    const now = this.#deps.now();
    this.#reveal(now);
    const found = handlePattern.exec(receiptHandle);
    if (found === null) return 'no-such-handle';
    const entry = this.#entries.get(found[1] ?? '');
    if (entry === undefined || entry.receiveCount !== Number(found[2]) || !entry.inFlight) return 'not-in-flight';
    entry.hiddenUntil = now + visibilityMs;
    this.#quietUntil = Math.min(this.#quietUntil, entry.hiddenUntil);
    this.#reveal(now);
    this.#announce();
    return 'done';
  }

  purge(): void {
    for (const entry of [...this.#entries.values()]) this.#forget(entry);
  }

  /** How many are visible, in flight and delayed. */
  counts(): { readonly visible: number; readonly inFlight: number; readonly delayed: number } {
    this.#reveal(this.#deps.now());
    const inFlight = [...this.#hidden].filter((entry) => entry.inFlight).length;
    return { visible: this.#entries.size - this.#hidden.size, inFlight, delayed: this.#hidden.size - inFlight };
  }

  /** When the oldest that is not deleted was sent; if there is none, at a time that never comes. */
  oldestSentAt(): number {
    return [...this.#entries.values()].reduce((at, { message }) => Math.min(at, message.sentAt), Number.MAX_VALUE);
  }

  /** No message becomes visible by time alone before then; undefined if none is hidden. */
  nextVisibleAt(): number | undefined {
    return this.#hidden.size === 0 ? undefined : this.#quietUntil;
  }

  /**
   * Builds the queue again from what happened. A message that was in flight then is visible now: its receiver is gone.
   */
  restore(happenings: Iterable<Happening>): void {
    const now = this.#deps.now();
    for (const happening of happenings) this.#replay(happening, now);
  }

  /** The shortest list of happenings that leads to this state. */
  snapshot(): readonly Happening[] {
    const happenings: Happening[] = [{ t: 'sequence', last: this.#lastSequence }];
    for (const [key, sent] of this.#window.entries(this.#deps.now())) happenings.push({ t: 'window', key, sent });
    for (const { message, receiveCount, firstReceivedAt, hiddenUntil, inFlight } of this.#entries.values()) {
      happenings.push({ t: 'sent', m: message, ...(inFlight ? {} : { hiddenUntil }) });
      if (receiveCount > 0) {
        happenings.push({ t: 'received', i: message.id, n: receiveCount, at: firstReceivedAt ?? message.sentAt });
      }
    }
    return happenings;
  }

  #replay(happening: Happening, now: number): void {
    switch (happening.t) {
      case 'sequence':
        this.#lastSequence = Math.max(this.#lastSequence, happening.last);
        return;
      case 'window':
        this.#window.keep(happening.key, happening.sent);
        return;
      case 'gone': {
        const entry = this.#entries.get(happening.i);
        if (entry !== undefined) this.#drop(entry);
        return;
      }
      case 'received': {
        const entry = this.#entries.get(happening.i);
        if (entry === undefined) return;
        entry.receiveCount = happening.n;
        entry.firstReceivedAt ??= happening.at;
        return;
      }
      case 'sent': {
        const { id, group, deduplicationId, sequence, sentAt } = happening.m;
        this.#lastSequence = Math.max(this.#lastSequence, Number(sequence ?? 0));
        if (group !== undefined && deduplicationId !== undefined && sequence !== undefined) {
          const key = deduplicationKey(this.settings.deduplicationScope, group, deduplicationId);
          this.#window.keep(key, { id, sequence, at: sentAt });
        }
        this.#place(happening.m, happening.hiddenUntil ?? now, now);
      }
    }
  }

  #nextSequence(): string {
    this.#lastSequence += 1;
    return String(this.#lastSequence).padStart(sequenceDigits, '0');
  }

  #accept(message: Message, hiddenUntil: number, now: number): void {
    this.#deps.record({ t: 'sent', m: message, ...(hiddenUntil > now ? { hiddenUntil } : {}) });
    this.#place(message, hiddenUntil, now);
    this.#announce();
  }

  #place(message: Message, hiddenUntil: number, now: number): void {
    const entry: Entry = { message, receiveCount: 0, firstReceivedAt: undefined, hiddenUntil, inFlight: false };
    this.#entries.set(message.id, entry);
    if (hiddenUntil > now) this.#hide(entry);
    else this.#shelf.put(entry);
  }

  #hide(entry: Entry): void {
    this.#hidden.add(entry);
    this.#quietUntil = Math.min(this.#quietUntil, entry.hiddenUntil);
  }

  /** Makes visible what is hidden no longer, in the order in which it may be seen. */
  #reveal(now: number): void {
    if (now < this.#quietUntil) return;
    const due = [...this.#hidden].filter((entry) => entry.hiddenUntil <= now);
    due.sort((a, b) => a.hiddenUntil - b.hiddenUntil);
    for (const entry of due) {
      this.#hidden.delete(entry);
      if (entry.inFlight) this.#shelf.giveBack(entry);
      else this.#shelf.put(entry);
    }
    this.#quietUntil = Number.POSITIVE_INFINITY;
    for (const { hiddenUntil } of this.#hidden) this.#quietUntil = Math.min(this.#quietUntil, hiddenUntil);
  }

  #handOut(entry: Entry, now: number, visibilityMs: number): Received {
    entry.receiveCount += 1;
    entry.firstReceivedAt ??= now;
    entry.hiddenUntil = now + visibilityMs;
    this.#hide(entry);
    this.#deps.record({ t: 'received', i: entry.message.id, n: entry.receiveCount, at: entry.firstReceivedAt });
    return {
      message: entry.message,
      receiptHandle: `${entry.message.id}#${entry.receiveCount}`,
      receiveCount: entry.receiveCount,
      firstReceivedAt: entry.firstReceivedAt,
    };
  }

  #isOutdated(entry: Entry, now: number): boolean {
    return entry.message.sentAt + this.settings.retentionMs <= now;
  }

  #isDead(entry: Entry): boolean {
    return this.#deadLetters !== undefined && entry.receiveCount >= this.#deadLetters.maxReceiveCount;
  }

  /** First into the other queue, then out of this one: a crash between leaves two, never none. */
  #moveToDeadLetters(entry: Entry): void {
    const target = this.#deadLetters?.queue;
    if (target === undefined) return;
    const { sequence: _, ...message } = entry.message;
    const now = this.#deps.now();
    target.#accept(
      {
        ...message,
        // A FIFO queue counts the retention of a moved message from now; a standard one from when it was first sent.
        ...(target.settings.fifo ? { sequence: target.#nextSequence(), sentAt: now } : {}),
        deadLetterSource: this.settings.arn,
      },
      now,
      now,
    );
    this.#forget(entry);
  }

  #forget(entry: Entry): void {
    this.#deps.record({ t: 'gone', i: entry.message.id });
    this.#drop(entry);
  }

  #drop(entry: Entry): void {
    this.#entries.delete(entry.message.id);
    this.#hidden.delete(entry);
    this.#shelf.remove(entry);
  }

  #announce(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
