/*
 * The browser's storage, for ever (`long`) or for this tab (`tab`). If it is forbidden or full, memory serves for as
 * long as the page is open.
 */

function box(open: () => Storage) {
  const memory = new Map<string, string>();
  let storage: Storage | undefined;
  try {
    storage = open();
  } catch {
    storage = undefined;
  }
  const get = (key: string): string | undefined => memory.get(key) ?? storage?.getItem(key) ?? undefined;
  return {
    get,
    put(key: string, value: string): void {
      try {
        if (!storage) throw new Error('no storage');
        storage.setItem(key, value);
        memory.delete(key);
      } catch {
        memory.set(key, value);
      }
    },
    drop(key: string): void {
      memory.delete(key);
      storage?.removeItem(key);
    },
    read<Value>(key: string): Value | undefined {
      try {
        return JSON.parse(get(key) ?? '') as Value;
      } catch {
        return undefined;
      }
    },
    /** Whether what was put is gone with the page. */
    isForgetful: () => memory.size > 0,
    names: (): string[] => [...Object.keys(storage ?? {}), ...memory.keys()],
  };
}

/* Marked as pure, so that a page carries only the one that it uses. */
export const long = /* @__PURE__ */ box(() => localStorage);
export const tab = /* @__PURE__ */ box(() => sessionStorage);
