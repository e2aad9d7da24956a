/**
 * The headers that the CDN itself writes on every answer. It takes away the headers to be removed, then adds its own.
 * Its own give way to the origin's, unless they are to override them. Headers of cross-origin sharing answer only
 * requests that name an origin.
 */
interface OwnHeader {
  readonly name: string;
  readonly value: string;
  readonly override: boolean;
}

interface CrossOrigin {
  readonly origins: readonly string[];
  readonly headers: readonly OwnHeader[];
  readonly override: boolean;
}

export interface ResponseHeadersPolicy {
  readonly remove: readonly string[];
  readonly add: readonly OwnHeader[];
  readonly crossOrigin?: CrossOrigin;
}

/** Writes the policy's headers into `headers`. `origin`: the viewer's `origin` header, if any. */
export function applyHeadersPolicy(
  policy: ResponseHeadersPolicy,
  headers: Record<string, string>,
  origin: string | undefined,
): void {
  for (const name of policy.remove) delete headers[name];
  for (const own of policy.add) write(headers, own);
  const { crossOrigin } = policy;
  if (!crossOrigin || origin === undefined) return;
  const allowed = crossOrigin.origins.includes('*') ? '*' : crossOrigin.origins.find((one) => isOrigin(one, origin));
  if (allowed === undefined) return;
  const value = allowed === '*' ? '*' : origin;
  write(headers, { name: 'access-control-allow-origin', value, override: crossOrigin.override });
  if (value !== '*') write(headers, { name: 'vary', value: 'Origin', override: false });
  for (const own of crossOrigin.headers) write(headers, own);
}

/** Reads `ResponseHeadersPolicyConfig` of a template. */
export function responseHeadersPolicyOf(config: Readonly<Record<string, unknown>>): ResponseHeadersPolicy {
  const remove = items(config.RemoveHeadersConfig).map((item) => String(item.Header).toLowerCase());
  const custom = items(config.CustomHeadersConfig).map((item) => ({
    name: String(item.Header).toLowerCase(),
    value: String(item.Value),
    override: isTrue(item.Override),
  }));
  const crossOrigin = config.CorsConfig as Readonly<Record<string, unknown>> | undefined;
  return {
    remove,
    add: [...securityHeaders((config.SecurityHeadersConfig ?? {}) as Record<string, Settings>), ...custom],
    ...(crossOrigin && { crossOrigin: crossOriginOf(crossOrigin) }),
  };
}

type Settings = Readonly<Record<string, unknown>>;

function securityHeaders(config: Readonly<Record<string, Settings>>): OwnHeader[] {
  const own: OwnHeader[] = [];
  const add = (settings: Settings | undefined, name: string, value: (settings: Settings) => string) => {
    if (settings) own.push({ name, value: value(settings), override: isTrue(settings.Override) });
  };
  add(config.ContentSecurityPolicy, 'content-security-policy', (s) => String(s.ContentSecurityPolicy));
  add(config.ContentTypeOptions, 'x-content-type-options', () => 'nosniff');
  add(config.FrameOptions, 'x-frame-options', (s) => String(s.FrameOption));
  add(config.ReferrerPolicy, 'referrer-policy', (s) => String(s.ReferrerPolicy));
  add(config.StrictTransportSecurity, 'strict-transport-security', (s) =>
    [
      `max-age=${String(s.AccessControlMaxAgeSec)}`,
      ...(isTrue(s.IncludeSubdomains) ? ['includeSubDomains'] : []),
      ...(isTrue(s.Preload) ? ['preload'] : []),
    ].join('; '),
  );
  add(config.XSSProtection, 'x-xss-protection', (s) =>
    isTrue(s.Protection) ? (isTrue(s.ModeBlock) ? '1; mode=block' : '1') : '0',
  );
  return own;
}

function crossOriginOf(config: Settings): CrossOrigin {
  const override = isTrue(config.OriginOverride);
  const texts = (value: unknown) => ((value as { Items?: unknown[] } | undefined)?.Items ?? []).map(String);
  const headers: OwnHeader[] = [];
  const add = (name: string, values: readonly string[]) => {
    if (values.length > 0) headers.push({ name, value: values.join(', '), override });
  };
  const methods = texts(config.AccessControlAllowMethods);
  add(
    'access-control-allow-methods',
    methods.includes('ALL') ? ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'] : methods,
  );
  add('access-control-allow-headers', texts(config.AccessControlAllowHeaders));
  add('access-control-expose-headers', texts(config.AccessControlExposeHeaders));
  if (config.AccessControlMaxAgeSec !== undefined)
    add('access-control-max-age', [String(config.AccessControlMaxAgeSec)]);
  if (isTrue(config.AccessControlAllowCredentials)) add('access-control-allow-credentials', ['true']);
  return { origins: texts(config.AccessControlAllowOrigins), headers, override };
}

function write(headers: Record<string, string>, own: OwnHeader): void {
  if (own.override || headers[own.name] === undefined) headers[own.name] = own.value;
}

/** `https://*.example.org` stands for every name below it. */
function isOrigin(pattern: string, origin: string): boolean {
  const source = pattern.replace(/[.+^${}()|[\]\\?/]/g, '\\$&').replace(/\*/g, '[^/]*');
  const withScheme = pattern.includes('://') ? source : `https?:\\/\\/${source}`;
  return new RegExp(`^${withScheme}$`).test(origin);
}

function items(config: unknown): readonly Settings[] {
  return ((config as { Items?: Settings[] } | undefined)?.Items ?? []) as readonly Settings[];
}

function isTrue(value: unknown): boolean {
  return String(value).toLowerCase() === 'true';
}

const weak = (name: string, value: string): OwnHeader => ({ name, value, override: false });
const strong = (name: string, value: string): OwnHeader => ({ name, value, override: true });

const security: readonly OwnHeader[] = [
  weak('referrer-policy', 'strict-origin-when-cross-origin'),
  weak('strict-transport-security', 'max-age=31536000'),
  strong('x-content-type-options', 'nosniff'),
  weak('x-frame-options', 'SAMEORIGIN'),
  weak('x-xss-protection', '1; mode=block'),
];
const simple: CrossOrigin = { origins: ['*'], headers: [], override: false };
const preflight: CrossOrigin = {
  origins: ['*'],
  headers: [
    weak('access-control-allow-methods', 'DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT'),
    weak('access-control-expose-headers', '*'),
  ],
  override: false,
};

/** The policies that every account has, by their published ids. */
export const managedResponseHeadersPolicies: Readonly<Record<string, ResponseHeadersPolicy>> = {
  /** SimpleCORS */
  '60669652-455b-4ae9-85a4-c4c02393f86c': { remove: [], add: [], crossOrigin: simple },
  /** CORS-With-Preflight */
  '5cc3b908-e619-4b99-88e5-2cf7f45965bd': { remove: [], add: [], crossOrigin: preflight },
  /** SecurityHeadersPolicy */
  '67f7725c-6f97-4210-82d7-5512b31e9d03': { remove: [], add: security },
  /** CORS-and-SecurityHeadersPolicy */
  'e61eb60c-9c35-4d20-a928-2b84e02af89c': { remove: [], add: security, crossOrigin: simple },
  /** CORS-with-preflight-and-SecurityHeadersPolicy */
  'eaab4381-ed33-4a86-88ca-d9558dc6cd63': { remove: [], add: security, crossOrigin: preflight },
};
