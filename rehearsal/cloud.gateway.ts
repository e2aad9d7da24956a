import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';

/** A local cloud that runs, as it describes itself in `<state>/local.json`. */
export interface FoundCloud {
  /** Absolute or relative to the working folder. */
  readonly state: string;
  /** Addresses a person may open, by name. */
  readonly addresses: readonly { readonly name: string; readonly url: string }[];
  /** Endpoints of the emulated services by the SDK's service id in upper snake case. */
  readonly endpoints: Readonly<Record<string, string>>;
  /** The value of a stack output by its key. Throws if no stack has it. */
  output(key: string): string;
}

/** Reads `<state>/local.json`; undefined if nothing runs there. */
export function findCloud(state: string): FoundCloud | undefined {
  const file = join(state, 'local.json');
  if (!existsSync(file)) return undefined;
  const { pid, addresses, outputs, endpoints } = JSON.parse(readFileSync(file, 'utf8')) as {
    pid: number;
    addresses: FoundCloud['addresses'];
    outputs: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
    endpoints: Readonly<Record<string, string>>;
  };
  if (!runs(pid)) return undefined;
  const flat = new Map(
    Object.entries(outputs).flatMap(([key, value]) =>
      typeof value === 'string' ? [[key, value]] : Object.entries(value),
    ),
  );
  return {
    state,
    addresses,
    endpoints,
    output(key) {
      const value = flat.get(key);
      if (value === undefined) throw new Error(`No stack of the running cloud has the output ${key}`);
      return value;
    },
  };
}

/** The address of the site. Addresses bear the names of their distributions in the templates; the other one serves boards only. */
export function siteOf({ addresses }: FoundCloud): string {
  const found = addresses.find(({ name }) => name.startsWith('Site')) ?? addresses[0];
  if (!found) throw new Error('The running cloud has no address to open');
  return found.url.replace(/\/$/, '');
}

/**
 * Requests for published files of lines since the cloud's start, and reads of them at the origin. They are of all its
 * distributions together, and at most a second old. Undefined if it keeps no such counts.
 */
export function readCdnCounts({
  state,
}: FoundCloud): { readonly requests: number; readonly originReads: number } | undefined {
  const folder = join(state, 'cdn');
  if (!existsSync(folder)) return undefined;
  const counts = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => {
      const behaviours = JSON.parse(readFileSync(join(folder, name), 'utf8')) as readonly BehaviourCounts[];
      // The distribution for polls has nothing but published files, where no other behaviour is said.
      const usual = name.startsWith('Live') ? '*' : '/lines/*';
      return behaviours.filter(({ pattern }) => pattern === usual);
    });
  return {
    requests: counts.reduce((sum, { requests }) => sum + requests, 0),
    originReads: counts.reduce((sum, { originReads }) => sum + originReads, 0),
  };
}

interface BehaviourCounts {
  readonly pattern: string;
  readonly requests: number;
  readonly originReads: number;
}

/** Signal 0 asks whether a process is there and does nothing to it. */
function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    // No such process: the file was left by one that was killed.
    return false;
  }
}

/** The settings of every client of the local cloud: any region, any credentials. */
export const localCredentials = {
  region: 'local-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
} as const;

/** Calls an operator's function, as `aws lambda invoke` would. Throws with what it answered unless that is ok. */
export async function operate<Reply extends object>(
  cloud: FoundCloud,
  output: string,
  payload: unknown,
): Promise<Reply> {
  const client = new LambdaClient({ ...localCredentials, endpoint: `${cloud.endpoints.LAMBDA}` });
  const { Payload, FunctionError } = await client.send(
    new InvokeCommand({ FunctionName: cloud.output(output), Payload: Buffer.from(JSON.stringify(payload)) }),
  );
  client.destroy();
  const text = Payload ? Buffer.from(Payload).toString('utf8') : '';
  const reply = JSON.parse(text || '{}') as Reply & { ok?: boolean };
  if (FunctionError || reply.ok === false) throw new Error(`${output} refused: ${text}`);
  return reply;
}
