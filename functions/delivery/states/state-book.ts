// The states of one order: who may read and write, what follows what, and what is kept of what was.
import { type Result, ok, refused } from "../../kernel/result.ts";
import type { Run } from "../lifecycle/delivery.ts";
import type { OrderRecord } from "../record.ts";
import type {
  Holder,
  RestoreRefusal,
  SealedState,
  StateLock,
  StateRefusal,
  StateRequest,
  StateStore,
  StateVersion,
  StateVersions,
} from "./ports.ts";

/** Versions that are kept: the last of each of as many runs. A tool writes several while it works. */
const MOST_VERSIONS = 8;

/** Every step takes the order as it stands now, so that no lease that is over counts. */
export class StateBook {
  readonly #store: StateStore;
  readonly #now: () => Date;

  constructor(store: StateStore, now: () => Date) {
    this.#store = store;
    this.#now = now;
  }

  /** What a tool asks for, for the runner that has the lease of the order's run. */
  ask(
    record: OrderRecord | undefined,
    holder: Holder,
    request: StateRequest,
  ): Result<Uint8Array | undefined, StateRefusal> {
    const run = leased(record, this.#now());
    if (run?.id !== holder.run || run.epoch !== holder.epoch || run.lease?.runner !== holder.runner)
      // Never 404: a tool takes that for an order of which nothing exists yet, and makes all of it anew.
      return refused({ code: "stale-epoch", epoch: record?.delivery?.epoch ?? 0 });
    const lock = lockOf(run, this.#store.lock());
    const { on } = request;
    if (on === "read") {
      const current = this.#current();
      return ok(current && this.#store.sealed(current.version));
    }
    const isFree = !lock || (on !== "lock" && lock.info.ID === request.lock);
    // A tool that is asked by its user to break a lock sends none.
    const isForced = on === "unlock" && request.lock === undefined;
    if (!isFree && !isForced && !isSame(lock, request))
      return refused({ code: "state-locked", ...lock.info });
    switch (on) {
      case "write":
        return this.#write(request.state, holder.run);
      case "remove":
        this.#store.remove();
        break;
      case "lock":
        this.#store.setLock({ epoch: run.epoch, info: request.info });
        break;
      case "unlock":
        this.#store.setLock(undefined);
    }
    return ok(undefined);
  }

  #write(state: SealedState, run: string): Result<undefined, StateRefusal> {
    const { lineage, serial, digest, size, sealed } = state;
    const before = this.#current();
    // The answer to the first time was lost.
    if (before?.digest === digest) return ok(undefined);
    if (before && (before.lineage !== lineage || before.serial >= serial))
      return refused({ code: "state-diverged", lineage: before.lineage, serial: before.serial });
    this.#put({ lineage, serial, digest, size, run }, sealed);
    return ok(undefined);
  }

  /** Of a run the last version is kept, and of what was brought back every one. */
  #put(version: Omit<StateVersion, "version" | "writtenAt">, sealed: Uint8Array): void {
    const { versions } = this.#store.versions();
    const { run } = version;
    const isOfRun = (each: { readonly run?: string }) => run !== undefined && each.run === run;
    const others = versions.filter((each) => !isOfRun(each));
    const dropped = [
      ...versions.filter(isOfRun),
      ...others.slice(0, Math.max(0, others.length + 1 - MOST_VERSIONS)),
    ];
    const writtenAt = this.#now().toISOString();
    this.#store.put(
      { ...version, writtenAt },
      sealed,
      dropped.map((each) => each.version),
    );
  }

  #current(): StateVersion | undefined {
    const { current, versions } = this.#store.versions();
    return versions.find(({ version }) => version === current);
  }

  versions(): StateVersions {
    return this.#store.versions();
  }

  /** Makes an earlier version the current one again, as a new one: this can be undone as well. */
  restore(record: OrderRecord, number: number): Result<StateVersions, RestoreRefusal> {
    const run = leased(record, this.#now());
    const lock = run && lockOf(run, this.#store.lock());
    if (lock) return refused({ code: "state-locked", ...lock.info });
    const known = this.#store.versions().versions.find(({ version }) => version === number);
    const sealed = known && this.#store.sealed(number);
    if (!sealed) return refused({ code: "no-such-state" });
    const { lineage, serial, digest, size } = known;
    this.#put({ lineage, serial, digest, size }, sealed);
    return ok(this.#store.versions());
  }

  /** Erases all states of an order of which nothing is left. */
  settle(record: OrderRecord | undefined): void {
    const { state } = record?.delivery ?? {};
    const isOver = state === "TERMINATED" || state === "FAILED";
    if (isOver && (this.#store.lock() || this.#store.versions().versions.length > 0)) this.#store.erase();
  }
}

function leased(record: OrderRecord | undefined, now: Date): Run | undefined {
  const { run } = record?.delivery ?? {};
  return run?.lease && run.lease.until > now.getTime() ? run : undefined;
}

/** The lock of an earlier run is nobody's: its runner has lost the order. */
function lockOf({ epoch }: Run, lock: StateLock | undefined): StateLock | undefined {
  return lock?.epoch === epoch ? lock : undefined;
}

/** A request to lock that comes twice: the answer to the first was lost. */
function isSame(lock: StateLock | undefined, request: StateRequest): boolean {
  return request.on === "lock" && request.info.ID === lock?.info.ID;
}
