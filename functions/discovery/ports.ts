// What discovery needs of the world: a place for immutable graphs, and one true head.
import type { Result } from "../kernel/result.ts";
import type { Proposal, PublishRefusal } from "./publish.ts";

/** Immutable graphs under their canonical digest. */
export interface GraphStore {
  get(digest: string): Promise<string | undefined>;
  put(digest: string, nquads: string): Promise<void>;
}

/** The manifest that is published now. */
export interface Head {
  /** Digest of the head document. */
  readonly digest: string;
  /** IRI of the manifest. */
  readonly manifest: string;
  /** Digests of its pages in order; empty when the manifest is one document. */
  readonly pages: readonly string[];
  readonly offers: number;
  /** ISO 8601, UTC. */
  readonly publishedAt: string;
  /** Number of the newest change in the feed. */
  readonly sequence: number;
}

export type ChangeKind = "Create" | "Update" | "Delete";

export interface Change {
  readonly sequence: number;
  readonly kind: ChangeKind;
  readonly offer: string;
  /** Canonical digest of the offer's own graph; absent on a tombstone. */
  readonly digest?: string;
  /** Path, below the manifest's, of the document that holds this version of the offer; absent on a tombstone. */
  readonly document?: string;
  readonly at: string;
}

/** The head of the manifest and its change log: one writer, exactly one order of events. */
export interface Publication {
  /** The head; may lag a change made elsewhere by a few seconds. */
  head(): Promise<Head | undefined>;
  /** Checks the preconditions against the true head and swaps it, or changes nothing. */
  publish(proposal: Proposal): Promise<Result<Head, PublishRefusal>>;
  changes(after: number, limit: number): Promise<readonly Change[]>;
  /** Whether a document with this digest belongs to any version ever published here. */
  kindOf(digest: string): Promise<"head" | "page" | undefined>;
  /** Path, below the manifest's, of the document that holds the offer now. */
  documentOf(offer: string): Promise<string | undefined>;
}
