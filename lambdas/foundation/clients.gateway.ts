import { type CallTimes, callTimes, clientTimes } from '../../contracts/call-times.ts';

/*
 * Every client of the AWS SDK in our functions is made by `inTime`, and the client of our tables ends its calls by the same
 * rule. No call lasts longer than its times, whatever the service does: it does not take the connection, is silent, stops
 * within an answer, or throttles. Nor does one last beyond the invocation that it belongs to, so a function says itself
 * what failed, before Lambda ends it.
 * A call that was given up may still have been taken: as after a crash, what is written is written on conditions.
 */

/** What we use of a client of the SDK. */
interface Client {
  readonly middlewareStack: {
    add(
      limit: Limiting,
      options: { readonly step: 'initialize'; readonly name: string; readonly priority: 'high' },
    ): void;
  };
}
// biome-ignore lint/suspicious/noExplicitAny: the SDK's middleware of any client; what passes through is not looked at.
type Limiting = (next: (given: any) => Promise<any>) => (given: any) => Promise<any>;

/** Of this function, as its template says: see contracts/call-times.ts. */
export const ourTimes = callTimes(Number(process.env.CALL_TRY_MS ?? 2000));

/** Milliseconds since the epoch. A function runs one invocation at a time. */
let callsEndAt = Number.POSITIVE_INFINITY;

/** For the stack of every handler: from now on calls end before the invocation does. */
export const endCallsInTime = {
  before({ context }: { readonly context: { getRemainingTimeInMillis?(): number } }): void {
    const left = context.getRemainingTimeInMillis?.() ?? Number.POSITIVE_INFINITY;
    callsEndAt = Date.now() + left - ourTimes.reserveMs;
  },
};

/** What a client is made with. */
export type ClientConfig = ReturnType<typeof clientTimes>;

export interface InTime {
  readonly times: CallTimes;
  /** Milliseconds since the epoch. */
  readonly endsAt: () => number;
}

/** A client whose calls end in time: `inTime((config) => new S3Client(config))`. */
export function inTime<Made extends Client>(make: (config: ClientConfig) => Made, limits: Partial<InTime> = {}): Made {
  const client = make(clientTimes(limits.times ?? ourTimes));
  const ending = endingInTime(limits);
  const limit: Limiting = (next) => (given) => ending(() => next(given));
  client.middlewareStack.add(limit, { step: 'initialize', name: 'inTime', priority: 'high' });
  return client;
}

/** Lets a call of any client last no longer than its times and the invocation. */
export function endingInTime({ times = ourTimes, endsAt = () => callsEndAt }: Partial<InTime> = {}) {
  return <Answer>(call: () => Promise<Answer>): Promise<Answer> =>
    within(call, Math.min(times.callMs, endsAt() - Date.now()));
}

/** A call that AWS did not answer in time. */
export class OutOfTime extends Error {
  override readonly name = 'OutOfTime';
}

async function within<Answer>(call: () => Promise<Answer>, mostMs: number): Promise<Answer> {
  if (mostMs <= 0) throw new OutOfTime('No time was left for a call');
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<never>((_, reject) => {
    // A clock may set no longer timer than this.
    const ms = Math.min(mostMs, 2 ** 31 - 1);
    timer = setTimeout(() => reject(new OutOfTime(`A call was not answered within ${Math.round(ms)} ms`)), ms);
  });
  try {
    return await Promise.race([call(), end]);
  } finally {
    clearTimeout(timer);
  }
}
