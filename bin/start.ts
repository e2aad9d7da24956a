import { fork } from 'node:child_process';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Places } from './greeting.ts';
import { argumentsOf, readStartOptions, type SomeStartOptions, usage } from './start-options.ts';

/*
 * `npm start`: builds, runs the synthesized templates on this machine, loads an example season and says
 * where to look. `startStampede` does the same in a process of its own, for rehearsals and tests.
 */

export interface RunningStampede extends Places {
  /** Ends it as Ctrl-C does: work in flight is finished and kept. */
  stop(): Promise<void>;
}

/** Starts everything in a process of its own, on any free port and ready for a rush, and answers when fans may come. */
export function startStampede(options: SomeStartOptions): Promise<RunningStampede> {
  const child = fork(fileURLToPath(import.meta.url), argumentsOf({ port: 0, warm: true, ...options }), {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  return new Promise((ready, reject) => {
    child.once('exit', (code) => reject(new Error(`The local cloud ended with status ${code}:\n${output}`)));
    child.once('message', (places) =>
      ready({
        ...(places as Places),
        stop: async () => {
          child.kill('SIGTERM');
          await ended;
        },
      }),
    );
  });
}

async function main(args: readonly string[]): Promise<void> {
  const began = performance.now();
  const asked = readStartOptions(args);
  if (!asked.ok) {
    console.error(`${asked.problem}\n\n${usage}`);
    process.exitCode = 2;
  } else if (asked.ask === 'help') {
    console.log(usage);
  } else {
    // Imported late: everything after the first start is found compiled, and a usage needs none of it.
    const { runHere } = await import('./run-here.ts');
    await runHere(asked.options, began);
  }
}

if (import.meta.main) {
  enableCompileCache(join(import.meta.dirname, '..', 'node_modules', '.cache', 'stampede'));
  await main(process.argv.slice(2)).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  });
}
