/*
 * What our stores ask of DynamoDB: the calls of its API by their own names, with items and values as we have them. A call
 * that fails throws a `DynamoFault`. Only what a store of ours uses is here; a store that needs more adds it.
 */

export type Item = Readonly<Record<string, unknown>>;

/** A condition or a change is written with names and values in place of what DynamoDB would read as words of its own. */
interface Expressed {
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>> | undefined;
  readonly ExpressionAttributeValues?: Item | undefined;
}

interface Conditional extends Expressed {
  readonly ConditionExpression?: string | undefined;
  readonly ReturnValuesOnConditionCheckFailure?: 'ALL_OLD' | undefined;
}

interface AtTable {
  readonly TableName: string;
}

export interface GetAsked extends AtTable {
  readonly Key: Item;
  readonly ConsistentRead?: boolean;
}

export interface PutAsked extends AtTable, Conditional {
  readonly Item: Item;
}

export interface UpdateAsked extends AtTable, Conditional {
  readonly Key: Item;
  readonly UpdateExpression?: string;
  readonly ReturnValues?: 'NONE' | 'ALL_OLD' | 'UPDATED_OLD' | 'ALL_NEW' | 'UPDATED_NEW';
}

export interface QueryAsked extends AtTable, Expressed {
  readonly IndexName?: string;
  readonly KeyConditionExpression?: string;
  readonly FilterExpression?: string;
  readonly ProjectionExpression?: string;
  readonly ScanIndexForward?: boolean;
  readonly Limit?: number;
  readonly ExclusiveStartKey?: Item;
  readonly ConsistentRead?: boolean;
}

/** By the name of the table. */
type ByTable<Of> = Readonly<Record<string, Of>>;

interface KeysAsked {
  readonly Keys: readonly Item[];
  readonly ConsistentRead?: boolean;
}

interface PutOfBatch {
  readonly PutRequest: { readonly Item: Item };
}

/** For each call what is asked, and what is said. */
export interface DynamoCalls {
  GetItem: [asked: GetAsked, said: { readonly Item?: Item }];
  PutItem: [asked: PutAsked, said: object];
  UpdateItem: [asked: UpdateAsked, said: { readonly Attributes?: Item }];
  Query: [asked: QueryAsked, said: { readonly Items?: readonly Item[]; readonly LastEvaluatedKey?: Item }];
  BatchGetItem: [
    asked: { readonly RequestItems: ByTable<KeysAsked> },
    said: { readonly Responses?: ByTable<readonly Item[]>; readonly UnprocessedKeys?: ByTable<KeysAsked> },
  ];
  BatchWriteItem: [
    asked: { readonly RequestItems: ByTable<readonly PutOfBatch[]> },
    said: { readonly UnprocessedItems?: ByTable<readonly PutOfBatch[]> },
  ];
}

export type DynamoCall = keyof DynamoCalls;
export type AskedOf<Call extends DynamoCall> = DynamoCalls[Call][0];
export type SaidBy<Call extends DynamoCall> = DynamoCalls[Call][1];

export interface Dynamo {
  call<Call extends DynamoCall>(name: Call, asked: AskedOf<Call>): Promise<SaidBy<Call>>;
}
