/** The faults of a cloud: who asks for them, and which service has which just now. `PUT /faults.json` says all of them anew. */
import type { PathCall, PathReply } from '../http/aws-apis.ts';
import type { Cloud } from '../kind.ts';
import { onceACloud } from '../once-a-cloud.ts';
import { type Fault, type FaultType, readFault } from './fault.ts';

export const faultsPath = '/faults.json';

/** A kind of resource, as the types of its faults begin. */
type Struck = FaultType extends `${infer Kind}-${string}` ? Kind : never;

export class Faults {
  readonly #now: () => number;
  readonly #names = new Map<string, Set<string>>();
  readonly #listeners = new Set<(faults: readonly Fault[]) => void>();
  #all: readonly Fault[] = [];
  #ending: NodeJS.Timeout | undefined;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** A resource that faults may be of. */
  register(kind: Struck, name: string): void {
    this.#names.set(kind, (this.#names.get(kind) ?? new Set()).add(name));
  }

  /** The fault of that type that a resource has now. */
  of<Type extends FaultType>(type: Type, name: string): Fault<Type> | undefined {
    if (this.#all.length === 0) return undefined;
    const now = this.#now();
    const found = this.#all.find((fault) => fault.is === type && name.includes(fault.name) && now < fault.until);
    return found as Fault<Type> | undefined;
  }

  /** Hears of all faults there are now, whenever one begins or ends. */
  onChange(listener: (faults: readonly Fault[]) => void): void {
    this.#listeners.add(listener);
  }

  /** In place of those before. */
  put(faults: readonly Fault[]): void {
    this.#all = faults;
    this.#tell();
  }

  now(): readonly Fault[] {
    const now = this.#now();
    return this.#all.filter(({ until }) => now < until);
  }

  /** No resource has this in its name. */
  isUnknown({ is, name }: Fault): boolean {
    const [kind = ''] = is.split('-');
    return ![...(this.#names.get(kind) ?? [])].some((one) => one.includes(name));
  }

  #tell(): void {
    clearTimeout(this.#ending);
    const now = this.now();
    for (const listener of this.#listeners) listener(now);
    const next = Math.min(...now.map(({ until }) => until));
    if (now.length > 0) this.#ending = setTimeout(() => this.#tell(), Math.max(1, next - this.#now())).unref();
  }
}

const json = (status: number, body: object): PathReply => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

const parsed = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
};

export const answerFaults = (
  faults: Faults,
  now: number,
  { method, body }: Pick<PathCall, 'method' | 'body'>,
): PathReply => {
  if (method === 'GET') return json(200, { faults: faults.now() });
  if (method !== 'PUT') return json(405, { message: 'Send them with PUT.' });
  const asked = parsed(body);
  if (!Array.isArray(asked)) return json(400, { message: 'Send a list of faults.' });
  const read: Fault[] = [];
  for (const one of asked) {
    const fault = readFault(one, now);
    if (typeof fault === 'string') return json(400, { message: fault });
    if (faults.isUnknown(fault))
      return json(404, { message: `Nothing that ${fault.is} may be of is called ${fault.name}.` });
    read.push(fault);
  }
  faults.put(read);
  return json(200, { faults: read });
};

export const faultsOf = (cloud: Cloud): Faults =>
  onceACloud(cloud, 'faults', () => {
    const faults = new Faults(Date.now);
    cloud.apis.servePage(faultsPath, async (call) => answerFaults(faults, Date.now(), call));
    return faults;
  });
