// What issuing needs of the world: one book of all that was issued, and of what became of it.
import type { Result } from "../../kernel/result.ts";

/** What a status list is about (W3C Bitstring Status List §2.1); a node keeps lists of these two. */
export const PURPOSES = ["revocation", "suspension"] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Where the status of a credential stands. */
export interface Position {
  readonly purpose: Purpose;
  /** Number of the list, from 1. */
  readonly list: number;
  readonly index: number;
}

/** What is remembered of a credential: nothing that it says of its subject. */
export interface IssuedCredential {
  /** Place in the order of issuing, from 1. */
  readonly sequence: number;
  readonly id: string;
  readonly types: readonly string[];
  /** ISO 8601, UTC. */
  readonly issuedAt: string;
  readonly validUntil: string;
  /** SHA-256 of the token, in hexadecimal; absent where it was never signed. */
  readonly digest?: string;
  readonly status: readonly (Position & { readonly isSet: boolean })[];
}

export interface Reservation extends Pick<IssuedCredential, "id" | "types" | "issuedAt" | "validUntil"> {
  readonly purposes: readonly Purpose[];
}

export interface StatusChange {
  readonly purpose: Purpose;
  readonly isSet: boolean;
}

/** A list as it stands. */
export interface ListState {
  readonly purpose: Purpose;
  /** Another number after each change of a bit. */
  readonly version: number;
  /** Indexes of the bits that are set. */
  readonly set: readonly number[];
}

export type TakenRefusal = { code: "credential-id-taken"; id: string };

export type ChangeRefusal =
  | { code: "no-such-credential"; id: string }
  | { code: "no-such-status"; id: string; purpose: Purpose }
  | { code: "revocation-is-final"; id: string };

/** One writer, so that no id and no index is given twice. */
export interface IssuanceBook {
  /** Enters a credential that is about to be signed, with a position of its own for each purpose. */
  reserve(reservation: Reservation): Promise<Result<readonly Position[], TakenRefusal>>;
  /** Notes the digest of the token that was signed. */
  seal(id: string, digest: string): Promise<void>;
  /** Makes all changes, or none. */
  change(id: string, changes: readonly StatusChange[]): Promise<Result<IssuedCredential, ChangeRefusal>>;
  /** May lag a change made elsewhere by a few seconds. */
  list(list: number): Promise<ListState | undefined>;
  find(id: string): Promise<IssuedCredential | undefined>;
  /** In the order of issuing, those after a sequence number. */
  issuedAfter(sequence: number, limit: number): Promise<readonly IssuedCredential[]>;
}
