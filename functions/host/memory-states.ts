// The states of one order's tools in memory, for tests and for the reference node.
import type { StateLock, StateStore, StateVersion } from "../delivery/states/ports.ts";

export function memoryStateStore(): StateStore {
  const kept = new Map<number, { readonly version: StateVersion; readonly sealed: Uint8Array }>();
  let current: number | undefined;
  let lock: StateLock | undefined;
  let last = 0;
  return {
    versions: () => ({
      versions: [...kept.values()].map(({ version }) => version),
      ...(current === undefined ? {} : { current }),
    }),
    sealed: (version) => kept.get(version)?.sealed,
    lock: () => lock,
    put(version, sealed, dropped) {
      current = ++last;
      kept.set(current, { version: { ...version, version: current }, sealed });
      for (const each of dropped) kept.delete(each);
    },
    remove: () => void (current = undefined),
    setLock: (next) => void (lock = next),
    erase() {
      kept.clear();
      [current, lock] = [undefined, undefined];
    },
  };
}
