import { apiPrefix, descriptionPath, type Url } from './api.ts';
import { busyRetrySeconds, problemsFolder } from './problem-files.ts';
import { staffPage } from './sign-in.ts';

/*
 * The headers that the CDN adds to every answer. The CDK reads them here, and so does every stage in memory that
 * browsers are shown (simulation/stage/http), so that whatever the deployed site refuses is refused there too.
 */

/** The kinds of answers. Each has headers of its own. */
export type AnswerKind =
  | 'pages'
  /** An order's page: it alone shows a payment provider's form, if there is a provider. */
  | 'order'
  /** The page that reads tickets at the door: it alone has the camera, and a worker of its own scope. Supervisors sign in. */
  | 'door'
  /** The pages of the staff: they speak to the issuer that people sign in with. */
  | 'staff'
  | 'files'
  /** The problem documents that stand in for an answer: with the time after which to ask again. */
  | 'problems'
  | 'api';

export type PageKind = Exclude<AnswerKind, 'files' | 'problems' | 'api'>;

/** Everything that the API answers. */
export const apiPath = `${apiPrefix}*` as const;

/** The answers of the API that the CDN keeps: each is the same for all who ask. */
export const availabilityPath =
  `${apiPrefix}performances/*/availability` as const satisfies Url<'GET performances/{performance}/availability'>;
export const sharedReadingsPath = `${apiPrefix}readings/*/*` as const satisfies Url<'GET readings/{onSale}/{key}'>;

/** Pages that are published with what is on: the season and its shows, as the fan reads, or in a language that the address names. */
export const publishedPagePaths = {
  '/': 'pages',
  // A CDN may look for its root object before it looks for the path.
  '/index.html': 'pages',
  '/shows/*': 'pages',
  '/??': 'pages',
  '/??/shows/*': 'pages',
} as const satisfies Readonly<Record<string, AnswerKind>>;

/** The kind of the answer to a path. The first pattern that matches is taken; all else is a page. */
export const kindsByPath = {
  // A file of the site, where all else that begins so is answered by handlers.
  [descriptionPath]: 'files',
  [`/${problemsFolder}/*` as const]: 'problems',
  [availabilityPath]: 'api',
  [sharedReadingsPath]: 'api',
  [apiPath]: 'api',
  // In any other case of their letters they are the pages without a payment form, a camera and a sign-in.
  '/order': 'order',
  '/order-book': 'staff',
  '/control-room': 'staff',
  '/door': 'door',
  [staffPage]: 'staff',
  '/plain': 'pages',
  '/plain/*': 'pages',
  '/catalogue/*': 'files',
  '/lines/*': 'files',
  ...publishedPagePaths,
} as const satisfies Readonly<Record<string, AnswerKind>>;

/** The sources that a payment provider's form needs. */
export interface PaymentSources {
  readonly script: readonly string[];
  readonly frame: readonly string[];
  readonly connect: readonly string[];
}

const noPayment: PaymentSources = { script: [], frame: [], connect: [] };

export interface SourcesOfPages {
  /** Origin of the live files, e.g. `https://live.tickets.example.org`; left out where it is the site's own. */
  readonly live?: string | undefined;
  /** The payment provider whose form the order's page shows; none if left out. */
  readonly payment?: PaymentSources | undefined;
  /** The issuer of the staff's sign-in, and all that its discovery document names; none if left out. */
  readonly issuer?: readonly string[] | undefined;
}

/**
 * The site's pages may run and show our own files, and speak to our own two addresses, and nothing else. A page that
 * shows a payment provider's form may also run its script. Files and the API's answers are no pages, and may do
 * nothing.
 */
export function contentSecurityPolicy(kind: AnswerKind, { live, payment, issuer = [] }: SourcesOfPages): string {
  if (!isPage(kind)) return "default-src 'none'; frame-ancestors 'none'";
  const { script, frame, connect } = (kind === 'order' && payment) || noPayment;
  const directives = {
    'default-src': ["'none'"],
    'script-src': ["'self'", ...script],
    ...(frame.length > 0 && { 'frame-src': frame }),
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'", ...(live ? [live] : []), ...connect, ...(signsIn(kind) ? issuer : [])],
    'form-action': ["'self'"],
    'base-uri': ["'none'"],
    'manifest-src': ["'self'"],
    'frame-ancestors': ["'none'"],
    ...(kind === 'door' && { 'worker-src': ["'self'"] }),
  };
  return Object.entries(directives)
    .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
    .join('; ');
}

/**
 * Rights that pages do not need, so that nothing injected into one can have them either. A payment provider's form asks
 * wallets.
 */
export function permissionsPolicy(kind: PageKind, { payment }: SourcesOfPages): string {
  const { frame } = (kind === 'order' && payment) || noPayment;
  return ['camera', 'geolocation', 'microphone', 'payment', 'usb', 'browsing-topics']
    .map((feature) =>
      feature === 'payment' && frame.length > 0
        ? `payment=(self ${frame.map((source) => `"${source}"`).join(' ')})`
        : `${feature}=(${kind === 'door' && feature === 'camera' ? 'self' : ''})`,
    )
    .join(', ');
}

/** Of every answer. Order keys are in the fragment, never in the path; other sites need not even see the path. */
export const security = {
  transportSecurityDays: 365,
  contentTypeOptions: 'nosniff',
  frameOptions: 'DENY',
  referrerPolicy: 'strict-origin-when-cross-origin',
} as const;

export const openerPolicy = 'same-origin';

/** Anyone may recompute a draw, also in a page of their own. `age` and `date` let a page tell how old a board is. */
export const filesForAll = {
  origins: ['*'],
  methods: ['GET', 'HEAD'],
  headers: ['*'],
  exposed: ['age', 'date', 'etag'],
  maxAgeDays: 1,
} as const;

/** All of them, by lower-case name, as a browser sees them. */
export function headersOf(kind: AnswerKind, sources: SourcesOfPages): Readonly<Record<string, string>> {
  return {
    'content-security-policy': contentSecurityPolicy(kind, sources),
    'strict-transport-security': `max-age=${security.transportSecurityDays * 86_400}; includeSubDomains`,
    'x-content-type-options': security.contentTypeOptions,
    'x-frame-options': security.frameOptions,
    'referrer-policy': security.referrerPolicy,
    ...(kind === 'files' && {
      'access-control-allow-origin': filesForAll.origins.join(', '),
      'access-control-expose-headers': filesForAll.exposed.join(', '),
    }),
    ...(kind === 'problems' && { 'retry-after': `${busyRetrySeconds}` }),
    ...(isPage(kind) && {
      'permissions-policy': permissionsPolicy(kind, sources),
      'cross-origin-opener-policy': openerPolicy,
    }),
  };
}

const signsIn = (kind: AnswerKind) => kind === 'staff' || kind === 'door';

export function isPage(kind: AnswerKind): kind is PageKind {
  return kind !== 'files' && kind !== 'problems' && kind !== 'api';
}

export function kindOf(path: string): AnswerKind {
  const found = Object.entries(kindsByPath).find(([pattern]) => matches(pattern, path));
  return found?.[1] ?? 'pages';
}

function matches(pattern: string, path: string): boolean {
  const [start = '', ...rest] = pattern.split('*');
  const end = rest.at(-1);
  if (end === undefined) return path === pattern;
  return path.length >= start.length + end.length && path.startsWith(start) && path.endsWith(end);
}
