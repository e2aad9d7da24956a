import { describe, expect, test } from '@jest/globals';
import type { Season } from '../../../contracts/catalogue.ts';
import type { FreezeFile } from '../../../contracts/freeze.ts';
import type { Board } from '../../../contracts/line.ts';
import type { StackChange } from '../../../lib/deployment/change-set.ts';
import { readDeployOptions } from '../../../lib/deployment/deploy-options.ts';
import type { LinesSeen, Read } from '../../../lib/deployment/live-lines.ts';
import { type DeployDoors, deploySafely } from '../../../lib/deployment/safe-deployment.ts';
import type { DeployedTemplate } from '../../../lib/deployment/template-change.ts';
import { harmless, removesQueue, replacesTable } from './change-sets.ts';

const now = Date.UTC(2027, 2, 1, 9);
const quiet: LinesSeen = { season: { is: 'missing' }, boards: new Map() };
const live: LinesSeen = {
  season: {
    is: 'there',
    file: { onSales: [{ id: 'friends', opensAt: now - 1, closesAt: now + 1 }] } as unknown as Season,
  },
  boards: new Map([['friends', { is: 'there', file: { phase: 'open', waiting: 3 } as Board }]]),
};
const orders = (partition: string): DeployedTemplate => ({
  Resources: {
    Orders: {
      Type: 'AWS::DynamoDB::GlobalTable',
      Properties: { KeySchema: [{ AttributeName: partition, KeyType: 'HASH' }] },
    },
  },
});

interface Tried {
  readonly although?: readonly string[];
  readonly seen?: LinesSeen;
  /** What each stack takes. */
  readonly stackMs?: number;
  readonly freeze?: Read<FreezeFile>;
  readonly before?: DeployedTemplate;
  /** What is deployed of the edge. */
  readonly edge?: DeployedTemplate;
  readonly changes?: Readonly<Record<string, readonly StackChange[]>>;
  readonly firstTime?: readonly string[];
}

/** A deployment of two stacks, Ordering and Edge, and what was done of it. */
async function deployed({
  although = [],
  seen = quiet,
  freeze = { is: 'missing' },
  before = orders('pk'),
  edge = {},
  changes = {},
  firstTime = [],
  stackMs = 0,
}: Tried) {
  let clock = now;
  const done: string[] = [];
  const said: string[] = [];
  const cloud: DeployDoors = {
    deployed: async ({ name }) => (name.endsWith('Ordering') ? before : edge),
    changes: async ({ name }) => {
      done.push(`look at ${name}`);
      return changes[name] ?? harmless;
    },
    deploy: async ({ name }) => {
      done.push(`deploy ${name}`);
      clock += stackMs;
    },
    now: () => clock,
    linesSeen: async () => seen,
    freezeSeen: async () => freeze,
    finish: async (protect) => void done.push(protect ? 'protect, finish' : 'finish'),
  };
  const stacks = ['Ordering', 'Edge'].map((room) => ({
    name: `Stampede-north-${room}`,
    region: 'eu-west-2',
    template: room === 'Ordering' ? orders('pk') : {},
  }));
  const outcome = await deploySafely(
    cloud,
    { stage: 'north', stacks, firstTime: new Set(firstTime), although },
    (line) => said.push(line),
  );
  return { why: outcome.ok ? undefined : outcome.why, done, said };
}

const all = [
  'look at Stampede-north-Ordering',
  'deploy Stampede-north-Ordering',
  'look at Stampede-north-Edge',
  'deploy Stampede-north-Edge',
  'finish',
];

describe('npm run deploy', () => {
  test('looks at each stack before it deploys it', async () => {
    expect(await deployed({})).toMatchObject({ why: undefined, done: all });
  });

  test('touches nothing while the house is frozen, unless somebody types the phrase', async () => {
    const windows = [{ onSale: 'friends', from: now - 1, until: now + 1, lifted: [] }];
    const freeze: Read<FreezeFile> = { is: 'there', file: { v: 1, windows } };
    const { why, done } = await deployed({ freeze });
    expect([why, done]).toEqual([expect.stringContaining('--although "deploy north while it is frozen"'), []]);
    expect(await deployed({ freeze, although: ['deploy north while it is frozen'] })).toMatchObject({ done: all });
  });

  test('makes a new stage without asking, and protects its tables at the end', async () => {
    const firstTime = ['Stampede-north-Ordering', 'Stampede-north-Edge'];
    const { why, done } = await deployed({ firstTime, seen: live });
    expect(why).toBeUndefined();
    expect(done).toEqual(['deploy Stampede-north-Ordering', 'deploy Stampede-north-Edge', 'protect, finish']);
  });

  test('touches nothing when a template replaces a table', async () => {
    const { why, done } = await deployed({ before: orders('id') });
    expect(why).toContain('--although "replace Stampede-north-Ordering/Orders"');
    expect(done).toEqual([]);
  });

  test('touches nothing when a later stack still imports what an earlier one would lose', async () => {
    const exporting = { Outputs: { Made: { Value: 'a', Export: { Name: 'made' } } } };
    const before = { ...orders('pk'), ...exporting };
    const importing = { Resources: { One: { Type: 'x', Properties: { Of: { 'Fn::ImportValue': 'made' } } } } };
    const { why, done } = await deployed({ before, edge: importing });
    expect([why, done]).toEqual([expect.stringContaining('--although "lose the export made"'), []]);
    expect(await deployed({ before })).toMatchObject({ why: undefined, done: all });
  });

  test('touches nothing while a line is live', async () => {
    const { why, done } = await deployed({ seen: live });
    expect(why).toContain('The line of friends is live: open, 3 wait.');
    expect(done).toEqual([]);
  });

  test('stops at the stack whose change set replaces or removes what is kept', async () => {
    const refused = await deployed({ changes: { 'Stampede-north-Edge': removesQueue } });
    expect(refused.why).toContain('--although "remove Stampede-north-Edge/HouseAsksQueue9DE28929"');
    expect(refused.done).toEqual(all.slice(0, 3));
    expect((await deployed({ changes: { 'Stampede-north-Ordering': replacesTable } })).done).toEqual(all.slice(0, 1));
  });
});

describe('a deployment that lasts', () => {
  const minutes = 60_000;
  /** Doors in 70 minutes: more than the hour, when the first stack is looked at. */
  const soon: LinesSeen = {
    season: {
      is: 'there',
      file: {
        onSales: [{ id: 'friends', opensAt: now + 70 * minutes, closesAt: now + 200 * minutes }],
      } as unknown as Season,
    },
    boards: new Map([['friends', { is: 'missing' }]]),
  };
  const windows = [{ onSale: 'friends', from: now + 5 * minutes, until: now + 200 * minutes, lifted: [] }];
  const freeze: Read<FreezeFile> = { is: 'there', file: { v: 1, windows } };

  test('stops when it comes into the hour before doors, and says how to go on', async () => {
    const { why, done } = await deployed({ seen: soon, stackMs: 15 * minutes });
    expect(done).toEqual(all.slice(0, 3));
    expect(why).toContain('The doors of friends open in 55 minutes.');
    expect(why).toContain('--although "deploy north while friends is live"');
    expect(why).toContain('Deployed before that: Stampede-north-Ordering. They stay.');
    expect(why).toContain('Not deployed: Stampede-north-Edge.');
    expect(why).toContain('give the same command again');
  });

  test('stops when the house is frozen meanwhile', async () => {
    const { why, done } = await deployed({ freeze, stackMs: 15 * minutes });
    expect(done).toEqual(all.slice(0, 3));
    expect(why).toContain('--although "deploy north while it is frozen"');
  });

  test('goes on if it is quick, or if somebody typed the phrase', async () => {
    expect(await deployed({ seen: soon, stackMs: minutes })).toMatchObject({ why: undefined, done: all });
    const although = ['deploy north while friends is live', 'deploy north while it is frozen'];
    expect(await deployed({ seen: soon, freeze, stackMs: 15 * minutes, although })).toMatchObject({
      done: all,
      said: expect.not.arrayContaining([expect.stringContaining('of no use')]),
    });
  });
});

describe('a phrase that is typed', () => {
  const phrase = 'replace Stampede-north-Ordering/Orders';

  test('does what was refused, and no more', async () => {
    expect(await deployed({ before: orders('id'), although: [phrase] })).toMatchObject({ why: undefined, done: all });
    const other = await deployed({ before: orders('id'), although: [phrase], seen: live });
    expect(other.why).toContain('deploy north while friends is live');
    expect(other.why).not.toContain(phrase);
  });

  test.each([
    'replace Stampede-south-Ordering/Orders',
    'replace Orders',
    phrase.toLowerCase(),
    `${phrase} `,
    'yes',
    '',
  ])('wrongly (%j) is none', async (typed) => {
    const { why, done } = await deployed({ before: orders('id'), although: [typed] });
    expect(why).toContain(phrase);
    expect(done).toEqual([]);
  });

  test('for nothing is told of', async () => {
    expect((await deployed({ although: [phrase] })).said).toContain(
      `--although "${phrase}" was of no use: nothing asked for it.`,
    );
  });
});

describe('its options', () => {
  test('are the stage and the phrases; others go to cdk', () => {
    expect(
      readDeployOptions(['-c', 'stage=north', '-c', 'canary=off', '--outputs-file', 'o.json', '--although', 'a b']),
    ).toEqual({
      stage: 'north',
      although: ['a b'],
      forCdk: ['-c', 'stage=north', '-c', 'canary=off'],
      forOutputs: ['--outputs-file', 'o.json'],
    });
  });

  test('are what was made beforehand, and then nothing that would have to be made anew', () => {
    const given = ['-c', 'stage=north', '--assembly', 'stage.out'];
    expect(readDeployOptions(given)).toMatchObject({ stage: 'north', given: { assembly: 'stage.out' } });
    expect(readDeployOptions([...given, '--for-new', 'new.out'])).toMatchObject({
      given: { assembly: 'stage.out', forNew: 'new.out' },
    });
    expect(readDeployOptions([...given, '-c', 'canary=off'])).toMatch(/canary=off comes too late/);
    expect(readDeployOptions(['--for-new', 'new.out'])).toMatch(/--assembly/);
  });

  test('that nobody knows are refused: what goes past the gate is none of it', () => {
    expect(readDeployOptions(['--force'])).toMatch(/--force/);
    expect(readDeployOptions(['--all'])).toMatch(/--all/);
  });
});
