/**
 * The pulse of a house that decides: how many asks of the last minute it answered, how many it refused, and how many it
 * took long for. Each batch adds what it did to the beat of its ten seconds once its decisions are written. A reader
 * learns two things: how the house does, and whether any seat can have changed since. A batch that comes again answers
 * `again`, which is an ask and no decision, so nothing is decided twice.
 *
 *     batch ─▶ written ─▶ added to the beat       beats:  |■■■■|■■■|····|····|■|     each 10 s, the last minute read
 */
export interface Pulse {
  /** Asks of every kind, also those that came again: a seat may have changed. */
  readonly asks: number;
  /** Asks for seats that were decided. */
  readonly decided: number;
  /** Of these: the house could not give what may be given, and the fan made no mistake. */
  readonly refused: number;
  /** Of these: decided more than 10 s after the fan asked. */
  readonly slow: number;
}

export interface Beat extends Pulse {
  /** Milliseconds since the epoch: when its ten seconds begin. */
  readonly beginsAt: number;
}

/** The owner of the beat. */
export interface BeatKey {
  readonly onSale: string;
  readonly beginsAt: number;
  /** So that no item is hot, the performances of an on-sale are spread over so many. */
  readonly shard: number;
}

export const beatMs = 10_000;

/**
 * An item takes 1,000 writes a second. 10,000 orders a minute are 170 fans a second, who hold, sell and give back. That
 * is 400 asks, at worst each in a batch of its own, over four items.
 */
export const pulseShards = 4;

export const beatAt = (now: number): number => Math.floor(now / beatMs) * beatMs;

export function beatShardOf(performance: string): number {
  return [...performance].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 65_521, 7) % pulseShards;
}

/** Every beat that overlaps the last minute. */
export function beatsOfMinute(onSale: string, now: number): readonly BeatKey[] {
  const beats = Array.from({ length: 7 }, (_, back) => beatAt(now) - back * beatMs);
  return beats.flatMap((beginsAt) => Array.from({ length: pulseShards }, (_, shard) => ({ onSale, beginsAt, shard })));
}

export function sumOf(pulses: readonly Pulse[]): Pulse {
  const total = (name: keyof Pulse) => pulses.reduce((sum, pulse) => sum + pulse[name], 0);
  return { asks: total('asks'), decided: total('decided'), refused: total('refused'), slow: total('slow') };
}
