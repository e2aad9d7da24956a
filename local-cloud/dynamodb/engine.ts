/** A DynamoDB engine that listens on this machine, and the few calls that making a table takes. */
import type { Fault } from '../faults/fault.ts';
import type { Throttled } from './throttling.ts';

export interface DynamoEngine {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** What troubles its tables, and who hears of it. */
export interface TableTroubles {
  readonly onChange: (listener: (faults: readonly Fault<'table-throttled'>[]) => void) => void;
  readonly hear: (throttled: Throttled) => void;
}

export interface DynamoReply {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

const signature =
  'AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=none';

/** One call of DynamoDB's API; engines look for a signature but do not check it. */
export const callDynamo = async (url: string, action: string, input: object): Promise<DynamoReply> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `DynamoDB_20120810.${action}`,
      'x-amz-date': '20260101T000000Z',
      authorization: signature,
    },
    body: JSON.stringify(input),
  });
  return { status: response.status, body: (await response.json()) as Readonly<Record<string, unknown>> };
};
