import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { checkAssembly, checkReport } from '../check.ts';
import { startLocalCloud } from '../local-cloud.ts';
import { synthesizedFixture } from './fixture/synthesized.ts';
import { plantedRefusals } from './planted-refusals.ts';
import fc from './same-examples.ts';
import { removeTemporaryFolders, temporaryFolder } from './temporary-folder.ts';
import { functionOf, type WrittenStack, writtenAssembly } from './written-assembly.ts';

/** A CDK app that runs. */
let whole: string;
beforeAll(async () => {
  whole = await synthesizedFixture();
});
afterAll(() => removeTemporaryFolders());

const nowhere = () => join(temporaryFolder(), 'state');
const check = (stacks: Readonly<Record<string, WrittenStack>>, code: Readonly<Record<string, string>> = {}) =>
  checkAssembly({ assembly: writtenAssembly(stacks, code), state: nowhere() }).refusals;
const resources = (these: object, more: object = {}): WrittenStack => ({ template: { Resources: these, ...more } });
const sentences = (of: ReturnType<typeof check>) => of.map(({ sentence }) => sentence);
const ended = (args: readonly string[]): Promise<{ status: number; out: string; said: string }> =>
  new Promise((resolve) => {
    const main = fileURLToPath(new URL('../main.ts', import.meta.url));
    const child = execFile(process.execPath, [main, ...args], (_, out, said) =>
      resolve({ status: child.exitCode ?? -1, out, said }),
    );
  });

/** Five things that the local cloud does not run, of five sorts, in two stacks. */
const five = {
  Shop: resources({
    Film: { Type: 'AWS::Video::Projector', Properties: { Lumens: 3000 } },
    Jobs: { Type: 'AWS::SQS::Queue', Properties: { Colour: 'red', VisibilityTimeout: 90_000 } },
    Range: { Type: 'AWS::SSM::Parameter', Properties: { Type: 'String', Value: { 'Fn::Cidr': ['10.0.0.0/16', 1] } } },
  }),
  Till: resources({
    Word: { Type: 'AWS::SSM::Parameter', Properties: { Type: 'String', Value: '{{resolve:vault:word}}' } },
  }),
};
const fiveSentences = [
  ['Shop', 'Film', /does not know the resource type AWS::Video::Projector, used by Film in the stack Shop/],
  ['Shop', 'Jobs', /Shop\.Jobs \(AWS::SQS::Queue\): .*does not run the property Colour/],
  ['Shop', 'Jobs', /Shop\.Jobs \(AWS::SQS::Queue\): VisibilityTimeout must be between 0 and 43200/],
  ['Shop', 'Range', /Shop\.Range\.Value.*does not know the intrinsic function Fn::Cidr/],
  ['Till', 'Word', /Till\.Word\.Value.*the service "vault" is not known/],
] as const;

describe('a check', () => {
  test('lists at once all that is refused: type, property, value, intrinsic function, dynamic reference', () => {
    expect(check(five)).toEqual(
      fiveSentences.map(([stack, logicalId, sentence]) => ({
        stack,
        logicalId,
        sentence: expect.stringMatching(sentence),
      })),
    );
  });

  test('finds nothing in a CDK app that runs', () => {
    const found = checkAssembly({ assembly: whole, state: nowhere() });
    expect(found.refusals).toEqual([]);
    expect(found.stacks).toBe(3);
    expect(found.resources).toBeGreaterThan(20);
  });

  test('opens no port and starts no thread', () => {
    const open = () => process.getActiveResourcesInfo().filter((name) => /server|worker|process/i.test(name));
    const before = open();
    const state = temporaryFolder();
    checkAssembly({ assembly: whole, state });
    expect(open()).toEqual(before);
    expect(readdirSync(state)).toEqual([]);
  });

  test('leaves out what only follows from another refusal, and goes on behind it', () => {
    const api = { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'a', ProtocolType: 'HTTP' } };
    const shop = resources({
      Base: { Type: 'AWS::Video::Projector' },
      Work: functionOf('missing', { Environment: { Variables: { FILM: { 'Fn::GetAtt': ['Base', 'Lens.Address'] } } } }),
      Api: api,
      Joined: {
        Type: 'AWS::ApiGatewayV2::Integration',
        Properties: {
          ApiId: { Ref: 'Api' },
          IntegrationType: 'AWS_PROXY',
          PayloadFormatVersion: '1.0',
          IntegrationUri: { 'Fn::GetAtt': ['Work', 'Arn'] },
        },
      },
      Route: {
        Type: 'AWS::ApiGatewayV2::Route',
        Properties: {
          ApiId: { Ref: 'Api' },
          RouteKey: 'GET /',
          AuthorizationType: 'AWS_IAM',
          Target: { 'Fn::Join': ['/', ['integrations', { Ref: 'Joined' }]] },
        },
      },
      Sized: { Type: 'AWS::SQS::Queue', Properties: { DelaySeconds: { 'Fn::GetAtt': ['Base', 'Seconds'] } } },
      Last: {
        Type: 'AWS::SQS::Queue',
        Properties: { QueueName: { 'Fn::Select': [3, { 'Fn::GetAtt': 'Base.Names' }] } },
      },
    });
    expect(sentences(check({ Shop: shop }))).toEqual([
      expect.stringContaining('AWS::Video::Projector'),
      expect.stringMatching(/^Shop\.Work .*no asset missing/),
      expect.stringMatching(/^Shop\.Joined .*payload format 2\.0/),
      expect.stringMatching(/^Shop\.Route .*authorization type AWS_IAM/),
    ]);
  });

  test('reads outputs and conditions, and says of each once what is refused', () => {
    const queue = { Type: 'AWS::SQS::Queue', Condition: 'Odd' };
    const refusals = check({
      Shop: resources(
        { One: queue, Other: { ...queue, Properties: { Colour: 'red' } } },
        {
          Conditions: { Odd: { 'Fn::Contains': [['a'], 'a'] } },
          Outputs: { Here: { Value: { 'Fn::GetAtt': ['One', 'Colour'] } } },
        },
      ),
    });
    expect(refusals).toEqual([
      { stack: 'Shop', logicalId: 'One', sentence: expect.stringMatching(/Shop\.Conditions\.Odd.*Fn::Contains/) },
      { stack: 'Shop', logicalId: 'Other', sentence: expect.stringContaining('Colour') },
      { stack: 'Shop', logicalId: 'Outputs.Here', sentence: expect.stringContaining('no attribute "Colour"') },
    ]);
  });

  test.each(plantedRefusals)('says of %s what the start stops with', async (_, stack, expected) => {
    const assembly = writtenAssembly({ Shop: stack }, { code: 'export const handler = () => 1;' });
    const found = checkAssembly({ assembly, state: nowhere() }).refusals;
    expect(sentences(found)).toEqual([expect.stringMatching(expected)]);
    const stopped = await startLocalCloud({ assembly, state: temporaryFolder() }).catch((error: unknown) => error);
    expect(stopped).toBeInstanceOf(Error);
    expect((stopped as Error).message).toBe(sentences(found).join('\n'));
  });
});

test('of many refusals none hides another', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...plantedRefusals], { minLength: 1 }), (some) => {
      const stacks = Object.fromEntries(some.map(([, stack], at) => [`Stack${at}`, stack]));
      const found = check(stacks, { code: '' });
      expect(found.map(({ stack }) => stack)).toEqual(Object.keys(stacks));
    }),
    { numRuns: 20 },
  );
});

describe('a start', () => {
  test('stops with all that is refused, and before anything is opened', async () => {
    const state = temporaryFolder();
    const assembly = writtenAssembly({
      ...five,
      Data: resources({ Word: { Type: 'AWS::SecretsManager::Secret', Properties: {} } }),
    });
    const stopped = await startLocalCloud({ assembly, state }).catch((error: unknown) => error);
    const lines = (stopped as Error).message.split('\n');
    expect(lines).toEqual(fiveSentences.map(([, , sentence]) => expect.stringMatching(sentence)));
    expect(existsSync(join(state, 'queues'))).toBe(false);
    expect(existsSync(join(state, 'secrets.json'))).toBe(false);
  });
});

describe('the command', () => {
  test('ends with 1 and every refusal under its resource, and leaves nothing behind', async () => {
    const state = nowhere();
    const { status, out } = await ended(['check', writtenAssembly(five), '--state', state]);
    expect(status).toBe(1);
    for (const [stack, logicalId, sentence] of fiveSentences) {
      expect(out).toContain(`${stack} / ${logicalId}\n`);
      expect(out).toMatch(sentence);
    }
    expect(out).toMatch(/would not start: it refuses 5 things/);
    expect(existsSync(state)).toBe(false);
  });

  test('ends with 0 where nothing is refused', async () => {
    const state = nowhere();
    const { status, out } = await ended(['check', whole, '--state', state]);
    expect(status).toBe(0);
    expect(out).toMatch(/runs all of .*: \d+ resources in 3 stacks\./);
    expect(existsSync(state)).toBe(false);
  });

  test.each([
    ['an assembly that is not there', ['check', '/nowhere'], /no cloud assembly here/],
    ['two assemblies', ['check', 'a', 'b'], /One assembly/],
    ['another command', ['deploy'], /deploy is no command/],
    ['an unknown option', ['check', '--colour'], /--colour/],
    ['a port that is none', ['--port', 'x'], /not a port/],
  ])('ends with 2 for %s', async (_, args, said) => {
    const result = await ended(args);
    expect(result.status).toBe(2);
    expect(result.said).toMatch(said);
    expect(result.said).toContain('Usage:');
  });

  test('counts one thing as one', () => {
    const refusals = [{ stack: 'Shop', logicalId: 'Film', sentence: 'No.' }];
    expect(checkReport('cdk.out', { stacks: 1, resources: 1, refusals })).toBe(
      'Shop / Film\n    No.\n\nThe local cloud would not start: it refuses 1 thing in cdk.out.',
    );
  });
});
