import type { Item } from './dynamo.ts';

/** Of the answer that said no, by the names that the retry rules of the SDK read. */
export interface FaultMetadata {
  readonly httpStatusCode?: number;
  readonly requestId?: string;
  /** Our clock was wrong by minutes, and is put right with this answer: the next try may succeed. */
  readonly clockSkewCorrected?: true;
  /** No sooner than this, says the answer. */
  readonly retryAfter?: Date;
}

/** What DynamoDB says when it does not do what was asked, under its own name. */
export class DynamoFault extends Error {
  override readonly name: string;
  /** The item that stands, of a `ConditionalCheckFailedException` whose call asked for it. */
  readonly Item?: Item;
  readonly $metadata: FaultMetadata;

  constructor(name: string, message: string, { item, ...metadata }: FaultMetadata & { readonly item?: Item } = {}) {
    super(message);
    this.name = name;
    if (item) this.Item = item;
    this.$metadata = metadata;
  }
}

/** The name of the failed condition, which is an answer and no fault of anybody. */
export const conditionFailed = 'ConditionalCheckFailedException';

/** `com.amazonaws.dynamodb.v20120810#ThrottlingException:https://…` → `ThrottlingException` */
export function faultName(type: unknown): string {
  const [name = ''] = (typeof type === 'string' ? type : '').split(/[,:]/);
  return name.slice(name.indexOf('#') + 1) || 'UnknownError';
}
