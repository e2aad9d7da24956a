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

/**
 * Stands behind the function's own text, which stays as it is deployed. It chains promises: an `await` in a loop makes
 * Debian's njs crash.
 */
const driver = (events: string, outcomes: string) => `
;(function () {
  var fs = require('fs');
  function outcomeOf(event) {
    return new Promise(function (resolve) { resolve(handler(event)); }).then(
      function (result) { return { ok: true, result: result }; },
      function (error) { return { ok: false, error: String(error) }; }
    );
  }
  Promise.all(JSON.parse(fs.readFileSync(${JSON.stringify(events)}, 'utf8')).map(outcomeOf)).then(function (outcomes) {
    fs.writeFileSync(${JSON.stringify(outcomes)}, JSON.stringify(outcomes));
  });
})();
`;

/** The module `cloudfront` as CloudFront gives it: three methods, of which `get` rejects a key that is not there. */
const cloudfront = ({ values, fails }: StoreInNjs) => `
var values = ${JSON.stringify(values)};
function has(key) { return Object.prototype.hasOwnProperty.call(values, key); }
function answer(make) {
  return new Promise(function (resolve) {
    if (${fails}) throw new Error('the store cannot be read');
    resolve(make());
  });
}
function found(key) {
  if (!has(key)) throw new Error('KeyNotFound');
  return values[key];
}
export default {
  kvs: function () {
    return {
      get: function (key) { return answer(function () { return found(key); }); },
      exists: function (key) { return answer(function () { return has(key); }); },
    };
  },
};
`;

/** What stands in the store at the edge; `fails` if nobody can read it now. */
export interface StoreInNjs {
  readonly values: Readonly<Record<string, string>>;
  readonly fails: boolean;
}

/** Runs a function on many events in one process. Throws when njs does not take the function's text. */
export function runInNjs(njs: string, code: string, events: readonly unknown[], store: StoreInNjs): readonly Outcome[] {
  const folder = mkdtempSync(join(tmpdir(), 'stampede-njs-'));
  try {
    const input = join(folder, 'events.json');
    const output = join(folder, 'outcomes.json');
    const program = join(folder, 'function.js');
    writeFileSync(input, JSON.stringify(events));
    writeFileSync(program, code + driver(input, output));
    writeFileSync(join(folder, 'cloudfront'), cloudfront(store));
    execFileSync(njs, ['-p', folder, program], { stdio: 'pipe' });
    return JSON.parse(readFileSync(output, 'utf8')) as Outcome[];
  } catch (cause) {
    throw new Error(`njs did not run the function: ${(cause as { stderr?: Buffer }).stderr ?? cause}`, { cause });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
