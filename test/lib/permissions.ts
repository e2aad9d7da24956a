/**
 * The permissions of each function, as docs/permissions.md has them and as the templates grant them. Every function may
 * also print to its own log and send traces; that is not in it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Judge } from '../../local-cloud/iam/judge.ts';
import type { PolicyBook } from '../../local-cloud/iam/policy-book.ts';
import { groundsIn, type UsageReport } from '../../local-cloud/iam/usage.ts';

export interface Permission {
  /** As the handler's construct is called, e.g. `PlaceOrder`. */
  readonly name: string;
  /** As people call it, e.g. `table OrderBookOrdersTable`. */
  readonly on: string;
  /** E.g. `dynamodb:PutItem`. */
  readonly action: string;
}

/** Of the file: one that no journey needs says why it is granted all the same. */
export interface Needed extends Permission {
  readonly because?: string;
}

export const permissionsFile = join(import.meta.dirname, '..', '..', 'docs', 'permissions.md');

/** `PlaceOrderApiPlaceOrderFunction` is `PlaceOrder`. */
export const shortName = (label: string): string => label.replace(/Function$/, '').replace(/^(\w+)Api\1$/, '$1');

/** A logical id as it stands in a physical name, without the digests. */
const logicalId = (physical: string): string =>
  physical
    .replace(/^Stampede-[a-z0-9]+-[A-Za-z]+-/i, '')
    .replace(/-[0-9A-Fa-f]{6,}(?:\.fifo)?(?:-[0-9a-f]{6})?$/, '')
    .replace(/[0-9A-F]{8}$/, '');

const readable = (arn: string): string => {
  const [, , service = '', , , ...rest] = arn.split(':');
  const resource = rest.join(':');
  if (service === 'dynamodb') {
    const [, table = '', ...index] = resource.split('/');
    return ['table', [logicalId(table), ...index].join('/')].join(' ');
  }
  if (service === 'sqs') return `queue ${logicalId(resource)}`;
  if (service === 'secretsmanager') return `secret ${logicalId(resource.replace(/^secret:/, ''))}`;
  if (service === 's3') {
    const [bucket = '', ...path] = resource.split('/');
    return path.length > 0 ? `files ${path.join('/')}` : `bucket ${logicalId(bucket).replace(/[0-9a-f]{8}$/, '')}`;
  }
  if (service === 'synthetics') return resource.replace(/^canary:/, 'canary ');
  if (service === 'ses') return `mail ${resource.split('/').map(logicalId).join(' ')}`;
  if (service === 'lambda') {
    // Long names are cut: what is before `Api` is the handler.
    const named = logicalId(resource.replace(/^function:/, '').replace(/:live$/, ''));
    if (!resource.endsWith(':live')) return `function ${named.replace(/Function[0-9A-F]*$/, '')}`;
    return `instances of ${named.replace(/^(\w+)Api\1.*$/, '$1')}`;
  }
  if (service === 'cloudfront') return 'key-value store of the edge';
  return arn;
};

/** Every function may do this beside its work. */
const isOfAll = (action: string): boolean => /^(?:logs|xray):/.test(action);

export interface Granted extends Permission {
  readonly role: string;
  readonly session: string;
  readonly arn: string;
}

export const grantedBy = ({ functions, roles }: PolicyBook): readonly Granted[] =>
  functions
    .filter(({ runs }) => runs)
    .flatMap(({ name: session, label, role }) =>
      groundsIn(roles.get(role)?.policies ?? [])
        .filter(({ action }) => !isOfAll(action))
        .map(({ action, resource: arn }) => ({ ...permission(label, { action, resource: arn }), role, session, arn })),
    );

const permission = (label: string, { action, resource }: { action: string; resource: string }): Permission => ({
  name: shortName(label),
  on: readable(resource),
  action,
});

/** The permissions of the functions that the local cloud runs, as it saw them. */
export const permissionsSeen = ({ functions }: UsageReport) => {
  const ran = functions.filter(({ runs }) => runs);
  const some = (of: 'used' | 'unused'): readonly Permission[] =>
    ran.flatMap((one) => one[of].filter(({ action }) => !isOfAll(action)).map((each) => permission(one.name, each)));
  return { used: some('used'), unused: some('unused') };
};

const keyOf = ({ name, on, action }: Permission): string => `${name} may ${action} on ${on}`;

const row = /^\| `(\w+)` \| ([^|]+) \| ([^|]+) \|(?: ([^|]+) \|)?$/;

export const neededBy = (text = readFileSync(permissionsFile, 'utf8')): readonly Needed[] =>
  text.split('\n').flatMap((line) => {
    const [, name = '', on = '', actions = '', because] = row.exec(line) ?? [];
    return actions
      .split(', ')
      .filter((action) => action !== '')
      .map((action) => ({ name, on, action: action.trim(), ...(because !== undefined && { because }) }));
  });

/** Facts of a request that a statement goes by: Synthetics writes metrics of its own. */
const context = { 'cloudwatch:namespace': 'CloudWatchSynthetics' };

/** Sentences on what a function needs and the templates do not allow. @param all what the file's words stand for. */
export const notAllowed = (book: PolicyBook, needed: readonly Needed[], all: readonly Granted[]): readonly string[] => {
  const judge = new Judge(book);
  const known = new Map(all.map((granted) => [keyOf(granted), granted]));
  return [...new Set(needed.map(keyOf))].flatMap((key) => {
    const { role, session, action, arn } = known.get(key) ?? {};
    if (role === undefined || session === undefined || action === undefined || arn === undefined)
      return [`${key}: not granted`];
    const decision = judge.decide({ is: 'role', arn: role, session }, { action, resource: arn, context }, 0);
    return decision.allowed ? [] : [`${key}: not granted`];
  });
};

/** Sentences on what the templates allow and nobody said that it is needed. */
export const notNeeded = (granted: readonly Permission[], needed: readonly Needed[]): readonly string[] => {
  const keys = new Set(needed.map(keyOf));
  return [...new Set(granted.map(keyOf))].filter((key) => !keys.has(key));
};

export const keysOf = (permissions: readonly Permission[]): readonly string[] =>
  [...new Set(permissions.map(keyOf))].sort();

/** The rows of the file for what is granted. @param because of those that no journey needs. */
export const rowsOf = (permissions: readonly Needed[]): readonly string[] => {
  const rows = Map.groupBy(permissions, ({ name, on, because }) => `\`${name}\` | ${on} | ${because ?? ''}`);
  return [...rows]
    .map(([key, some]) => {
      const [name, on, because] = key.split(' | ');
      const actions = [...new Set(some.map(({ action }) => action))].sort().join(', ');
      return `| ${name} | ${on} | ${actions} |${because === '' ? '' : ` ${because} |`}`;
    })
    .sort();
};
