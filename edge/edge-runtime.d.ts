/**
 * The shapes that CloudFront Functions (runtime 2.0) give to a function and take back. A header name is lower case;
 * `value` is the last one sent, `multiValue` has them all when there are several.
 */
export interface EdgeValue {
  value: string;
  multiValue?: { value: string }[];
}

export interface EdgeRequest {
  method: string;
  /** As the viewer sent it, still percent-encoded, without the query. */
  uri: string;
  querystring: Record<string, EdgeValue>;
  headers: Record<string, EdgeValue>;
  cookies: Record<string, EdgeValue>;
}

export interface EdgeCookie {
  value: string;
  attributes?: string;
}

export interface EdgeResponse {
  statusCode: number;
  statusDescription?: string;
  headers: Record<string, EdgeValue>;
  /** Becomes `set-cookie`, which may not be among the headers. */
  cookies?: Record<string, EdgeCookie>;
  body?: { encoding: 'text' | 'base64'; data: string };
}

export interface EdgeEvent {
  version: string;
  context: { distributionDomainName: string; distributionId: string; eventType: string; requestId: string };
  viewer: { ip: string };
  request: EdgeRequest;
}

declare global {
  /** The site's page for addresses that are none: HTML by language. The built file carries this very word; the stack puts a JSON object in its place. */
  const __NOT_FOUND_PAGES__: Record<string, string>;
  /** Hosts of other sites that may show files of this one, or null where every site may. The stack puts JSON in its place. */
  const __LINKED_FROM__: string[] | null;
  /** Title and status of each refusal the edge can give, put in by the build from `contracts/refusals.ts`. */
  const __REFUSALS__: Record<import('./refuse.ts').EdgeRefusal, { title: string; status: number }>;
  /** A regular expression of the paths that need a pass, put in by the build from the table of routes. */
  const __NEEDS_PASS__: string;
  /** A regular expression of the paths that need a sign-in, put in by the build from the table of routes. */
  const __NEEDS_SIGN_IN__: string;
  /** A regular expression of the paths where a pass that is over still fetches answers, put in by the build from the table of routes. */
  const __REPEATS__: string;
  /** For how long after its end, put in by the build from the table of routes. */
  const __REPEAT_SECONDS__: number;
  /** The parts of a path up to an id whose letters keep their case, put in by the build from the table of routes; `null` is any part. */
  const __BEFORE_IDS__: (string | null)[][];
}
