/**
 * Reads the properties of a resource: what is there in the shape that is needed, or an error that
 * names the resource and the property. `only` refuses what the local cloud would not do, so that
 * nothing of a template is skipped silently.
 */
import type { Resource } from './kind.ts';

type Bag = Readonly<Record<string, unknown>>;

export class Properties {
  readonly #bag: Bag;
  readonly #place: string;

  constructor(bag: Bag, place: string) {
    this.#bag = bag;
    this.#place = place;
  }

  fail(problem: string): never {
    throw new Error(`${this.#place}: ${problem}`);
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
    return this.fail(`${name} must be a text`);
  }

  number(name: string, otherwise: number): number {
    const value = this.#bag[name];
    if (value === undefined) return otherwise;
    const number = Number(value);
    return Number.isFinite(number) && value !== '' ? number : this.fail(`${name} must be a number`);
  }

  flag(name: string, otherwise = false): boolean {
    const value = this.#bag[name];
    if (value === undefined) return otherwise;
    if (value === true || value === 'true') return true;
    return value === false || value === 'false' ? false : this.fail(`${name} must be true or false`);
  }

  texts(name: string): readonly string[] {
    const value = this.#bag[name] ?? [];
    if (!Array.isArray(value)) return this.fail(`${name} must be a list`);
    return value.map((entry, index) =>
      typeof entry === 'string' ? entry : this.fail(`${name}[${index}] must be a text`),
    );
  }

  /** The properties inside a property, or undefined if it is not there. */
  inside(name: string): Properties | undefined {
    const value = this.#bag[name];
    if (value === undefined) return undefined;
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return this.fail(`${name} must be an object`);
    return new Properties(value as Bag, `${this.#place}.${name}`);
  }

  list(name: string): readonly Properties[] {
    const value = this.#bag[name] ?? [];
    if (!Array.isArray(value)) return this.fail(`${name} must be a list`);
    return value.map((entry, index) => new Properties(entry as Bag, `${this.#place}.${name}[${index}]`));
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
      if (!known.includes(name)) this.fail(`the local cloud does not run the property ${name}`);
    }
    return this;
  }
}

export const propertiesOf = (resource: Resource): Properties =>
  new Properties(resource.properties, `${resource.stack}.${resource.logicalId} (${resource.type})`);
