/**
 * What was worked out for the latest keys, within a bound. Two generations: when the younger is full it becomes the elder,
 * and what is asked for again is taken over. So what is asked often stays, at the price of one more look-up.
 */
export class Kept<K, V> {
  readonly #limit: number;
  #younger = new Map<K, V>();
  #elder = new Map<K, V>();

  /** Holds at most `limit` values, and at least two. */
  constructor(limit: number) {
    this.#limit = Math.max(1, limit >>> 1);
  }

  /** What is kept for `key`, made where nothing is. */
  of(key: K, make: (key: K) => V): V {
    const known = this.#younger.get(key);
    if (known !== undefined) return known;
    const value = this.#elder.get(key) ?? make(key);
    if (this.#younger.size >= this.#limit) {
      this.#elder = this.#younger;
      this.#younger = new Map();
    }
    this.#younger.set(key, value);
    return value;
  }
}
