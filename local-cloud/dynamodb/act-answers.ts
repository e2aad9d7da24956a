/** The answers of acts on tables that the local cloud adds to its engine, in the words of DynamoDB. */

export type ActAnswer =
  | { readonly ok: true; readonly body: object }
  | { readonly ok: false; readonly type: string; readonly message: string };

export const accepted = (body: object): ActAnswer => ({ ok: true, body });

type RefusedAct = Extract<ActAnswer, { ok: false }>;

const refusal = (type: string, message: string): RefusedAct => ({
  ok: false,
  type: `com.amazonaws.dynamodb.v20120810#${type}`,
  message,
});

export const invalid = (message: string): RefusedAct => ({
  ok: false,
  type: 'com.amazon.coral.validate#ValidationException',
  message,
});

export const noSuchTable = (name: string): ActAnswer => refusal('TableNotFoundException', `Table not found: ${name}`);

export const noSuchResource = (name: string): ActAnswer =>
  refusal('ResourceNotFoundException', `Requested resource not found: Table: ${name} not found`);

export const alreadyThere = (name: string): ActAnswer =>
  refusal('TableAlreadyExistsException', `Table already exists: ${name}`);

export const inUse = (name: string): ActAnswer =>
  refusal('TableInUseException', `Table is being created or deleted: ${name}`);

export const recoveryIsOff = (name: string): ActAnswer =>
  refusal(
    'PointInTimeRecoveryUnavailableException',
    `Point in time recovery is not enabled for table '${name}'. Enable it first.`,
  );

const written = (at: number): string => new Date(at).toISOString();

export const notRestorable = (earliest: number, latest: number): ActAnswer =>
  refusal(
    'InvalidRestoreTimeException',
    `RestoreDateTime must be between EarliestRestorableDateTime (${written(earliest)}) and LatestRestorableDateTime (${written(latest)})`,
  );
