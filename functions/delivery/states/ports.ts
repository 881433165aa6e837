// What keeping states needs of the world: a place beside the order, and a seal that only the node's doors can open.
import type { Result } from "../../kernel/result.ts";
import type { LockInfo } from "./lock-info.ts";
import type { StateHead } from "./state.ts";

/** Who asks: the run in whose name it does, as it says, and the runner that signed. */
export interface Holder {
  readonly run: string;
  readonly epoch: number;
  readonly runner: string;
}

/** A state as it is kept; what it says is sealed before it gets here. */
export interface SealedState extends StateHead {
  /** SHA-256 of the text, in hexadecimal. */
  readonly digest: string;
  /** Bytes of the text. */
  readonly size: number;
  readonly sealed: Uint8Array;
}

/** What a tool asks for. `lock` is the ID of the lock that it has. */
export type StateRequest =
  | { readonly on: "read" }
  | { readonly on: "write"; readonly state: SealedState; readonly lock?: string }
  | { readonly on: "remove"; readonly lock?: string }
  | { readonly on: "lock"; readonly info: LockInfo }
  /** Without `lock`, whoever has it. */
  | { readonly on: "unlock"; readonly lock?: string };

/** What is told of a state that is kept. */
export interface StateVersion extends StateHead {
  readonly version: number;
  readonly digest: string;
  readonly size: number;
  readonly writtenAt: string;
  /** The run that wrote it; absent from one that the operator has brought back. */
  readonly run?: string;
}

export interface StateLock {
  readonly epoch: number;
  readonly info: LockInfo;
}

/** The versions that there are, oldest first, and which of them counts; none after a tool has removed it. */
export interface StateVersions {
  readonly current?: number;
  readonly versions: readonly StateVersion[];
}

export type StateRefusal =
  | { code: "stale-epoch"; epoch: number }
  | ({ code: "state-locked" } & LockInfo)
  | { code: "state-diverged"; lineage: string; serial: number };
export type RestoreRefusal =
  | { code: "no-such-order" }
  | { code: "no-such-state" }
  | ({ code: "state-locked" } & LockInfo);

/** The states of one order on their medium. Synchronous, as SQLite in a Durable Object is. */
export interface StateStore {
  versions(): StateVersions;
  /** The bytes of a version. */
  sealed(version: number): Uint8Array | undefined;
  lock(): StateLock | undefined;
  /** Puts a version behind all others, makes it the current one and drops some, or does nothing at all. */
  put(version: Omit<StateVersion, "version">, sealed: Uint8Array, dropped: readonly number[]): void;
  /** From now on there is no current version. */
  remove(): void;
  setLock(lock: StateLock | undefined): void;
  /** Nothing is left. */
  erase(): void;
}

/** The states of one order, wherever it lives. */
export interface StatePort {
  /** The sealed state, of a read; undefined where there is none, and of all else. */
  state(holder: Holder, request: StateRequest): Promise<Result<Uint8Array | undefined, StateRefusal>>;
  /** For the operator. Undefined where there is no such order. */
  stateVersions(): Promise<StateVersions | undefined>;
  restoreState(version: number): Promise<Result<StateVersions, RestoreRefusal>>;
}
