import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProgram } from '../../debian-program.ts';

/** The path of a Firefox; undefined if there is none. */
export function findFirefox(): string | undefined {
  return findProgram({
    name: 'Firefox',
    package: 'firefox-esr',
    variable: 'STAMPEDE_FIREFOX',
    paths: ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'],
  });
}

export interface FirefoxPage {
  goto(address: string): Promise<void>;
  /** The value of an expression in the page: a text, a number, or undefined. */
  evaluate(expression: string): Promise<string | number | undefined>;
  close(): Promise<void>;
}

interface Answer {
  readonly id?: number;
  readonly type: 'success' | 'error' | 'event';
  readonly message?: string;
  readonly result?: {
    readonly contexts?: readonly { readonly context: string }[];
    readonly type?: string;
    readonly result?: { readonly value?: string | number };
    readonly exceptionDetails?: { readonly text: string };
  };
}

/** A Firefox of Debian's as it is, driven by WebDriver BiDi: playwright drives only one that it has changed. */
export async function openFirefox(path: string): Promise<FirefoxPage> {
  const profile = mkdtempSync(join(tmpdir(), 'stampede-firefox-'));
  const firefox = spawn(
    path,
    ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port=0', 'about:blank'],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const socket = new WebSocket(`${await listening(firefox.stderr)}/session`);
  await new Promise((opened, failed) => {
    socket.addEventListener('open', opened, { once: true });
    socket.addEventListener('error', () => failed(new Error('Firefox does not answer')), { once: true });
  });
  const asked = new Map<number, (answer: Answer) => void>();
  socket.addEventListener('message', ({ data }) => {
    const answer = JSON.parse(`${data}`) as Answer;
    if (answer.id !== undefined) asked.get(answer.id)?.(answer);
  });
  let last = 0;
  const ask = async (method: string, params: object): Promise<NonNullable<Answer['result']>> => {
    last += 1;
    const id = last;
    const answered = new Promise<Answer>((done) => asked.set(id, done));
    socket.send(JSON.stringify({ id, method, params }));
    const answer = await answered;
    asked.delete(id);
    if (answer.type === 'error') throw new Error(`${method}: ${answer.message}`);
    return answer.result ?? {};
  };
  await ask('session.new', { capabilities: {} });
  const context = (await ask('browsingContext.getTree', {})).contexts?.[0]?.context;
  return {
    goto: async (url) => {
      await ask('browsingContext.navigate', { context, url, wait: 'complete' });
    },
    evaluate: async (expression) => {
      const { result, exceptionDetails } = await ask('script.evaluate', {
        expression,
        target: { context },
        awaitPromise: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.text);
      return result?.value;
    },
    close: async () => {
      const gone = new Promise((done) => firefox.once('exit', done));
      await ask('browser.close', {}).catch(() => firefox.kill());
      socket.close();
      await gone;
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

async function listening(said: AsyncIterable<Buffer>): Promise<string> {
  let all = '';
  for await (const part of said) {
    all += part;
    const address = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(all)?.[1];
    if (address) return address;
  }
  throw new Error(`Firefox ended: ${all}`);
}
