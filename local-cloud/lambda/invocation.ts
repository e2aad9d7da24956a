/**
 * The ways in which one invocation of a function ends, and the words between the local cloud and a function's threads.
 */

export type Invocation =
  /** `payload` is the JSON that the handler returned. */
  | { readonly outcome: 'returned'; readonly payload: string }
  /** The handler threw, timed out, or its thread ended; `payload` is JSON, see `FunctionError`. */
  | { readonly outcome: 'failed'; readonly payload: string }
  /** Its reserved concurrency is used up, or the cloud is stopping. */
  | { readonly outcome: 'throttled' };

/** The payload of a failed invocation, as Lambda words it. */
export interface FunctionError {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace?: readonly string[];
}

export const failed = (error: FunctionError): Invocation => ({ outcome: 'failed', payload: JSON.stringify(error) });

/** An error that comes out of a thread is of no class of this one, so it is known by what it says. */
const isError = (error: unknown): error is Error =>
  typeof error === 'object' && error !== null && 'name' in error && 'message' in error;

export const asFunctionError = (error: unknown): FunctionError =>
  isError(error)
    ? { errorType: error.name, errorMessage: error.message, trace: (error.stack ?? '').split('\n') }
    : { errorType: typeof error, errorMessage: String(error), trace: [] };

/** The order that a thread gets once, when it starts. */
export interface ThreadOrder {
  /** Absolute path of the module. */
  readonly file: string;
  readonly handler: string;
  readonly logFile: string;
  /** Stands before each line on the terminal; undefined to write to the log alone. */
  readonly terminalPrefix: string | undefined;
  readonly functionName: string;
  readonly functionArn: string;
  readonly memoryMb: number;
  readonly timeoutMs: number;
  readonly compileCache: string;
}

/** The order that a thread gets for each invocation. */
export interface InvocationOrder {
  readonly requestId: string;
  /** JSON. */
  readonly event: string;
  /** Nobody waits for it: other work on this machine comes first. */
  readonly patient: boolean;
}

/** The order to do nothing at all for so long, in the middle of whatever it does: as a machine that stalls. */
export interface StandStillOrder {
  readonly standStillMs: number;
}

/** The order to run otherwise from now on: by another clock, without room for files. */
export interface DisturbOrder {
  readonly disturbed: { readonly clockOffMs: number; readonly isDiskFull: boolean };
}

export type ThreadReport =
  | { readonly is: 'ready' }
  | { readonly is: 'broken'; readonly error: FunctionError }
  /** It printed metrics, by the embedded metric format. */
  | { readonly is: 'embedded'; readonly line: string }
  | { readonly is: 'returned'; readonly payload: string }
  | { readonly is: 'failed'; readonly error: FunctionError };
