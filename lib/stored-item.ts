/**
 * Values in the extension's storage: read, written and watched by their key. Beside `storage.ts`, which says what they are, nobody
 * imports it. Small and without anything that happens on import, since every ticket page loads it.
 */
import { browser } from 'wxt/browser';

/** `local` stays, `session` goes with the browser. */
export type StorageItemKey = `${'local' | 'session'}:${string}`;
type Area = 'local' | 'session';

const placeOf = (key: StorageItemKey): readonly [Area, string] => {
  const colon = key.indexOf(':');
  return [key.slice(0, colon) as Area, key.slice(colon + 1)];
};

export const storage = {
  async getItem<T>(key: StorageItemKey): Promise<T | null> {
    const [area, name] = placeOf(key);
    // What stands there was written by `setItem` with the same type; older versions are merged over defaults by whoever reads.
    return ((await browser.storage[area].get(name))[name] as T | undefined) ?? null;
  },

  /** @param value null takes it away */
  async setItem<T>(key: StorageItemKey, value: T | null): Promise<void> {
    const [area, name] = placeOf(key);
    await (value === null ? browser.storage[area].remove(name) : browser.storage[area].set({ [name]: value }));
  },

  async removeItems(keys: readonly StorageItemKey[]): Promise<void> {
    for (const area of ['local', 'session'] as const) {
      const names = keys.flatMap((key) => (placeOf(key)[0] === area ? [placeOf(key)[1]] : []));
      if (names.length) await browser.storage[area].remove(names);
    }
  },

  /** Everything of one area. */
  snapshot: (area: Area): Promise<Record<string, unknown>> => browser.storage[area].get(null),

  /** Calls `react` after each change, also of other pages; not when the same value is written again. @returns what ends it */
  watch<T>(key: StorageItemKey, react: (value: T | null) => void): () => void {
    const [area, name] = placeOf(key);
    const { onChanged } = browser.storage[area];
    const listener = (changes: Record<string, { readonly newValue?: unknown; readonly oldValue?: unknown }>): void => {
      const change = changes[name];
      // Firefox tells of every writing
      if (change && JSON.stringify(change.newValue) !== JSON.stringify(change.oldValue)) react((change.newValue as T | undefined) ?? null);
    };
    onChanged.addListener(listener);
    return () => onChanged.removeListener(listener);
  },

  /** One value with what holds while nothing is stored. */
  defineItem<T>(key: StorageItemKey, { fallback }: { readonly fallback: T }): StoredItem<T> {
    return {
      getValue: async () => (await storage.getItem<T>(key)) ?? fallback,
      setValue: (value) => storage.setItem(key, value),
      watch: (react) => storage.watch<T>(key, (value) => react(value ?? fallback)),
    };
  },
};

export interface StoredItem<T> {
  getValue(): Promise<T>;
  setValue(value: T): Promise<void>;
  watch(react: (value: T) => void): () => void;
}
