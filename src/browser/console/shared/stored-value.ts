import { useSyncExternalStore } from 'react';

/** A small preference that outlives the page, shared by all its tabs. */
export interface StoredValue<T extends string> {
  get(): T;
  set(value: T): void;
  subscribe(listener: () => void): () => void;
}

/** A value in local storage that is one of `allowed`; anything else there counts as `fallback`. */
export function storedValue<T extends string>(key: string, allowed: readonly T[], fallback: () => T): StoredValue<T> {
  const listeners = new Set<() => void>();
  let current = read();

  function read(): T {
    const found = allowed.find((value) => value === safeStorage.get(key));
    return found ?? fallback();
  }
  function announce() {
    for (const listener of listeners) listener();
  }
  window.addEventListener('storage', (event) => {
    if (event.key !== key) return;
    current = read();
    announce();
  });
  return {
    get: () => current,
    set(value) {
      current = value;
      safeStorage.set(key, value);
      announce();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function useStoredValue<T extends string>(stored: StoredValue<T>): T {
  return useSyncExternalStore(stored.subscribe, stored.get);
}

/** Local storage that may be full, or forbidden by the browser's settings: then nothing is kept, and all goes on. */
export const safeStorage = {
  get(key: string): string | null {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  set(key: string, value: string): void {
    try {
      localStorage.setItem(key, value);
    } catch {
      // Kept in memory only.
    }
  },
  remove(key: string): void {
    try {
      localStorage.removeItem(key);
    } catch {
      // There was nothing to remove.
    }
  },
};
