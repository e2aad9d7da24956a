import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  DeleteProvisionedConcurrencyConfigCommand,
  GetProvisionedConcurrencyConfigCommand,
  InvokeCommand,
  LambdaClient,
  PutProvisionedConcurrencyConfigCommand,
} from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { operatorCredentials } from '../../iam/caller.ts';
import { type RunningCloud, startLocalCloud } from '../../local-cloud.ts';
import { removeTemporaryFolders, temporaryFolder } from '../temporary-folder.ts';
import { functionOf, writtenAssembly } from '../written-assembly.ts';

const code = {
  main: `
    import { threadId } from 'node:worker_threads';
    let calls = 0;
    let running = 0;
    export const handler = async (event, context) => {
      calls += 1;
      running += 1;
      const alone = running === 1;
      console.log('called with', JSON.stringify(event));
      if (event.wait) await new Promise((resolve) => setTimeout(resolve, event.wait));
      running -= 1;
      if (event.throw) throw new TypeError(event.throw);
      if (event.exit) process.exit(3);
      if (event.reject) { Promise.reject(new Error('nobody waits for me')); await new Promise(() => {}); }
      if (event.hang) for (;;);
      return {
        event, calls, alone, threadId,
        name: context.functionName,
        remaining: context.getRemainingTimeInMillis(),
        environment: { ...process.env },
      };
    };
    export const nothing = async () => undefined;`,
  broken: `throw new Error('cannot even load');`,
};

let cloud: RunningCloud;
let lambda: LambdaClient;
let state: string;
let assembly: string;

beforeAll(async () => {
  state = temporaryFolder();
  assembly = writtenAssembly(
    {
      Functions: {
        template: {
          Resources: {
            Main: functionOf('main', {
              FunctionName: 'main',
              Environment: { Variables: { OWN: 'mine', GIVEN: 'template' } },
            }),
            Short: functionOf('main', { FunctionName: 'short', Timeout: 1 }),
            Narrow: functionOf('main', { FunctionName: 'narrow', ReservedConcurrentExecutions: 1 }),
            MainVersion: { Type: 'AWS::Lambda::Version', Properties: { FunctionName: { Ref: 'Main' } } },
            MainLive: {
              Type: 'AWS::Lambda::Alias',
              Properties: {
                FunctionName: { Ref: 'Main' },
                FunctionVersion: { 'Fn::GetAtt': ['MainVersion', 'Version'] },
                Name: 'live',
              },
            },
            Nothing: functionOf('main', { FunctionName: 'nothing', Handler: 'index.nothing' }),
            Broken: functionOf('broken', { FunctionName: 'broken' }),
            Python: functionOf('main', { FunctionName: 'python', Runtime: 'python3.13' }),
            Inline: functionOf('main', {
              FunctionName: 'inline',
              Code: { ZipFile: 'exports.handler = async () => "from the template";' },
            }),
          },
        },
      },
    },
    code,
  );
  cloud = await startLocalCloud({ assembly, state, mostThreads: 3, variables: { GIVEN: 'instead' } });
  lambda = new LambdaClient({
    region: 'eu-west-2',
    endpoint: cloud.endpoints.LAMBDA ?? '',
    credentials: operatorCredentials,
    maxAttempts: 1,
  });
});

afterAll(async () => {
  lambda.destroy();
  await cloud.stop();
  removeTemporaryFolders();
});

const invoke = async (FunctionName: string, event: object = {}) => {
  const answer = await lambda.send(new InvokeCommand({ FunctionName, Payload: JSON.stringify(event) }));
  const payload = answer.Payload?.transformToString() ?? '';
  return { error: answer.FunctionError, payload: JSON.parse(payload) };
};

describe('a function', () => {
  test('gets its event, context and environment, and no credentials of this machine', async () => {
    const { error, payload } = await invoke('main', { greeting: 'grüezi' });
    expect(error).toBeUndefined();
    expect(payload).toMatchObject({
      event: { greeting: 'grüezi' },
      name: 'main',
      environment: {
        OWN: 'mine',
        GIVEN: 'instead',
        AWS_REGION: 'eu-west-2',
        AWS_LAMBDA_FUNCTION_NAME: 'main',
        AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '256',
        AWS_ENDPOINT_URL_LAMBDA: cloud.endpoints.LAMBDA,
        LOCAL_CLOUD: '1',
        AWS_ACCESS_KEY_ID: expect.stringMatching(/^ASIA[0-9A-F]{16}$/),
      },
    });
    expect(payload.environment).not.toHaveProperty('HOME');
    expect(payload.remaining).toBeGreaterThan(0);
    expect(payload.remaining).toBeLessThanOrEqual(10_000);
  });

  test('is given a value in place of the template’s only where it has the variable', async () => {
    expect((await invoke('short')).payload.environment).not.toHaveProperty('GIVEN');
    const misspelt = startLocalCloud({ assembly, state: temporaryFolder(), variables: { OWN: 'x', GIVE: 'y' } });
    await expect(misspelt).rejects.toThrow('No function has a variable GIVE that could be given.');
  });

  test('writes to a log that is named after it', async () => {
    await invoke('main', { mark: 'find me in the log' });
    expect(readFileSync(join(state, 'logs', 'Main.log'), 'utf8')).toContain('find me in the log');
  });

  test('that returns nothing answers null', async () => {
    expect(await invoke('nothing')).toEqual({ error: undefined, payload: null });
  });

  test('that throws fails with the type and message of the error, and its thread lives on', async () => {
    const { error, payload } = await invoke('main', { throw: 'on purpose' });
    expect(error).toBe('Unhandled');
    expect(payload).toMatchObject({ errorType: 'TypeError', errorMessage: 'on purpose' });
    expect((await invoke('main')).payload.calls).toBeGreaterThan(1);
  });

  test('whose process exits fails, and the next invocation gets a new thread', async () => {
    const { error, payload } = await invoke('main', { exit: true });
    expect(error).toBe('Unhandled');
    expect(payload.errorType).toBe('Runtime.ExitError');
    expect((await invoke('main')).error).toBeUndefined();
  });

  test('with a rejection nobody handles fails', async () => {
    expect(await invoke('main', { reject: true })).toMatchObject({
      error: 'Unhandled',
      payload: { errorMessage: 'nobody waits for me' },
    });
  });

  test('that does not come to an end is ended at its timeout, even in a loop that never yields', async () => {
    const { error, payload } = await invoke('short', { hang: true });
    expect(error).toBe('Unhandled');
    expect(payload).toMatchObject({
      errorType: 'Sandbox.Timedout',
      errorMessage: expect.stringMatching(/Task timed out after 1\.00 seconds/),
    });
    expect((await invoke('short')).payload.calls).toBe(1);
  });

  test('runs one event at a time in a thread, and several threads at once, but no more than the machine may', async () => {
    const threads = new Set<number>();
    while (threads.size < 2) {
      const answers = await Promise.all(Array.from({ length: 12 }, () => invoke('main', { wait: 20 })));
      expect(answers.every(({ payload }) => payload.alone)).toBe(true);
      for (const { payload } of answers) threads.add(payload.threadId);
    }
    expect(threads.size).toBeLessThanOrEqual(3);
  });

  test('refuses what goes over its reserved concurrency', async () => {
    const first = invoke('narrow', { wait: 1000 });
    const others = await Promise.allSettled(Array.from({ length: 3 }, () => invoke('narrow', { wait: 1000 })));
    await first;
    const refused = others.filter((other) => other.status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]).toMatchObject({ reason: { name: 'TooManyRequestsException' } });
  });

  test('that cannot be loaded fails every invocation with the reason', async () => {
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const { error, payload } = await invoke('broken');
      expect(error).toBe('Unhandled');
      expect(payload.errorMessage).toBe('cannot even load');
    }
  });

  test('of another runtime is there, and says that it is not run', async () => {
    const { error, payload } = await invoke('python');
    expect(error).toBe('Unhandled');
    expect(payload.errorMessage).toContain('python3.13');
  });

  test('may stand in the template itself', async () => {
    expect((await invoke('inline')).payload).toBe('from the template');
  });

  test('can be called by its arn, and later', async () => {
    const FunctionName = 'arn:aws:lambda:eu-west-2:111122223333:function:main:$LATEST';
    const answer = await lambda.send(
      new InvokeCommand({ FunctionName, InvocationType: 'Event', Payload: '{"mark":"invoked later"}' }),
    );
    expect(answer.StatusCode).toBe(202);
    await invoke('main');
    const log = join(state, 'logs', 'Main.log');
    while (!existsSync(log) || !readFileSync(log, 'utf8').includes('invoked later')) await invoke('main');
  });

  test('that nobody made is not found; an event that is not JSON is refused', async () => {
    await expect(invoke('nobody')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    const bad = lambda.send(new InvokeCommand({ FunctionName: 'main', Payload: '{' }));
    await expect(bad).rejects.toMatchObject({ name: 'InvalidRequestContentException' });
  });
});

describe('provisioned concurrency', () => {
  const at = { FunctionName: 'main', Qualifier: 'live' };
  const read = () => lambda.send(new GetProvisionedConcurrencyConfigCommand(at));

  test('is set for an alias, shown, and let go', async () => {
    await expect(read()).rejects.toMatchObject({ name: 'ProvisionedConcurrencyConfigNotFoundException' });
    await lambda.send(new PutProvisionedConcurrencyConfigCommand({ ...at, ProvisionedConcurrentExecutions: 40 }));
    await lambda.send(new PutProvisionedConcurrencyConfigCommand({ ...at, ProvisionedConcurrentExecutions: 30 }));
    expect(await read()).toMatchObject({ RequestedProvisionedConcurrentExecutions: 30, Status: 'READY' });
    await lambda.send(new DeleteProvisionedConcurrencyConfigCommand(at));
    await expect(read()).rejects.toMatchObject({ name: 'ProvisionedConcurrencyConfigNotFoundException' });
  });

  test('is refused for code that is no version, for nothing, and for a function that is not there', async () => {
    const put = (FunctionName: string, Qualifier: string, ProvisionedConcurrentExecutions: number) =>
      lambda.send(
        new PutProvisionedConcurrencyConfigCommand({ FunctionName, Qualifier, ProvisionedConcurrentExecutions }),
      );
    await expect(put('main', '$LATEST', 1)).rejects.toMatchObject({ name: 'InvalidParameterValueException' });
    await expect(put('main', 'live', 0)).rejects.toMatchObject({ name: 'InvalidParameterValueException' });
    await expect(put('nobody', 'live', 1)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});
