/** Route 53's health checkers: they ask for real, and keep what they found. */
import {
  afterAnswer,
  answersWell,
  checkers,
  isHealthy,
  type Opinions,
  settledOpinions,
  untilNextQuestion,
} from './health.ts';
import type { HealthCheck } from './records.ts';

/** The status that an address answers with; rejects or takes too long if nothing does. */
export type AskStatus = (url: string) => Promise<number>;

/** Milliseconds. A checker waits so long: four seconds for the connection, and two for the answer. */
const longestWait = 6_000;

export class Checkers {
  readonly #check: HealthCheck;
  readonly #ask: AskStatus;
  readonly #log: (line: string) => void;
  readonly #timers = new Map<number, NodeJS.Timeout>();
  #opinions: Opinions;

  constructor(check: HealthCheck, ask: AskStatus, log: (line: string) => void) {
    this.#check = check;
    this.#ask = ask;
    this.#log = log;
    // Until there are answers Route 53 takes an address for well.
    this.#opinions = settledOpinions(true);
  }

  isHealthy(): boolean {
    return isHealthy(this.#opinions, this.#check);
  }

  /** Begins as a check that was there before this cloud was started. */
  async start(): Promise<void> {
    this.#opinions = settledOpinions(await this.#isWell());
    for (let checker = 0; checker < checkers; checker += 1) this.#await(checker);
  }

  stop(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  #await(checker: number): void {
    const timer = setTimeout(
      () => {
        this.#look(checker);
      },
      untilNextQuestion(checker, this.#check, Date.now()),
    );
    this.#timers.set(checker, timer.unref());
  }

  async #look(checker: number): Promise<void> {
    const isWell = await this.#isWell();
    if (!this.#timers.has(checker)) return;
    const before = this.isHealthy();
    this.#opinions = afterAnswer(this.#opinions, checker, isWell, this.#check.threshold);
    if (before !== this.isHealthy()) this.#log(`${this.#check.url}: ${before ? 'unhealthy' : 'healthy'}`);
    this.#await(checker);
  }

  async #isWell(): Promise<boolean> {
    const { promise: late, resolve } = Promise.withResolvers<boolean>();
    const timer = setTimeout(() => resolve(false), longestWait);
    const asked = this.#ask(this.#check.url).then(answersWell, () => false);
    return Promise.race([asked, late]).finally(() => clearTimeout(timer));
  }
}
