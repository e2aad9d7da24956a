import type { Clock } from '../site.ts';

/*
 * One step's patience: asks again each second, as a page does, until the answer is the one that is waited for or the
 * step's time is over. An answer that no waiting mends ends the step at once.
 */

export interface TrialCall {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /**
   * The type of the answer.
   * @default application/json, or nothing
   */
  readonly type?: string;
}

export interface TrialReply {
  /** 0 if nothing answered: no connection, or no answer in time. */
  readonly status: number;
  /** The content-type without its parameters; empty if there is none. */
  readonly type: string;
  /** As JSON where it is; else empty. */
  readonly body: unknown;
}

/** Never throws. */
export type AskTrial = (asked: TrialCall) => Promise<TrialReply>;

/** The step has failed; the message says what was asked for, and what was answered last. */
export class OutOfPatience extends Error {}

const everyMs = 1000;

/** A page asks again after these. So it does for what is not there yet: a draw sheet, a turn. */
const mendedByWaiting = new Set([0, 403, 404, 409, 425, 429]);

export class StepPatience {
  readonly #deps: { readonly ask: AskTrial; readonly clock: Clock };
  readonly #endsAt: number;

  constructor(deps: { readonly ask: AskTrial; readonly clock: Clock }, endsAt: number) {
    this.#deps = deps;
    this.#endsAt = endsAt;
  }

  /** The body of an answer with one of these statuses, of which `holds` is true. `what` is what is waited for. */
  async until<Body>(
    asked: TrialCall,
    statuses: readonly number[],
    what: string,
    holds: (body: Body) => boolean = () => true,
  ): Promise<Body> {
    const { ask, clock } = this.#deps;
    for (;;) {
      const answer = await ask(asked);
      const isOfType = asked.type === undefined || answer.type === asked.type;
      const isAsked = statuses.includes(answer.status) && isOfType;
      if (isAsked && holds(answer.body as Body)) return answer.body as Body;
      const mayMend = isAsked || answer.status >= 500 || mendedByWaiting.has(answer.status);
      if (!mayMend || clock.now() + everyMs > this.#endsAt) throw new OutOfPatience(told(what, asked, answer, mayMend));
      await clock.wait(everyMs);
    }
  }

  /** Does it once; what it throws is what failed. */
  async of<Done>(what: string, act: () => Promise<Done>): Promise<Done> {
    try {
      return await act();
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new OutOfPatience(`asked for ${what}, and it failed: ${why}`, { cause });
    }
  }
}

function told(what: string, { method, path }: TrialCall, { status, type, body }: TrialReply, waited: boolean): string {
  const said = status === 0 ? 'nothing answered' : `was answered ${status}${type && ` (${type})`}`;
  const text = body === undefined || body === '' ? '' : `: ${JSON.stringify(body)}`.slice(0, 500);
  return `${waited ? 'waited in vain for' : 'asked for'} ${what}. ${method} ${path} ${said}${text}`;
}
