// The first answer that any of several things gives.

/** What `look` finds in the first item in which it finds something. */
export function firstOf<T, R>(items: readonly T[], look: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = look(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
