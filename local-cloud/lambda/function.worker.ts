/**
 * One execution environment of a function: a thread that loads the bundle once and then runs its handler for one event
 * at a time. All that the function prints goes to its log file at once, so that nothing is lost when the thread is
 * ended.
 */
import { openSync, writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { constants, setPriority } from 'node:os';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { hasMetrics } from '../cloudwatch/embedded-metrics.ts';
import { disturb } from './disturbed.ts';
import {
  asFunctionError,
  type DisturbOrder,
  type InvocationOrder,
  type StandStillOrder,
  type ThreadOrder,
  type ThreadReport,
} from './invocation.ts';
import { knowLocalhost } from './local-lookup.ts';

type Handler = (event: unknown, context: object) => unknown;

const order = workerData as ThreadOrder;
const port = parentPort;
if (port === null) throw new Error('function.worker.ts runs in a thread of the local cloud');

const report = (message: ThreadReport): void => port.postMessage(message);

const printTo = (terminal: 1 | 2): typeof process.stdout.write => {
  const log = openSync(order.logFile, 'a');
  const write = (chunk: string | Uint8Array, ...rest: readonly unknown[]): boolean => {
    const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
    writeSync(log, text);
    for (const line of text.split('\n')) if (hasMetrics(line)) report({ is: 'embedded', line });
    if (order.terminalPrefix !== undefined) writeSync(terminal, `${order.terminalPrefix}${text}`);
    const done = rest.find((each) => typeof each === 'function') as (() => void) | undefined;
    done?.();
    return true;
  };
  return write as typeof process.stdout.write;
};

knowLocalhost();
process.stdout.write = printTo(1);
process.stderr.write = printTo(2);

const contextOf = (requestId: string): object => {
  const deadline = performance.now() + order.timeoutMs;
  return {
    functionName: order.functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: order.functionArn,
    memoryLimitInMB: String(order.memoryMb),
    awsRequestId: requestId,
    logGroupName: `/aws/lambda/${order.functionName}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, Math.floor(deadline - performance.now())),
  };
};

/** As Lambda tells it to each invocation; nothing is sampled. */
const traceOf = (requestId: string): string => {
  const digits = requestId.replaceAll('-', '');
  const second = Math.floor(Date.now() / 1000).toString(16);
  return `Root=1-${second}-${digits.slice(0, 24)};Parent=${digits.slice(0, 16)};Sampled=0`;
};

const load = async (): Promise<Handler> => {
  const module = (await import(pathToFileURL(order.file).href)) as Readonly<Record<string, unknown>>;
  const exported = (module.default ?? {}) as Readonly<Record<string, unknown>>;
  const handler = module[order.handler] ?? exported[order.handler];
  if (typeof handler !== 'function') throw new Error(`${order.file} exports no function called "${order.handler}"`);
  // A thread is ended from outside. Without this call, the code that it compiled would never be kept.
  flushCompileCache();
  return handler as Handler;
};

/**
 * On Lambda a function has a processor of its own; here all share this machine's. Linux alone has priorities by thread:
 * elsewhere this would be the whole cloud's.
 */
const yieldToOthers = (): void => {
  if (process.platform === 'linux') setPriority(0, constants.priority.PRIORITY_BELOW_NORMAL);
};

const standStill = (ms: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
};

const serve = (handler: Handler): void => {
  port.on('message', async (order: InvocationOrder | StandStillOrder | DisturbOrder) => {
    if ('standStillMs' in order) return standStill(order.standStillMs);
    if ('disturbed' in order) return disturb(order.disturbed);
    const { requestId, event, patient } = order;
    if (patient) yieldToOthers();
    process.env._X_AMZN_TRACE_ID = traceOf(requestId);
    try {
      const result = await handler(JSON.parse(event), contextOf(requestId));
      report({ is: 'returned', payload: JSON.stringify(result) ?? 'null' });
    } catch (error) {
      const fault = asFunctionError(error);
      process.stderr.write(`${JSON.stringify({ requestId, ...fault })}\n`);
      report({ is: 'failed', error: fault });
    }
  });
  report({ is: 'ready' });
};

load().then(serve, (error: unknown) => {
  const fault = asFunctionError(error);
  process.stderr.write(`${JSON.stringify(fault)}\n`);
  report({ is: 'broken', error: fault });
});
