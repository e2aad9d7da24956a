/**
 * What is asked of the account: reads of AWS's APIs, by service, operation and region. An answer is what AWS sends, or
 * the fault that it names. So an account can be written down, and what is said of it does not depend on who asks.
 */
export interface Question {
  /** As `aws-sdk` calls it, e.g. `lambda`. */
  readonly service: AskedService;
  /** E.g. `GetAccountSettings`. */
  readonly operation: string;
  readonly region: string;
  readonly input?: Readonly<Record<string, unknown>>;
}

export type AskedService =
  | 'acm'
  | 'api-quotas'
  | 'cloudformation'
  | 'cloudfront'
  | 'dns'
  | 'dynamodb'
  | 'fallback'
  | 'lambda'
  | 'route-53'
  | 's3-control'
  | 'secrets-manager'
  | 'ses'
  | 'sns'
  | 'sts';

export type AccountAnswer =
  // biome-ignore lint/suspicious/noExplicitAny: each service has shapes of its own, and each check names what it reads
  { readonly ok: true; readonly value: any } | { readonly ok: false; readonly fault: string; readonly says: string };

/** Never throws: a fault is an answer too. */
export type AskAccount = (question: Question) => Promise<AccountAnswer>;

/** Faults of a region that the account has not switched on, or that is not there: its keys are unknown in it. */
const unknownRegion = new Set([
  'UnrecognizedClientException',
  'InvalidClientTokenId',
  'InvalidClientToken',
  'ENOTFOUND',
]);

/** Faults of credentials that may not ask this. */
const forbidden = new Set(['AccessDenied', 'AccessDeniedException']);

/** Faults of a shell without credentials, or with old ones: then nothing can be asked. */
const nobody = new Set(['CredentialsProviderError', 'ExpiredToken', 'ExpiredTokenException']);

export const isNobody = (answer: AccountAnswer): boolean => !answer.ok && nobody.has(answer.fault);

export const isForbidden = (answer: AccountAnswer): boolean => !answer.ok && forbidden.has(answer.fault);

export const isUnknownRegion = (answer: AccountAnswer): boolean => !answer.ok && unknownRegion.has(answer.fault);
