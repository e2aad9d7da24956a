import { existsSync, globSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { apiPrefix } from '../contracts/api.ts';
import { importsIn, pathsIn, withoutComments } from './named-files.ts';

/*
 * The plan of the house as a test: which room may import which, and what a file's suffix lets it touch.
 * A new arrow is a decision: draw it in docs/architecture.md first, then here.
 */

const home = join(import.meta.dirname, '..');
const rooms =
  '{bin,lib,contracts,rules,words,lambdas,edge,verify,site,local-cloud,stand-ins,simulation,calibration,rehearsal,preflight,bench,examples,test}';
const files = globSync(`${rooms}/**/*.{ts,tsx}`, {
  cwd: home,
  exclude: (name) => name === 'dist' || name === 'node_modules',
}).sort();
const textOf = (file: string) => readFileSync(join(home, file), 'utf8');

const importsOf = (file: string) => importsIn(textOf(file), file);
const pathsOf = (file: string) => pathsIn(textOf(file), file, home);

/** Whether an import leads to a file of this project; a package's inside is not ours. */
function isOurs(target: string): boolean {
  return target.includes('/') && !target.startsWith('node_modules/') && existsSync(join(home, target));
}

/** The room a file stands in: contexts of `lambdas/` are rooms of their own. */
function roomOf(file: string): string {
  const [top = '', second = ''] = file.split('/');
  return top === 'lambdas' ? `lambdas/${second}` : top;
}

/** Tests stand in a room of their own, but those of the local cloud, which is a workspace, stand in it. */
const isTest = (file: string) => /^(local-cloud\/)?test\//.test(file);

/** A plain file touches nothing: no suffix that says what it may touch. */
const isPlain = (file: string) =>
  !/\.(store|gateway|lambda)\.ts$/.test(file) && !/\/(env|observe|http|operator|batch)\.ts$/.test(file);

const contexts = ['waiting-room', 'seating', 'ordering', 'catalogue', 'run-up', 'staff', 'control-room'].map(
  (name) => `lambdas/${name}`,
);

/** From each room: the rooms and single files it may import besides itself. `plain` are plain files of any context. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  contracts: [],
  rules: ['contracts'],
  // Money and time are written by the rules that servers reckon with (docs/decisions/0042).
  words: ['rules', 'contracts'],
  // Whether a house is frozen is one rule, for the catalogue and for a deployment (docs/decisions/0072).
  lib: ['contracts', 'rules/freeze.ts'],
  // The lists of troubles and of faults, for rehearsals with people and with chaos.
  bin: [
    'lib',
    'contracts',
    'local-cloud',
    'examples',
    'rehearsal',
    'preflight',
    'simulation/troubles.ts',
    'simulation/chaos-kinds.ts',
  ],
  // What the run-up is told, the forms that functions read secrets by, and one question to the fallback (docs/decisions/0077).
  preflight: ['lib', 'plain', 'lambdas/run-up/checks/fallback.gateway.ts', 'rules', 'contracts'],
  'lambdas/foundation': ['words', 'rules', 'contracts'],
  ...Object.fromEntries(contexts.map((context) => [context, ['lambdas/foundation', 'words', 'rules', 'contracts']])),
  // The list of what CloudFront's runtime has, for the build (docs/decisions/0022).
  edge: ['contracts', 'local-cloud/cloudfront/function-runtime.ts'],
  verify: ['words', 'rules', 'contracts'],
  site: ['verify', 'words', 'rules', 'contracts'],
  'local-cloud': [],
  'stand-ins': ['contracts'],
  examples: ['rules', 'contracts'],
  simulation: ['plain', 'rehearsal', 'stand-ins', 'edge', 'local-cloud', 'rules', 'contracts'],
  calibration: ['plain', 'simulation', 'rehearsal', 'rules', 'contracts'],
  bench: [
    'contracts',
    'rules',
    'lambdas/foundation',
    ...contexts,
    'examples',
    'bin',
    'rehearsal',
    'simulation',
    'local-cloud',
  ],
  rehearsal: ['plain', 'rules', 'contracts', 'examples'],
};

/** Arrows that a path may take and an import may not: what is built, bundled or run in a process of its own. */
const arrowsByPath: Readonly<Record<string, readonly string[]>> = {
  // The run of a trial, which is bundled for a canary (docs/decisions/0064).
  lib: ['lambdas/foundation', 'rehearsal'],
  bin: ['edge', 'verify', 'site', 'stand-ins'],
  bench: ['site'],
};

/** Rooms whose plain files must not know time, chance or the machine. */
const pureRooms = ['contracts', 'rules', 'words', ...contexts, 'lambdas/foundation'];

describe('the rooms', () => {
  test.each(Object.keys(arrows))('%s imports and runs only what the plan allows', (room) => {
    const inRoom = files.filter((file) => roomOf(file) === room);
    expect(inRoom.length).toBeGreaterThan(0);
    const allows = (target: string, rooms: readonly string[] = []) => {
      const to = roomOf(target);
      const viaPlain = rooms.includes('plain') && to.startsWith('lambdas/') && isPlain(target);
      return to === room || rooms.includes(to) || rooms.includes(target) || viaPlain;
    };
    const breaches = inRoom.flatMap((file) =>
      [
        ...importsOf(file).filter((target) => isOurs(target) && !allows(target, arrows[room])),
        ...pathsOf(file).filter((target) => !allows(target, arrows[room]) && !allows(target, arrowsByPath[room])),
      ].map((target) => `${file} → ${target}`),
    );
    expect([...new Set(breaches)]).toEqual([]);
  });

  test('no way along the arrows leads back to where it began', () => {
    const next = (room: string) =>
      [...(arrows[room] ?? []), ...(arrowsByPath[room] ?? [])].flatMap((to) => (to === 'plain' ? contexts : [to]));
    const circles: string[] = [];
    const walk = (way: readonly string[]): void => {
      for (const to of next(way.at(-1) ?? ''))
        if (to === way[0]) circles.push([...way, to].join(' → '));
        else if (!way.includes(to)) walk([...way, to]);
    };
    for (const room of Object.keys(arrows)) walk([room]);
    expect(circles).toEqual([]);
  });

  test('every relative import leads to a file', () => {
    const dangling = files.flatMap((file) =>
      importsOf(file)
        .filter((target) =>
          new RegExp(`^${rooms.replace(/[{}]/g, (c) => (c === '{' ? '(' : ')')).replaceAll(',', '|')}/`).test(target),
        )
        // `?url` asks the build for the address of a file, and the file is there all the same.
        .filter((target) => !existsSync(join(home, target.replace(/\?url$/, ''))))
        .map((target) => `${file} → ${target}`),
    );
    expect(dangling).toEqual([]);
  });

  test('every file stands in a room that the plan knows', () => {
    expect(files.filter((file) => roomOf(file) !== 'test' && !(roomOf(file) in arrows))).toEqual([]);
  });
});

describe('the suffix says what a file may touch', () => {
  const plain = files.filter((file) => pureRooms.includes(roomOf(file)) && isPlain(file));

  test.each([
    ['the AWS SDK', /from '@aws-sdk\//],
    ['the environment', /\bprocess\.env\b/],
    ['the clock', /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.now\b/],
    ['chance', /\bMath\.random\b|\brandomUUID\b|\brandomBytes\b|\bgetRandomValues\b/],
    ['timers', /\bset(?:Timeout|Interval|Immediate)\b/],
  ])('a plain file does not touch %s', (_, forbidden) => {
    expect(plain.length).toBeGreaterThan(20);
    expect(plain.filter((file) => forbidden.test(withoutComments(textOf(file))))).toEqual([]);
  });

  test('every client of AWS, and every request of ours over HTTP, has a time-out', () => {
    const ours = files.filter((file) => /^(?:lambdas|bin|lib|edge|verify|preflight)\//.test(file));
    const bare = ours.flatMap((file) => {
      const text = withoutComments(textOf(file));
      const clients =
        text.match(/\bnew \w*Client\((?!\s*(?:config\)|\{\s*\.\.\.(?:config|times|clientTimes\())).*/g) ?? [];
      const requests = [...text.matchAll(/(?<![\w.])fetch\(/g)]
        .map(({ index }) => text.slice(index, index + 400))
        .filter((call) => !/\bsignal: AbortSignal\.timeout\(/.test(call));
      return [...clients, ...requests].map((call) => `${file}: ${call.split('\n')[0]}`);
    });
    const made = ours.flatMap((file) => textOf(file).match(/\bnew \w*Client\(/g) ?? []);
    expect(made.length).toBeGreaterThan(8);
    expect(bare).toEqual([]);
    // `config` is what inTime() gives, and nobody else has such a name for it.
    const inLambdas = ours.filter((file) => file.startsWith('lambdas/'));
    const outside = inLambdas.flatMap((file) =>
      (textOf(file).match(/.*\bnew \w*Client\(.*/g) ?? []).filter((line) => !/\binTime\(\(config\) => new /.test(line)),
    );
    expect(outside).toEqual([]);
  });

  test('a handler is short: under 60 lines', () => {
    const handlers = files.filter((file) => file.endsWith('.lambda.ts'));
    expect(handlers.length).toBeGreaterThan(15);
    expect(handlers.filter((file) => textOf(file).split('\n').length > 60)).toEqual([]);
  });

  test('properties try the same examples in every run', () => {
    expect(files.filter((file) => /^import .*fast-check/m.test(textOf(file)))).toEqual([
      'local-cloud/test/same-examples.ts',
      // Requests of a run follow from its own seed.
      ...['from-schema', 'fuzz', 'hostile', 'requests'].map((file) => `rehearsal/fuzz/${file}.ts`),
      'test/properties.ts',
    ]);
  });

  test('an answer says ok: no presence of a field means that it was refused', () => {
    const guessing = /'(?:ok|refusal|refused|again)' in \w/;
    expect(files.filter((file) => guessing.test(withoutComments(textOf(file))))).toEqual([]);
  });

  test('only stores and gateways speak to AWS', () => {
    const speaking = files.filter((file) => file.startsWith('lambdas/') && /from '@aws-sdk\//.test(textOf(file)));
    expect(speaking.filter((file) => !/\.(store|gateway)\.ts$/.test(file))).toEqual([]);
  });
});

describe('names', () => {
  test('files are kebab-case and no room is a drawer for everything', () => {
    expect(files.filter((file) => !/^[a-z0-9./-]+$/.test(file))).toEqual([]);
    expect(
      files.filter((file) =>
        /(^|\/)(utils?|helpers?|common|misc|shared|[a-z-]*manager|[a-z-]*service)(\.|\/)/.test(file),
      ),
    ).toEqual([]);
  });

  test('one word, one thing: no two files declare a type of one name', () => {
    // What a page's view calls when the visitor does something.
    const conventions = ['Acts'];
    const declaredIn = new Map<string, string[]>();
    for (const file of files.filter((one) => !isTest(one) && roomOf(one) !== 'test'))
      for (const [, name = ''] of textOf(file).matchAll(
        /^(?:export )?(?:abstract )?(?:type|interface|class) (\w+)/gm,
      )) {
        // The local cloud is a workspace of its own.
        const whole = roomOf(file) === 'local-cloud' ? `${name} of the local cloud` : name;
        declaredIn.set(whole, [...(declaredIn.get(whole) ?? []), file]);
      }
    expect(declaredIn.size).toBeGreaterThan(500);
    const twice = [...declaredIn].filter(([name, places]) => places.length > 1 && !conventions.includes(name));
    expect(twice).toEqual([]);
  });

  test('nothing reaches outside the project', () => {
    const outside = files.filter((file) => importsOf(file).some((target) => target.startsWith('..')));
    expect(outside).toEqual([]);
  });

  test('a file over 300 lines says why', () => {
    const long = files.filter((file) => textOf(file).split('\n').length > 300);
    expect(long.filter((file) => !/long because/i.test(textOf(file)))).toEqual([]);
  });
});

describe('the local cloud', () => {
  const inside = files.filter((file) => roomOf(file) === 'local-cloud');

  test('runs the templates and nothing of ours', () => {
    const packages = inside.flatMap(importsOf);
    const ours = packages.filter((target) => isOurs(target) && roomOf(target) !== 'local-cloud');
    expect(packages.some((target) => isBuiltin(target))).toBe(true);
    expect(ours).toEqual([]);
  });

  test('names in its own package.json every package that it imports', () => {
    const { dependencies, devDependencies } = JSON.parse(textOf('local-cloud/package.json'));
    const packagesOf = (room: readonly string[]) =>
      new Set(
        room
          .flatMap(importsOf)
          .filter((target) => !isOurs(target) && !isBuiltin(target))
          .map((target) => /^(?:node_modules\/)?((?:@[^/]+\/)?[^/]+)/.exec(target)?.[1] ?? target),
      );
    const runs = packagesOf(inside.filter((file) => !isTest(file)));
    const tests = packagesOf(inside.filter(isTest));
    expect([runs.size > 1, tests.size > 5]).toEqual([true, true]);
    expect([...runs].filter((name) => !(name in dependencies))).toEqual([]);
    expect([...tests].filter((name) => !(name in devDependencies || name in dependencies))).toEqual([]);
  });

  test('stands without its tests', () => {
    expect(inside.some(isTest)).toBe(true);
    expect(inside.filter((file) => !isTest(file) && importsOf(file).some(isTest))).toEqual([]);
  });
});

test('an address of the API is written in the table of routes and nowhere else', () => {
  const known = ['contracts/api.ts', 'contracts/handlers.ts', 'test/contracts/api.test.ts'];
  const pages = globSync('site/**/*.{html,txt,css,json,webmanifest}', {
    cwd: home,
    exclude: (name) => name === 'dist' || name === 'node_modules',
  });
  expect([...files, ...pages].filter((file) => textOf(file).includes(apiPrefix)).sort()).toEqual(known);
});
