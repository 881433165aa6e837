// What has become of each credential of a manifest, by what was found at its addresses. Pure.
import { FAULTS } from "../../trust/faults.ts";
import type { CheckedEvidence, CredentialFault, CredentialState } from "../ports.ts";

/**
 * What is known of each credential, which may be linked at several addresses. What was found last counts, and the worse
 * of what was found at the same time; an address that could not be read takes nothing back of one that could.
 */
export function statesOf({ states, checkedAt }: CheckedEvidence): ReadonlyMap<string, CredentialState> {
  const known = new Map<string, CredentialState>();
  const isKnown = ({ fault }: CredentialState) => fault === undefined || !isUnread(fault);
  const found = (state: CredentialState) => Date.parse(state.checkedAt ?? checkedAt);
  for (const state of states) {
    const other = known.get(state.credential);
    const isBetter =
      !other ||
      (isKnown(state) === isKnown(other)
        ? found(state) > found(other) || (found(state) === found(other) && state.fault !== undefined)
        : isKnown(state));
    if (isBetter) known.set(state.credential, state);
  }
  return known;
}

/** Whether it is not known what has become of a credential. */
export const isUnread = (fault: CredentialFault) =>
  fault === "credential-unreachable" || FAULTS[fault].outcome === "unknown";
