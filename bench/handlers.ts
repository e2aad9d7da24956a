import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { type HandlerName, handlers } from '../contracts/handlers.ts';
import { median } from './measure.ts';

/*
 * Size and cold start of every handler, from the very assets that the templates name. A start is a fresh process that
 * imports the bundle, secrets and all, as Lambda's does. The number that counts is how many times longer it takes than
 * an empty handler. Milliseconds are only this machine's.
 */

export interface HandlerMeasure {
  readonly handler: HandlerName;
  /** Bytes of index.mjs. */
  readonly size: number;
  readonly gzipped: number;
  /** Milliseconds that importing the bundle takes, its secrets read; the median of five. */
  readonly loading: number;
  /** Milliseconds from starting the process to a handler that could be called; the median of five. */
  readonly coldStart: number;
  /** Times the cold start of an empty handler. */
  readonly timesEmpty: number;
}

const starts = 5;

/** `assembly`: folder of the synthesized templates and their assets. */
export async function benchHandlers(assembly: string, say: (line: string) => void): Promise<readonly HandlerMeasure[]> {
  const secrets = await serveSecrets();
  const folder = mkdtempSync(join(tmpdir(), 'stampede-bench-'));
  const empty = join(folder, 'index.mjs');
  writeFileSync(empty, 'export const handler = async () => ({});\n');
  const emptyStart = await coldStart(empty, {}, secrets.url);
  const measured: HandlerMeasure[] = [];
  for (const [handler, { file, env }] of deployedIn(assembly)) {
    const bytes = readFileSync(file);
    const start = await coldStart(file, env, secrets.url);
    say(`${handler}: ${Math.round(bytes.length / 1024)} kB, starts in ${start.coldStart.toFixed(0)} ms`);
    measured.push({
      handler,
      size: bytes.length,
      gzipped: gzipSync(bytes).length,
      ...start,
      timesEmpty: start.coldStart / emptyStart.coldStart,
    });
  }
  secrets.stop();
  rmSync(folder, { recursive: true });
  return measured;
}

/** A handler as it is deployed. */
interface DeployedHandler {
  /** The path of its bundle. */
  readonly file: string;
  readonly env: Readonly<Record<string, string>>;
}

/** What the templates deploy for each handler: they describe a function by the handler's name. */
export function deployedIn(assembly: string): ReadonlyMap<HandlerName, DeployedHandler> {
  const templates = readdirSync(assembly).filter((name) => name.endsWith('.template.json'));
  const found = new Map<string, DeployedHandler>();
  for (const name of templates) {
    const { Resources = {} } = JSON.parse(readFileSync(join(assembly, name), 'utf8')) as StackTemplate;
    for (const { Type, Properties } of Object.values(Resources)) {
      const asset = Properties?.Code?.S3Key?.replace(/\.zip$/, '');
      if (Type !== 'AWS::Lambda::Function' || !asset || !Properties?.Description) continue;
      const variables = Object.entries(Properties.Environment?.Variables ?? {});
      found.set(Properties.Description, {
        file: join(assembly, `asset.${asset}`, 'index.mjs'),
        env: Object.fromEntries(
          variables.map(([key, value]) => [key, textOf(value, `arn:bench:${key.toLowerCase()}`)]),
        ),
      });
    }
  }
  return new Map(
    (Object.keys(handlers) as HandlerName[]).map((handler) => {
      const deployed = found.get(handler);
      if (!deployed) throw new Error(`No template has a function described as ${handler}`);
      return [handler, deployed] as const;
    }),
  );
}

/** A value of a template as text: what only a deployment knows is `unknown`, also amid what it is joined to. */
function textOf(value: TemplateValue, unknown: string): string {
  if (typeof value === 'string') return value;
  const [between, parts] = value['Fn::Join'] ?? [];
  return parts ? parts.map((part) => textOf(part, unknown)).join(between) : unknown;
}

type TemplateValue = string | { readonly 'Fn::Join'?: readonly [string, readonly TemplateValue[]] };

interface StackTemplate {
  readonly Resources?: Readonly<
    Record<
      string,
      {
        readonly Type: string;
        readonly Properties?: {
          readonly Description?: string;
          readonly Code?: { readonly S3Key?: string };
          readonly Environment?: { readonly Variables?: Readonly<Record<string, TemplateValue>> };
        };
      }
    >
  >;
}

/** The medians of five fresh processes, after one that warms the disk. */
async function coldStart(
  file: string,
  env: Readonly<Record<string, string>>,
  secrets: string,
): Promise<Pick<HandlerMeasure, 'loading' | 'coldStart'>> {
  const loading: number[] = [];
  const whole: number[] = [];
  for (let start = 0; start <= starts; start += 1) {
    const from = performance.now();
    const child = fork(fileURLToPath(new URL('cold-start.ts', import.meta.url)), [file], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: {
        ...env,
        PATH: process.env.PATH,
        AWS_REGION: 'local-1',
        AWS_ACCESS_KEY_ID: 'local',
        AWS_SECRET_ACCESS_KEY: 'local',
        AWS_ENDPOINT_URL: secrets,
        AWS_LAMBDA_FUNCTION_NAME: 'bench',
        POWERTOOLS_TRACE_ENABLED: 'false',
      },
    });
    const [message] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as [unknown];
    if (typeof message !== 'object') throw new Error(`${file} did not start (status ${message})`);
    if (start > 0) {
      whole.push(performance.now() - from);
      loading.push((message as { took: number }).took);
    }
    child.disconnect();
    if (child.exitCode === null) await once(child, 'exit');
  }
  return { loading: median(loading), coldStart: median(whole) };
}

/** Secrets Manager as far as a cold start needs it: every secret has the same text. */
async function serveSecrets(): Promise<{ readonly url: string; stop(): void }> {
  const body = JSON.stringify({
    ARN: 'arn:bench',
    Name: 'bench',
    SecretString: JSON.stringify({ id: 'a', secret: 'bench '.repeat(10) }),
  });
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' }).end(body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
