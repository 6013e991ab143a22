/**
 * What was decoded lately, by digest. What has a digest never changes, so an entry is never wrong;
 * the cache only forgets, the longest unused first.
 */
export interface DigestCache<T> {
  get(digest: string): T | undefined;
  set(digest: string, value: T): void;
}

export function makeDigestCache<T>(entriesMax: number): DigestCache<T> {
  const entries = new Map<string, T>();
  return {
    get: (digest) => {
      const value = entries.get(digest);
      if (value === undefined) return undefined;
      // A Map keeps the order of insertion: moved to the end, it is the youngest.
      entries.delete(digest);
      entries.set(digest, value);
      return value;
    },
    set: (digest, value) => {
      entries.delete(digest);
      entries.set(digest, value);
      const [oldest] = entries.keys();
      if (entries.size > entriesMax && oldest !== undefined) entries.delete(oldest);
    },
  };
}
