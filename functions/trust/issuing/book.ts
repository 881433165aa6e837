// The rules of the book of issuance, whoever keeps it: which index a credential gets, and which status may change. Pure.
import { LEAST_ENTRIES } from "../status/bitstring.ts";
import type { ChangeRefusal, IssuedCredential, StatusChange } from "./ports.ts";

export const LIST_ENTRIES = LEAST_ENTRIES;

/** From then on the next list is opened: half of a list stays free, so that an index found at random tells nothing. */
export const MOST_GIVEN = LIST_ENTRIES / 2;

const TRIES = 64;

/**
 * An index that nobody has, drawn so that it tells neither the order nor the number of credentials. `random` gives whole
 * numbers below 2^32.
 */
export function freeIndex(isGiven: (index: number) => boolean, random: () => number): number {
  // Entries are a power of two, so the remainder is as even as the number.
  let index = random() % LIST_ENTRIES;
  for (let tries = 1; isGiven(index) && tries < TRIES; tries++) index = random() % LIST_ENTRIES;
  while (isGiven(index)) index = (index + 1) % LIST_ENTRIES;
  return index;
}

/** Why a credential's status cannot be changed so; undefined where it can. */
export function changeRefusal(
  id: string,
  known: Pick<IssuedCredential, "status"> | undefined,
  changes: readonly StatusChange[],
): ChangeRefusal | undefined {
  if (!known) return { code: "no-such-credential", id };
  for (const { purpose, isSet } of changes) {
    const current = known.status.find((each) => each.purpose === purpose);
    if (!current) return { code: "no-such-status", id, purpose };
    // Bitstring Status List §2.1: revocation is permanent; whoever relied on it must not be contradicted.
    if (purpose === "revocation" && current.isSet && !isSet) return { code: "revocation-is-final", id };
  }
  return undefined;
}
