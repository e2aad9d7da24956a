import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readDeployOptions } from '../../../lib/deployment/deploy-options.ts';

/* What pages say of deploying: a person copies it in the worst hour, so each command must be one that works there. */

const home = join(import.meta.dirname, '..', '..', '..');
const pages = globSync(['*.md', 'docs/**/*.md', 'examples/*.md', 'local-cloud/*.md', 'verify/*.md'], { cwd: home });
const textOf = (page: string) => readFileSync(join(home, page), 'utf8');

/** `cdk deploy` of a stage, with what it is to deploy. Pages that say why not, and the history, name it alone. */
const pastTheGate = (text: string) => text.match(/cdk deploy (?:--?|Stampede-|`)[^`\n]*/g) ?? [];
/** What is said to `npm run deploy`, up to the end of its line or mark. */
const saidTo = (text: string) =>
  [...text.matchAll(/npm run deploy -- ([^`\n]+)/g)].map(([, said = '']) => said.match(/"[^"]*"|\S+/g) ?? []);
/** One stack of many, in whatever words: the command has none for it. */
const oneStack = (text: string) =>
  text.match(/deploy`? (?:the stack )?`(?:[A-Z]\w+)`|`[A-Z]\w+` is not deployed\. Deploy it/g) ?? [];

describe('no page', () => {
  test('goes past the gate', () => {
    expect(pages.length).toBeGreaterThan(60);
    expect(pages.flatMap((page) => pastTheGate(textOf(page)).map((said) => `${page}: ${said}`))).toEqual([]);
  });

  test('says to `npm run deploy` what it does not take', () => {
    const said = pages.flatMap((page) => saidTo(textOf(page)).map((args) => [page, args] as const));
    expect(said.length).toBeGreaterThan(5);
    const refused = said.filter(([, args]) => typeof readDeployOptions(args) === 'string');
    expect(refused).toEqual([]);
  });

  test('deploys one stack, which the command does not', () => {
    expect(pages.flatMap((page) => oneStack(textOf(page)).map((said) => `${page}: ${said}`))).toEqual([]);
  });

  test.each([
    ['Then `npx cdk deploy --all -c stage=<stage>`.', pastTheGate],
    ['raise them and deploy `Foundation` alone', oneStack],
    ['then `npm run deploy` the stack `Site`', oneStack],
  ])('may: %j is found', (planted, find) => {
    expect(find(planted)).toHaveLength(1);
  });
});

describe('the walk of docs/restore.md', () => {
  const steps = textOf('docs/restore.md').split(/^(?=\*\*\d\. )/m);
  const at = (what: RegExp) => steps.findIndex((step) => what.test(step));

  test('deploys all at once while the rules are off: their clocks are silent, and that would stop a canary', () => {
    const deploys = steps.filter((step) => /npm run deploy/.test(step));
    expect(deploys).toHaveLength(1);
    expect(saidTo(deploys.join())).toEqual([['-c', 'stage=<stage>', '-c', 'canary=off']]);
    const way = [/aws events disable-rule/, /npm run deploy/, /`enable-rule`/].map(at);
    expect(way[0]).toBeGreaterThan(0);
    expect(way).toEqual([...way].sort((a, b) => a - b));
  });
});

/** Alarms that a deployment's own canary is held to. While they ring, only `-c canary=off` gets through. */
test.each(['line-stands-still', 'dead-letters', 'route-failing', 'asks-lost', 'risks/memory'])(
  'the runbook %s, whose alarm stops a canary, says how to deploy although it rings',
  (runbook) => {
    expect(textOf(`docs/runbooks/${runbook}.md`)).toContain('canary=off');
  },
);
