/**
 * Reads the properties of a resource. A property comes in the shape that is needed, or as a refusal that names the
 * resource and the property. `only` refuses what the local cloud would not do, so that nothing of a template is skipped
 * silently. Reading goes on after a refusal wherever there is something to go on with.
 */
import type { Resource } from './kind.ts';
import { type Refuse, Refused } from './refused.ts';

type Bag = Readonly<Record<string, unknown>>;

export class Properties {
  readonly #bag: Bag;
  readonly #place: string;
  readonly #refuse: Refuse;

  constructor(bag: Bag, place: string, refuse: Refuse) {
    this.#bag = bag;
    this.#place = place;
    this.#refuse = refuse;
  }

  /** For a part that all the rest depends on. */
  fail(problem: string): never {
    throw new Refused(`${this.#place}: ${problem}`);
  }

  /** For what stands alone: the reading goes on. */
  refuse(problem: string): void {
    this.#refuse(`${this.#place}: ${problem}`);
  }

  has(name: string): boolean {
    return this.#bag[name] !== undefined;
  }

  text(name: string): string {
    return this.optionalText(name) ?? this.fail(`${name} is missing`);
  }

  optionalText(name: string): string | undefined {
    const value = this.#bag[name];
    if (value === undefined) return undefined;
    if (typeof value === 'string') return value;
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    return this.fail(`${name} must be a text, not ${JSON.stringify(value)}`);
  }

  number(name: string, otherwise: number): number {
    const value = this.#bag[name];
    if (value === undefined) return otherwise;
    const number = Number(value);
    if (Number.isFinite(number) && value !== '') return number;
    this.refuse(`${name} must be a number, not ${JSON.stringify(value)}`);
    return otherwise;
  }

  flag(name: string, otherwise = false): boolean {
    const value = this.#bag[name];
    if (value === undefined) return otherwise;
    if (value === true || value === 'true') return true;
    if (value === false || value === 'false') return false;
    this.refuse(`${name} must be true or false, not ${JSON.stringify(value)}`);
    return otherwise;
  }

  texts(name: string): readonly string[] {
    const value = this.#bag[name] ?? [];
    if (!Array.isArray(value)) return this.fail(`${name} must be a list, not ${JSON.stringify(value)}`);
    return value.map((entry, index) =>
      typeof entry === 'string' ? entry : this.fail(`${name}[${index}] must be a text, not ${JSON.stringify(entry)}`),
    );
  }

  /** The properties inside a property, or undefined if it is not there. */
  inside(name: string): Properties | undefined {
    const value = this.#bag[name];
    if (value === undefined) return undefined;
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return this.fail(`${name} must be an object, not ${JSON.stringify(value)}`);
    return new Properties(value as Bag, `${this.#place}.${name}`, this.#refuse);
  }

  list(name: string): readonly Properties[] {
    const value = this.#bag[name] ?? [];
    if (!Array.isArray(value)) return this.fail(`${name} must be a list, not ${JSON.stringify(value)}`);
    return value.map((entry: unknown, index) =>
      typeof entry === 'object' && entry !== null
        ? new Properties(entry as Bag, `${this.#place}.${name}[${index}]`, this.#refuse)
        : this.fail(`${name}[${index}] must be an object, not ${JSON.stringify(entry)}`),
    );
  }

  raw(name: string): unknown {
    return this.#bag[name];
  }

  entries(): readonly (readonly [string, unknown])[] {
    return Object.entries(this.#bag);
  }

  /** Refuses every property that is not among those the local cloud runs or may leave out. */
  only(known: readonly string[]): this {
    for (const name of Object.keys(this.#bag)) {
      if (!known.includes(name)) this.refuse(`the local cloud does not run the property ${name}`);
    }
    return this;
  }
}

export const propertiesOf = (resource: Resource): Properties =>
  new Properties(resource.properties, `${resource.stack}.${resource.logicalId} (${resource.type})`, resource.refuse);
