/** A function that makes each key's value once and then remembers it. */
export function memo<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    const found = made.get(key);
    if (found !== undefined) return found;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}

/** Computes on first use and then remembers. */
export function once<T>(compute: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: compute() };
    return made.value;
  };
}

/** As `memo`, of a key that may go: what was made for it goes with it. */
export function weakMemo<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const made = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    let found = made.get(key);
    if (found === undefined) {
      found = { value: make(key) };
      made.set(key, found);
    }
    return found.value;
  };
}
