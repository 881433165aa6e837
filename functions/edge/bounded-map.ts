// A cache with a budget: the least recently used entries leave first.

/** Keeps values until the sum of their sizes passes `budget`; sizes are in whatever unit the caller counts. */
export class BoundedMap<V> {
  readonly #entries = new Map<string, { value: V; size: number }>();
  readonly #budget: number;
  #used = 0;

  constructor(budget: number) {
    this.#budget = budget;
  }

  get(key: string): V | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry.value;
  }

  set(key: string, value: V, size: number): V {
    this.#drop(key);
    if (size > this.#budget) return value;
    this.#entries.set(key, { value, size });
    this.#used += size;
    for (const oldest of this.#entries.keys()) {
      if (this.#used <= this.#budget) break;
      this.#drop(oldest);
    }
    return value;
  }

  #drop(key: string): void {
    const entry = this.#entries.get(key);
    if (!entry) return;
    this.#entries.delete(key);
    this.#used -= entry.size;
  }
}
