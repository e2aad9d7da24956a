/*
 * A route turns a request into an answer, and does not know what carries the two. The API carries them to a function
 * (see http.ts), a stage in memory by itself. So a route is plain. It counts and notes nothing; it says what is to be
 * counted and noted. The time is given to it.
 */

export interface HttpRequest {
  /** The parameters of the path, by name. */
  readonly path: Readonly<Record<string, string | undefined>>;
  readonly query: Readonly<Record<string, string | undefined>>;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Each `name=value`. */
  readonly cookies: readonly string[];
  /** As it was sent; empty if nothing was. */
  readonly body: string;
  /** Of the access token that came along, once it was checked; undefined where nothing checks one. */
  readonly claims?: TokenClaims | undefined;
}

/** Every claim is a text, as the API hands them over. */
export type TokenClaims = Readonly<Record<string, string | undefined>>;

export interface HttpAnswer extends Told {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Whole values of `set-cookie`. */
  readonly cookies?: readonly string[];
  readonly body?: string | Uint8Array;
}

/** The notes of an answer for staff. */
export interface Told {
  /** The metrics to count up by one, as often as they are named. */
  readonly counted?: readonly string[];
  readonly noted?: readonly Note[];
}

/** A line for the log: ids and kinds, nothing personal. */
export interface Note {
  readonly level: 'info' | 'error';
  readonly message: string;
  readonly about: Readonly<Record<string, string>>;
}

export interface Route {
  /** Throws if the fault is ours. */
  readonly answer: (request: HttpRequest, now: number) => Promise<HttpAnswer>;
  /** The answer to the fan for a fault of ours: nothing of its cause. By `trace` staff find it in the logs. */
  readonly fault: (error: unknown, request: HttpRequest, now: number, trace?: string) => HttpAnswer;
  /** To a request that did not come through the edge. */
  readonly pastTheEdge: HttpAnswer;
}
