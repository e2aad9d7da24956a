/**
 * May this caller do this to that object? It decides as IAM does for a bucket policy: a matching Deny ends it, else one
 * matching Allow suffices, else the answer is no. Callers are either the distribution that signed the request (origin
 * access control) or anybody. An unknown condition is an error, never a guess.
 */
export interface PolicyStatement {
  readonly Effect?: unknown;
  readonly Principal?: unknown;
  readonly Action?: unknown;
  readonly Resource?: unknown;
  readonly Condition?: unknown;
}

export interface Ask {
  readonly action: 's3:GetObject' | 's3:ListBucket';
  /** ARN of the object or the bucket. */
  readonly resource: string;
  /** ARN of the distribution that signed the request; absent: anybody. */
  readonly signedBy?: string;
}

export function isAllowed(statements: readonly PolicyStatement[], ask: Ask): boolean {
  const matching = statements.filter((statement) => applies(statement, ask));
  if (matching.some((statement) => statement.Effect === 'Deny')) return false;
  return matching.some((statement) => statement.Effect === 'Allow');
}

function applies(statement: PolicyStatement, ask: Ask): boolean {
  const actions = list(statement.Action);
  const resources = list(statement.Resource);
  return (
    actions.some((action) => matches(action, ask.action)) &&
    resources.some((resource) => matches(resource, ask.resource)) &&
    isPrincipal(statement.Principal, ask) &&
    holds(statement.Condition, ask)
  );
}

function isPrincipal(principal: unknown, ask: Ask): boolean {
  if (principal === '*') return true;
  if (typeof principal !== 'object' || principal === null) return false;
  const { AWS: accounts, Service: services } = principal as Record<string, unknown>;
  if (list(accounts).includes('*')) return true;
  return ask.signedBy !== undefined && list(services).includes('cloudfront.amazonaws.com');
}

/** Requests inside the local cloud stand for HTTPS ones. */
function holds(condition: unknown, ask: Ask): boolean {
  const context = new Map([
    ['aws:sourcearn', ask.signedBy],
    ['aws:sourceaccount', ask.signedBy?.split(':')[4]],
    ['aws:securetransport', 'true'],
    ['s3:tlsversion', '1.3'],
  ]);
  return Object.entries((condition ?? {}) as Record<string, Record<string, unknown>>).every(([operator, keys]) =>
    Object.entries(keys).every(([key, wanted]) => {
      const name = key.toLowerCase();
      if (!context.has(name))
        throw new Error(`The local cloud does not know the condition key ${key} in a bucket policy`);
      return compare(operator, context.get(name), list(wanted).map(String));
    }),
  );
}

function compare(operator: string, actual: string | undefined, wanted: readonly string[]): boolean {
  switch (operator) {
    case 'StringEquals':
    case 'Bool':
      return wanted.some((value) => value === actual);
    case 'StringLike':
    case 'ArnLike':
    case 'ArnEquals':
      return actual !== undefined && wanted.some((value) => matches(value, actual));
    case 'StringNotEquals':
      return wanted.every((value) => value !== actual);
    case 'NumericLessThan':
      return wanted.some((value) => Number(actual) < Number(value));
    default:
      throw new Error(`The local cloud does not know the condition operator ${operator} in a bucket policy`);
  }
}

/** `*` is any text, `?` any one character. */
function matches(pattern: unknown, text: string): boolean {
  const source = String(pattern)
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.');
  return new RegExp(`^${source}$`, 's').test(text);
}

function list(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}
