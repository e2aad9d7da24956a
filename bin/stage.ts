import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { clientTimes } from '../contracts/call-times.ts';

/*
 * A running stage, local or on AWS, as operators reach it: by invoking functions whose names are outputs of
 * its stacks.
 */

export interface DeployedStage {
  /** CDK's outputs, flat or by stack. */
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly region: string;
  /** Of the Lambda service; AWS's own if left out. */
  readonly endpoint?: string | undefined;
  /** Of S3, likewise. */
  readonly filesEndpoint?: string | undefined;
}

/** A stage that cannot be reached, or what a function says is wrong with what it was given. */
export class StageProblem extends Error {}

/** Invokes the function that an output names. `field` says in problems what was sent. */
export type Invoke = <Answer>(output: string, payload: unknown, field: string) => Promise<Answer>;

/**
 * A function of operators is answered when it ends, within its minute. A file of ten megabytes goes up a slow line in
 * a minute as well. A second try reaches a network that was away for a moment.
 */
const times = clientTimes({ connectMs: 5000, tryMs: 70_000, tries: 2 });

/** The most that Lambda takes in one synchronous invocation, a little below 6 MB. */
const atMostBytes = 6_000_000;

/** The stage that runs on this machine, as its `local.json` describes it. */
export async function localStage(state: string): Promise<DeployedStage> {
  const path = join(state, 'local.json');
  if (!existsSync(path)) throw new StageProblem(`Nothing runs here: there is no ${path}. Start it with npm start.`);
  const { outputs, endpoints } = JSON.parse(await readFile(path, 'utf8'));
  return { outputs, endpoint: endpoints.LAMBDA, filesEndpoint: endpoints.S3, region: 'eu-west-2' };
}

/** A stage on AWS, by the file that `npm run deploy -- --outputs-file` wrote. */
export async function deployedStage(outputsFile: string, region: string): Promise<DeployedStage> {
  if (!existsSync(outputsFile)) throw new StageProblem(`There is no file ${outputsFile}`);
  return { outputs: JSON.parse(await readFile(outputsFile, 'utf8')), region };
}

export function invokerOf({ outputs, endpoint, region }: DeployedStage): Invoke {
  const lambda = clientOf({ endpoint, region });
  return async (output, payload, field) => {
    const text = JSON.stringify(payload);
    const size = Buffer.byteLength(text);
    if (size > atMostBytes)
      throw new StageProblem(`${field}: is ${size} bytes long; a function takes ${atMostBytes} at most`);
    const { Payload, FunctionError } = await lambda.send(
      new InvokeCommand({ FunctionName: outputNamed(outputs, output), Payload: text }),
    );
    const answer = JSON.parse(Payload?.transformToString() || 'null');
    if (FunctionError) throw new StageProblem(`${field}: ${output} failed: ${answer?.errorMessage ?? FunctionError}`);
    if (answer?.ok === false) throw new StageProblem(faultsIn(answer, field));
    return answer;
  };
}

/** Whether a function takes it. */
export function fitsInCall(payload: unknown): boolean {
  return Buffer.byteLength(JSON.stringify(payload)) <= atMostBytes;
}

/** Puts a layout that is too large for a call into the published bucket, where no page reaches it; answers its key. */
export async function uploadLayout(stage: DeployedStage, name: string, layout: unknown): Promise<string> {
  const { outputs, filesEndpoint, region } = stage;
  const s3 = new S3Client({
    ...times,
    region,
    ...(filesEndpoint && {
      endpoint: filesEndpoint,
      forcePathStyle: true,
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    }),
  });
  const key = `layouts/${name.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[^A-Za-z0-9]+/, '') || 'plan'}.json`;
  await s3.send(
    new PutObjectCommand({
      Bucket: outputNamed(outputs, 'PublishedBucket'),
      Key: key,
      Body: gzipSync(JSON.stringify(layout)),
      ContentEncoding: 'gzip',
      ContentType: 'application/json',
    }),
  );
  return key;
}

/** Starts the function that an output names and does not wait for it. */
export async function startOf({ outputs, endpoint, region }: DeployedStage, output: string): Promise<void> {
  const lambda = clientOf({ endpoint, region });
  await lambda.send(new InvokeCommand({ FunctionName: outputNamed(outputs, output), InvocationType: 'Event' }));
}

function clientOf({ endpoint, region }: Pick<DeployedStage, 'endpoint' | 'region'>): LambdaClient {
  return new LambdaClient({
    ...times,
    region,
    ...(endpoint && { endpoint, credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }),
  });
}

function faultsIn(
  answer: { readonly detail?: string; readonly errors?: readonly { field: string; message: string }[] },
  field: string,
): string {
  const faults = (answer.errors ?? []).map((error) => `${field}: ${error.field}: ${error.message}`);
  return faults.length > 0 ? faults.join('\n') : `${field}: ${answer.detail ?? 'was refused'}`;
}

export function outputNamed(outputs: Readonly<Record<string, unknown>>, key: string): string {
  const levels = [outputs, ...Object.values(outputs)] as readonly (Record<string, unknown> | null)[];
  const value = levels.map((level) => level?.[key]).find((one) => typeof one === 'string');
  if (typeof value !== 'string') throw new StageProblem(`The stage has no output ${key}: is all of it deployed?`);
  return value;
}
