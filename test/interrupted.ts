/*
 * Every player of histories handles the calls of a use case in this way. Each call goes through a hand of the test. The
 * hand lets it wait for its turn, kills its caller before it took effect or after, or counts it. The acts and what must
 * hold are each context's own.
 *
 *   caller ──▶ around ──▶ the call takes effect ──▶ around ──▶ caller
 *                └─ Killed                             └─ Killed, though it happened
 */

/** Stands for a process that was killed. */
export class Killed extends Error {}

/** Whether this is the end of a process that was killed, in whatever it was wrapped. */
export function wasKilled(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) if (at instanceof Killed) return true;
  return false;
}

/** Runs a call, or does not. */
export type Around = (call: () => unknown, name: string) => unknown;

/** The same functions, each call of which goes through `around`. */
export function through<Of extends object>(of: Of, around: Around): Of {
  return new Proxy(of, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return async (...given: unknown[]) => around(() => Reflect.apply(method, target, given), `${String(name)}`);
    },
  });
}

/** Calls `fault` before and after each call; what it throws ends the caller there. */
export function beforeAndAfter(fault: () => Promise<void> | void): Around {
  return async (call) => {
    await fault();
    const result = await call();
    await fault();
    return result;
  };
}

/** Kills at the nth chance (counted from 1), once. */
export function killAt(nth: number): { readonly fault: () => void; readonly chances: () => number } {
  let chances = 0;
  return {
    fault: () => {
      chances += 1;
      if (chances === nth) throw new Killed(`at chance ${nth}`);
    },
    chances: () => chances,
  };
}
