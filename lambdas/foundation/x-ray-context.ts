import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * The X-Ray SDK's memory of which segment it is in, in the place of the package `cls-hooked` (see
 * `lib/bundle-handlers.ts`). That package watches every promise of the process by an async hook. This costs a handler
 * more than all else it does, whether it is traced or not. Node's own AsyncLocalStorage knows the same for next to
 * nothing. It has what the X-Ray SDK uses of a namespace and no more.
 */
type Context = Record<string, unknown>;

class Namespace {
  readonly #storage = new AsyncLocalStorage<Context>();

  /** Undefined outside of any context. */
  get(key: string): unknown {
    return this.#storage.getStore()?.[key];
  }

  /** Throws outside of any context, which the X-Ray SDK takes for "context missing". */
  set(key: string, value: unknown): unknown {
    const context = this.#storage.getStore();
    if (!context) throw new Error('There is no context to set a segment in');
    context[key] = value;
    return value;
  }

  /** A context that sees what the present one holds, and keeps what is set in it to itself. */
  createContext(): Context {
    return Object.create(this.#storage.getStore() ?? null) as Context;
  }

  run(act: (context: Context) => unknown): Context {
    const context = this.createContext();
    this.#storage.run(context, () => act(context));
    return context;
  }

  bind<Given extends unknown[], Result>(
    act: (...given: Given) => Result,
    context?: Context,
  ): (...given: Given) => Result {
    const bound = context ?? this.#storage.getStore() ?? this.createContext();
    return (...given) => this.#storage.run(bound, () => act(...given));
  }

  enter(context: Context): void {
    this.#storage.enterWith(context);
  }
}

const namespaces = new Map<string, Namespace>();

export function getNamespace(name: string): Namespace | undefined {
  return namespaces.get(name);
}

export function createNamespace(name: string): Namespace {
  const made = new Namespace();
  namespaces.set(name, made);
  return made;
}

export function destroyNamespace(name: string): void {
  namespaces.delete(name);
}
