import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openWire, type WireRequest, type WireResponse } from './wire.ts';

/*
 * Many requests, so many in flight, from a process of its own. So the cost of sending them is counted apart from the
 * cost of answering them.
 */

export interface Volley {
  /** `http://127.0.0.1:8787` */
  readonly site: string;
  readonly requests: readonly WireRequest[];
  readonly inFlight: number;
}

export interface VolleyResult {
  /** In the order of the requests. */
  readonly responses: readonly (WireResponse & { readonly took: number })[];
  /** Milliseconds since the epoch: just before the first request. */
  readonly startedAt: number;
  /** From the first request to the last answer. */
  readonly seconds: number;
  /** Processor seconds of the driver. */
  readonly driverCpu: number;
}

/** A slow machine refuses some of what it is sent at once. One that refuses for a minute answers nothing. */
const patienceMs = 60_000;
const againMs = 500;

const file = fileURLToPath(import.meta.url);

/** Sends them from another process. */
export async function fire(volley: Volley): Promise<VolleyResult> {
  const child: ChildProcess = fork(file, [], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    serialization: 'advanced',
  });
  child.send(volley);
  const [result] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as [VolleyResult | number];
  if (typeof result !== 'object') throw new Error(`The driver ended with status ${result}`);
  // With nobody to talk to, it ends by itself.
  child.disconnect();
  return result;
}

async function send({ site, requests, inFlight }: Volley): Promise<VolleyResult> {
  const { hostname, port } = new URL(site);
  const responses: (WireResponse & { took: number })[] = new Array(requests.length);
  const waiting = requests.entries();
  const cpu = process.cpuUsage();
  const startedAt = Date.now();
  const from = performance.now();
  const one = async () => {
    const wire = openWire(hostname, Number(port));
    for (const [index, request] of waiting) {
      const sent = performance.now();
      let response = await wire.send(request);
      // A page sends what was refused as busy again, and so long its fan waits.
      while (response.status === 503 && performance.now() - sent < patienceMs) {
        await wait(againMs);
        response = await wire.send(request);
      }
      responses[index] = { ...response, took: performance.now() - sent };
    }
    wire.close();
  };
  await Promise.all(Array.from({ length: inFlight }, one));
  const seconds = (performance.now() - from) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  return { responses, startedAt, seconds, driverCpu: (user + system) / 1e6 };
}

if (process.argv[1] === file && process.send) {
  process.once('message', async (volley) => process.send?.(await send(volley as Volley)));
}
