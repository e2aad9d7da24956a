/** Why SQS refuses a request: the name of the error in its JSON protocol and in the older query protocol. */

export interface SqsRefusal {
  readonly ok: false;
  readonly code: string;
  readonly queryError: string;
  readonly message: string;
}

export type Answer<T> = { readonly ok: true; readonly value: T } | SqsRefusal;

export const accepted = <T>(value: T): Answer<T> => ({ ok: true, value });

const refusal =
  (code: string, queryError = code) =>
  (message: string): SqsRefusal => ({ ok: false, code, queryError, message });

export const noSuchQueue = refusal('QueueDoesNotExist', 'AWS.SimpleQueueService.NonExistentQueue');
export const missing = refusal('MissingParameter');
export const invalid = refusal('InvalidParameterValue');
export const invalidContents = refusal('InvalidMessageContents');
export const invalidHandle = refusal('ReceiptHandleIsInvalid');
export const notInFlight = refusal('MessageNotInflight', 'AWS.SimpleQueueService.MessageNotInflight');
export const emptyBatch = refusal('EmptyBatchRequest', 'AWS.SimpleQueueService.EmptyBatchRequest');
export const tooManyEntries = refusal(
  'TooManyEntriesInBatchRequest',
  'AWS.SimpleQueueService.TooManyEntriesInBatchRequest',
);
export const sameIds = refusal('BatchEntryIdsNotDistinct', 'AWS.SimpleQueueService.BatchEntryIdsNotDistinct');
export const invalidEntryId = refusal('InvalidBatchEntryId', 'AWS.SimpleQueueService.InvalidBatchEntryId');
export const batchTooLong = refusal('BatchRequestTooLong', 'AWS.SimpleQueueService.BatchRequestTooLong');
export const unknownOperation = refusal('UnsupportedOperation', 'AWS.SimpleQueueService.UnsupportedOperation');
