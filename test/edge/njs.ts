import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProgram } from '../debian-program.ts';

/*
 * CloudFront runs its functions in njs, an engine of its own and not V8. Debian's njs 0.7.9 is older than CloudFront's
 * and knows less, so that a function that runs here runs there.
 */

/** The path of njs. It is undefined when there is none and the tests may run without it. */
export function findNjs(): string | undefined {
  return findProgram({ name: 'njs', package: 'njs', variable: 'STAMPEDE_NJS', paths: ['/usr/bin/njs'] });
}

/** The outcome of one event: the handler's result, or the error that it threw. */
export type Outcome = { readonly ok: true; readonly result: unknown } | { readonly ok: false; readonly error: string };

/** Stands behind the function's own text, which stays as it is deployed. */
const driver = (events: string, outcomes: string) => `
;(function () {
  var fs = require('fs');
  var outcomes = JSON.parse(fs.readFileSync(${JSON.stringify(events)}, 'utf8')).map(function (event) {
    try {
      return { ok: true, result: handler(event) };
    } catch (error) {
      return { ok: false, error: String(error) };
    }
  });
  fs.writeFileSync(${JSON.stringify(outcomes)}, JSON.stringify(outcomes));
})();
`;

/** Runs a function on many events in one process. Throws when njs does not take the function's text. */
export function runInNjs(njs: string, code: string, events: readonly unknown[]): readonly Outcome[] {
  const folder = mkdtempSync(join(tmpdir(), 'stampede-njs-'));
  try {
    const input = join(folder, 'events.json');
    const output = join(folder, 'outcomes.json');
    const program = join(folder, 'function.js');
    writeFileSync(input, JSON.stringify(events));
    writeFileSync(program, code + driver(input, output));
    execFileSync(njs, [program], { stdio: 'pipe' });
    return JSON.parse(readFileSync(output, 'utf8')) as Outcome[];
  } catch (cause) {
    throw new Error(`njs did not run the function: ${(cause as { stderr?: Buffer }).stderr ?? cause}`, { cause });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
