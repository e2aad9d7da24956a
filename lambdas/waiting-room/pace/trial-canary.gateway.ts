import { createHash, createHmac } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';
import type { LineStore } from '../line/line-store.ts';
import { reportTrialNotStarted } from './pace-metrics.gateway.ts';
import { trialBegins } from './start-trials.ts';

/*
 * Starts the canary of the trial. Synthetics has one call that we need, so it is signed here, instead of a client of
 * three hundred kilobytes in the function that every line depends on.
 */

const service = 'synthetics';
const answersWithinMs = 5000;

/** As the signer wants its digests. */
class Sha256 {
  readonly #digest;

  constructor(key?: string | ArrayBuffer | ArrayBufferView) {
    this.#digest = key === undefined ? createHash('sha256') : createHmac('sha256', bytesOf(key));
  }
  update(data: string | ArrayBuffer | ArrayBufferView): void {
    this.#digest.update(bytesOf(data));
  }
  async digest(): Promise<Uint8Array> {
    return this.#digest.digest();
  }
}

function bytesOf(data: string | ArrayBuffer | ArrayBufferView): Buffer {
  if (typeof data === 'string') return Buffer.from(data);
  return ArrayBuffer.isView(data) ? Buffer.from(data.buffer, data.byteOffset, data.byteLength) : Buffer.from(data);
}

/** Lambda gives every function its own key. */
function signerOf(env: NodeJS.ProcessEnv): SignatureV4 {
  const { AWS_ACCESS_KEY_ID = '', AWS_SECRET_ACCESS_KEY = '', AWS_SESSION_TOKEN, AWS_REGION = '' } = env;
  return new SignatureV4({
    service,
    region: AWS_REGION,
    sha256: Sha256,
    credentials: {
      accessKeyId: AWS_ACCESS_KEY_ID,
      secretAccessKey: AWS_SECRET_ACCESS_KEY,
      ...(AWS_SESSION_TOKEN !== undefined && { sessionToken: AWS_SESSION_TOKEN }),
    },
  });
}

/** Begins a run, unless one is under way. */
export async function startCanary(name: string, env: NodeJS.ProcessEnv): Promise<void> {
  const url = new URL(
    `/canary/${encodeURIComponent(name)}/start`,
    env.AWS_ENDPOINT_URL_SYNTHETICS ?? `https://${service}.${env.AWS_REGION}.amazonaws.com`,
  );
  const { hostname, port, protocol, pathname: path } = url;
  const signed = await signerOf(env).sign({
    method: 'POST',
    protocol,
    hostname,
    path,
    headers: { host: port ? `${hostname}:${port}` : hostname },
  });
  const answer = await fetch(url, {
    method: 'POST',
    headers: signed.headers,
    signal: AbortSignal.timeout(answersWithinMs),
  });
  // 409: it is running.
  if (!answer.ok && answer.status !== 409)
    throw new Error(`Synthetics answered ${answer.status}: ${await answer.text()}`);
}

/** Beside the ticks: a trial that does not begin is no reason for a line to stand still. */
export function trialStarter(name: string, lines: Pick<LineStore, 'live'>): () => Promise<void> {
  return async () => {
    try {
      const now = Date.now();
      if (trialBegins(await lines.live(now), now)) await startCanary(name, process.env);
    } catch (error) {
      reportTrialNotStarted(error);
    }
  };
}
