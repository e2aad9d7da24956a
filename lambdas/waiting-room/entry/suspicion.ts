import type { Suspicion } from '../../../contracts/line-requests.ts';

/**
 * Does a join of an open entry look like a program's? Real people called bots is the worst that can happen here, so no
 * sign counts alone. A browser says which languages its reader knows, or where its request comes from (`sec-fetch-…`,
 * since 2019 to 2023). A request that says either shows a browser's marks. It is never suspected for an address shared
 * with others, unless it also names itself a script. A suspected place is only slower, never lost (`slower-lane.ts`).
 *
 *                        marks of a browser     no marks
 *     no script named    never                  many from one address
 *     script named       many from one address  at once: not a browser
 *
 * Only joins of the three suspect kinds are counted, so ten thousand phones behind one carrier's address count
 * nothing, and an old browser without marks among them stays one of a few.
 */
export interface Traits {
  /** Of the viewer; an IPv6 address stands for its /64, which one household has. Undefined if nobody said. */
  readonly address: string | undefined;
  readonly marks: boolean;
  readonly script: boolean;
  /** The name that it gives itself, for telling the devices of a place apart. */
  readonly agent?: string;
}

/** Suspect joins from one address within one window, from which they are slowed: a school's old tablets are fewer. */
export const manyJoins = 200;

/** Ten minutes. */
export const windowMs = 600_000;

/** The names that programs give themselves by default. */
const scripts =
  /^(?:aiohttp|apache-httpclient|axios|curl|dart|deno|go-http-client|got|guzzlehttp|httpie|httpx|insomnia|java|k6|libwww-perl|node|node-fetch|okhttp|php|postmanruntime|python|python-requests|python-urllib|reqwest|restsharp|ruby|scrapy|undici|wget|wrk)(?:[ /-]|$)/i;

export function traitsOf(headers: Readonly<Record<string, string | undefined>>): Traits {
  const agent = (headers['user-agent'] ?? '').trim();
  const says = (name: string) => (headers[name] ?? '').trim() !== '';
  return {
    address: viewerOf(headers['x-forwarded-for']),
    marks: says('accept-language') || says('sec-fetch-site') || says('sec-fetch-mode'),
    script: scripts.test(agent),
    ...(agent !== '' && { agent }),
  };
}

/** Whether joins with these traits are counted by their address. */
export function isCounted({ marks, script }: Traits): boolean {
  return script || !marks;
}

/** `joins`: of those counted, from its address in this window, this one included. */
export function suspicionOf({ marks, script }: Traits, joins: number): Suspicion | undefined {
  if (script && !marks) return 'not-a-browser';
  return isCounted({ address: undefined, marks, script }) && joins >= manyJoins ? 'many-from-one-address' : undefined;
}

/**
 * CloudFront appends the viewer's address and the API appends CloudFront's. The viewer wrote everything before those
 * two.
 */
function viewerOf(forwardedFor = ''): string | undefined {
  const addresses = forwardedFor
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const address = addresses.at(-2) ?? addresses[0];
  return address?.includes(':') ? network64(address) : address;
}

/** The first four groups of an IPv6 address, spelled in one way. */
function network64(address: string): string {
  const [head = '', tail] = address.toLowerCase().split('::');
  const groups = (text: string) => text.split(':').filter((group) => group !== '');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - groups(head).length - groups(tail).length);
  const all = [...groups(head), ...Array.from({ length: zeros }, () => '0'), ...groups(tail ?? '')];
  return `${all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
