import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { GetQueueAttributesCommand, ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { operatorCredentials } from '../iam/caller.ts';
import type { HostResponse } from '../kind.ts';
import { type LocalCloudOptions, type RunningCloud, startLocalCloud } from '../local-cloud.ts';
import { synthesizedFixture } from './fixture/synthesized.ts';
import { removeTemporaryFolders, temporaryFolder } from './temporary-folder.ts';

const credentials = operatorCredentials;
let assembly: string;

beforeAll(async () => {
  assembly = await synthesizedFixture();
});

afterAll(() => removeTemporaryFolders());

/** Starts a cloud, runs the body, and stops the cloud whatever happened. */
const withCloud = async (options: LocalCloudOptions, body: (cloud: RunningCloud) => Promise<void>): Promise<void> => {
  const cloud = await startLocalCloud(options);
  try {
    await body(cloud);
  } finally {
    await cloud.stop();
  }
};

const ask = async (cloud: RunningCloud, method: string, path: string, body = ''): Promise<HostResponse> => {
  const domain = cloud.outputs.Work?.ApiDomain ?? '';
  const host = cloud.hosts.get(domain);
  if (host === undefined) throw new Error(`nobody answers for ${domain}`);
  const headers = { host: domain, 'content-type': 'text/plain' };
  return host({ method, path, query: '', headers, body: Buffer.from(body), clientIp: '127.0.0.1' });
};

const getThing = async (cloud: RunningCloud, id: string): Promise<Record<string, unknown>> =>
  JSON.parse((await ask(cloud, 'GET', `/things/${id}`)).body.toString());

/** Asks until the answer is as wanted; a cloud that never gets there fails the test by its timeout. */
const until = async <T>(look: () => Promise<T>, wanted: (value: T) => boolean): Promise<T> => {
  for (;;) {
    const value = await look();
    if (wanted(value)) return value;
  }
};

const queuesOf = (cloud: RunningCloud): SQSClient =>
  new SQSClient({ region: 'eu-west-2', endpoint: cloud.endpoints.SQS ?? '', credentials });

/** Waits until a message of that text is in the dead-letter queue. A machine too busy to do a job twice in time has others there. */
const deadLetter = async (cloud: RunningCloud, text: string): Promise<string | undefined> => {
  const sqs = queuesOf(cloud);
  const QueueUrl = cloud.outputs.Work?.DeadUrl;
  const bodies = await until(
    async () => {
      const { Messages = [] } = await sqs.send(
        new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 20, MaxNumberOfMessages: 10, VisibilityTimeout: 1 }),
      );
      return Messages.map(({ Body }) => Body);
    },
    (found) => found.includes(text),
  );
  sqs.destroy();
  return bodies.find((body) => body === text);
};

const deadCount = async (cloud: RunningCloud): Promise<string | undefined> => {
  const sqs = queuesOf(cloud);
  const AttributeNames = ['ApproximateNumberOfMessages' as const];
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: cloud.outputs.Work?.DeadUrl, AttributeNames }),
  );
  sqs.destroy();
  return Attributes?.ApproximateNumberOfMessages;
};

describe('a synthesized CDK app', () => {
  test('runs: API, functions, table, secret, queue, schedule, and references between stacks and regions', async () => {
    await withCloud({ assembly, state: temporaryFolder() }, async (cloud) => {
      const put = await ask(cloud, 'PUT', '/things/caf%C3%A9', 'first');
      expect([put.status, put.headers['content-type'], put.body.toString()]).toEqual([201, 'text/plain', 'put café']);
      const thing = await until(
        () => getThing(cloud, 'caf%C3%A9'),
        ({ job, ticked }) => job !== undefined && ticked === true,
      );
      expect(thing).toEqual({
        body: 'first',
        job: 'first',
        ticked: true,
        sameWord: true,
        wordLength: 48,
        far: 'from far away',
      });
      expect((await ask(cloud, 'GET', '/nothing')).status).toBe(404);
    });
  });

  test('keeps tables, secrets and messages over a restart, and forgets them when it starts afresh', async () => {
    const state = temporaryFolder();
    const secretOf = () => readFileSync(join(state, 'secrets.json'), 'utf8');
    let secret = '';
    await withCloud({ assembly, state }, async (cloud) => {
      await ask(cloud, 'PUT', '/things/kept', 'still here');
      const sqs = queuesOf(cloud);
      await sqs.send(
        new SendMessageCommand({
          QueueUrl: cloud.outputs.Work?.DeadUrl,
          MessageBody: 'waiting',
          MessageGroupId: 'g',
          MessageDeduplicationId: 'd',
        }),
      );
      sqs.destroy();
      secret = secretOf();
    });
    await withCloud({ assembly, state }, async (cloud) => {
      expect(await getThing(cloud, 'kept')).toMatchObject({ body: 'still here', sameWord: true });
      expect(await deadLetter(cloud, 'waiting')).toBe('waiting');
      expect(secretOf()).toBe(secret);
    });
    await withCloud({ assembly, state, fresh: true }, async (cloud) => {
      expect(await getThing(cloud, 'kept')).not.toHaveProperty('body');
      expect(await deadCount(cloud)).toBe('0');
      expect(secretOf()).not.toBe(secret);
    });
  });

  test('hands messages that fail again and again to the dead-letter queue', async () => {
    await withCloud({ assembly, state: temporaryFolder() }, async (cloud) => {
      await ask(cloud, 'PUT', '/things/a', 'bad luck');
      expect(await deadLetter(cloud, 'bad luck')).toBe('bad luck');
    });
  });
});

describe('the state folder', () => {
  test('says where everything is while it runs, and is refused to a second cloud', async () => {
    const state = temporaryFolder();
    const local = join(state, 'local.json');
    await withCloud({ assembly, state }, async (cloud) => {
      expect(JSON.parse(readFileSync(local, 'utf8'))).toEqual({
        pid: process.pid,
        addresses: [],
        outputs: cloud.outputs,
        endpoints: cloud.endpoints,
      });
      await expect(startLocalCloud({ assembly, state })).rejects.toThrow(/already runs on .*--state/);
      expect((await ask(cloud, 'PUT', '/things/a', 'unharmed')).status).toBe(201);
    });
    expect(existsSync(local)).toBe(false);
  });

  test('that held something else before is never cleared', async () => {
    const state = temporaryFolder();
    const thesis = join(state, 'thesis.txt');
    writeFileSync(thesis, 'years of work');
    await withCloud({ assembly, state }, async () => undefined);
    await expect(startLocalCloud({ assembly, state, fresh: true })).rejects.toThrow(/was not empty.*--fresh/);
    expect(readFileSync(thesis, 'utf8')).toBe('years of work');
  });

  test('of a cloud that was killed can be used again', async () => {
    const state = temporaryFolder();
    const main = fileURLToPath(new URL('../main.ts', import.meta.url));
    const killed = promisify(execFile)(
      process.execPath,
      [main, '--assembly', assembly, '--state', state, '--port', '0'],
      { killSignal: 'SIGKILL' },
    );
    const ended = expect(killed).rejects.toMatchObject({ signal: 'SIGKILL' });
    await until(
      async () => existsSync(join(state, 'local.json')) || new Promise((resolve) => setImmediate(() => resolve(false))),
      (there) => there === true,
    );
    killed.child.kill('SIGKILL');
    await ended;
    await withCloud({ assembly, state }, async (cloud) => {
      expect((await ask(cloud, 'PUT', '/things/a', 'again')).status).toBe(201);
    });
  });
});

test('no assembly: says to synthesize first', async () => {
  const nowhere = join(temporaryFolder(), 'cdk.out');
  await expect(startLocalCloud({ assembly: nowhere, state: temporaryFolder() })).rejects.toThrow(/cdk synth/);
});
