/**
 * DynamoDB Local: Amazon's own engine, a Java program whose jar is inside the npm package
 * `amplify-dynamodb-simulator`. Data is kept in `<state>/dynamodb-local`.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { callDynamo, type DynamoEngine } from './engine.ts';

const oldestJava = 17;
const mostAttempts = 300;
const attemptMs = 100;

export type EngineFound =
  | { readonly ok: true; readonly folder: string }
  | { readonly ok: false; readonly problem: string };

/** The folder of the jar: the given one, or the npm package's. */
export const findJar = (given: string | undefined): EngineFound => {
  let folder = given;
  if (folder === undefined) {
    try {
      const require = createRequire(import.meta.url);
      folder = join(dirname(require.resolve('amplify-dynamodb-simulator/package.json')), 'emulator');
    } catch {
      return {
        ok: false,
        problem: 'DynamoDB Local needs the npm package amplify-dynamodb-simulator, which is not installed.',
      };
    }
  }
  return existsSync(join(folder, 'DynamoDBLocal.jar'))
    ? { ok: true, folder }
    : { ok: false, problem: `DynamoDB Local needs DynamoDBLocal.jar, which is not in ${folder}.` };
};

/** The major version of the `java` on the path; undefined if there is none. */
export const javaVersion = (): number | undefined => {
  const { stderr } = spawnSync('java', ['-version'], { encoding: 'utf8' });
  const found = /version "(\d+)/.exec(stderr ?? '');
  return found === null ? undefined : Number(found[1]);
};

/** Whether this machine can run DynamoDB Local, or the sentence that says what is missing. */
export const findDynamoDbLocal = (givenFolder: string | undefined): EngineFound => {
  const java = javaVersion();
  if (java === undefined || java < oldestJava) {
    const there = java === undefined ? 'no `java` is found here' : `the \`java\` found here is ${java}`;
    return {
      ok: false,
      problem: `DynamoDB Local needs Java ${oldestJava} or newer, and ${there}. Install a JRE, or leave out --database.`,
    };
  }
  return findJar(givenFolder);
};

/** Starts it and waits until it answers. @param port a free one: DynamoDB Local cannot choose. */
export const startDynamoDbLocal = async (
  folder: string,
  dbPath: string,
  port: number,
  log: (line: string) => void,
): Promise<DynamoEngine> => {
  mkdirSync(dbPath, { recursive: true });
  const child = spawn(
    'java',
    [
      `-Djava.library.path=${join(folder, 'DynamoDBLocal_lib')}`,
      '-jar',
      join(folder, 'DynamoDBLocal.jar'),
      '-port',
      String(port),
      '-dbPath',
      dbPath,
      // One database whatever region and key a caller signs with.
      '-sharedDb',
      '-disableTelemetry',
    ],
    // A Ctrl-C in the terminal reaches the whole process group; the engine must outlive its callers, so it has its own.
    // It leaves a file about itself in its working folder.
    { stdio: ['ignore', 'pipe', 'pipe'], detached: true, cwd: dbPath },
  );
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => log(text.trimEnd()));
  }
  let ended = false;
  const exited = new Promise<void>((resolve) => {
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  }).then(() => {
    ended = true;
  });
  const url = `http://127.0.0.1:${port}`;
  for (let attempt = 0; ; attempt += 1) {
    if (ended) throw new Error('DynamoDB Local ended while it started; its log says why.');
    const answered = await callDynamo(url, 'ListTables', {}).then(
      (reply) => reply.status === 200,
      () => false,
    );
    if (answered) break;
    if (attempt === mostAttempts) {
      child.kill();
      throw new Error(`DynamoDB Local did not answer within ${(mostAttempts * attemptMs) / 1000} seconds.`);
    }
    await new Promise((resolve) => setTimeout(resolve, attemptMs));
  }
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
};
