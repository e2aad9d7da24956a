import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  BatchWriteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { StandardRetryStrategy } from '@smithy/core/retry';
import { type CallTimes, callTimes } from '../../../../contracts/call-times.ts';
import { inTime } from '../../../../lambdas/foundation/clients.gateway.ts';
import { openDynamo } from '../../../../lambdas/foundation/dynamo/dynamo.gateway.ts';
import type { Dynamo, DynamoCall } from '../../../../lambdas/foundation/dynamo/dynamo.ts';

/*
 * Our client, and the SDK's document client behind the same calls as the measure of it. Both have the same times. They try
 * again at once: how long they pause is the SDK's own rule for both, and is asked of it where a test is about pauses.
 */

export type Env = Readonly<Record<string, string | undefined>>;

export interface Limits {
  readonly times?: CallTimes;
  readonly endsAt?: () => number;
  /** Told of each pause: how many came before, and the most that it lasts. */
  readonly paused?: (before: number, baseMs: number) => void;
}

export interface OneOfBoth {
  readonly name: string;
  open(env: Env, limits?: Limits): Dynamo & { stop(): void };
}

const quick = callTimes(1000);

function pausesOf({ paused }: Limits) {
  let baseMs = 0;
  return {
    setDelayBase: (ms: number) => {
      baseMs = ms;
    },
    computeNextBackoffDelay: (before: number) => {
      paused?.(before, baseMs);
      return 0;
    },
  };
}

const lean: OneOfBoth = {
  name: 'our client',
  open: (env, limits = {}) => {
    const { times = quick, endsAt = () => Number.POSITIVE_INFINITY } = limits;
    return { ...openDynamo({ env, times, endsAt, pauses: pausesOf(limits) }), stop: () => undefined };
  },
};

const commands = {
  GetItem: GetCommand,
  PutItem: PutCommand,
  UpdateItem: UpdateCommand,
  Query: QueryCommand,
  BatchGetItem: BatchGetCommand,
  BatchWriteItem: BatchWriteCommand,
} as const;

const sdk: OneOfBoth = {
  name: 'the SDK',
  open: (env, limits = {}) => {
    const { times = quick, endsAt = () => Number.POSITIVE_INFINITY } = limits;
    const plain = inTime(
      (config) =>
        new DynamoDBClient({
          ...config,
          retryStrategy: new StandardRetryStrategy({ maxAttempts: times.tries, backoff: pausesOf(limits) }),
          endpoint: env.AWS_ENDPOINT_URL_DYNAMODB ?? env.AWS_ENDPOINT_URL ?? '',
          region: env.AWS_REGION ?? '',
          credentials: async () => ({
            accessKeyId: env.AWS_ACCESS_KEY_ID ?? '',
            secretAccessKey: env.AWS_SECRET_ACCESS_KEY ?? '',
            ...(env.AWS_SESSION_TOKEN && { sessionToken: env.AWS_SESSION_TOKEN }),
          }),
        }),
      { times, endsAt },
    );
    const client = DynamoDBDocumentClient.from(plain, { marshallOptions: { removeUndefinedValues: true } });
    return {
      async call(name: DynamoCall, asked: object) {
        const Command = commands[name] as unknown as new (input: object) => GetCommand;
        try {
          const { $metadata: _, ...said } = await client.send(new Command(asked));
          return defined(said);
        } catch (error) {
          // The SDK leaves the item of an error as DynamoDB writes it.
          const { Item } = error as { Item?: Parameters<typeof unmarshall>[0] };
          throw Item ? Object.assign(error as Error, { Item: unmarshall(Item) }) : error;
        }
      },
      stop: () => client.destroy(),
    } as Dynamo & { stop(): void };
  },
};

const defined = (said: object) => Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));

export const bothClients: readonly OneOfBoth[] = [lean, sdk];

/** What is thrown. */
export const thrownBy = (
  call: Promise<unknown>,
): Promise<Error & { $metadata?: { httpStatusCode?: number }; Item?: object }> =>
  call.then(
    (said) => {
      throw new Error(`It was answered: ${JSON.stringify(said)}`);
    },
    (error: Error) => error,
  );
