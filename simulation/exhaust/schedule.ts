/**
 * A schedule says at each step which of the waiting calls goes next, and what becomes of it. As text it is a number a
 * step, of the calls that wait in the order they were made, with the letter of a mishap: `0,0,2x,1`. What is left out at
 * the end is 0: the call that has waited longest goes next, and all goes well.
 */
export const fates = ['well', 'dies-after', 'answer-lost', 'repeated', 'never'] as const;

/**
 *   well          the call takes effect and is answered
 *   dies-after    it takes effect, and the process is killed before it hears of it
 *   answer-lost   it takes effect, and the process hears of an error
 *   repeated      it takes effect twice, as with a client that retries by itself
 *   never         it was on its way when its process was killed, and never arrives
 */
export type Fate = (typeof fates)[number];

/** The fates that the budget of mishaps pays for. */
export type PaidFate = Exclude<Fate, 'well' | 'never'>;

export interface ScheduleStep {
  /** Which of the waiting, from 0. */
  readonly nth: number;
  readonly fate: Fate;
}

const letters: Readonly<Record<Fate, string>> = {
  well: '',
  'dies-after': 'x',
  'answer-lost': 'l',
  repeated: 'r',
  never: 'n',
};

export function scheduleText(steps: readonly ScheduleStep[]): string {
  const texts = steps.map(({ nth, fate }) => `${nth}${letters[fate]}`);
  while (texts.at(-1) === '0') texts.pop();
  return texts.join(',') || '0';
}

/** Undefined if it is none. */
export function readSchedule(text: string): readonly ScheduleStep[] | undefined {
  const steps = text.split(',').map((one): ScheduleStep | undefined => {
    const [, nth, letter] = /^(\d{1,4})([a-z]?)$/.exec(one.trim()) ?? [];
    const fate = fates.find((name) => letters[name] === letter);
    return nth === undefined || fate === undefined ? undefined : { nth: Number(nth), fate };
  });
  return steps.every((step) => step !== undefined) ? steps : undefined;
}
