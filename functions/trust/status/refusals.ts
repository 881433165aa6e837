// What can be wrong with the status of a credential; what each code comes to stands in the table of faults.
import type { Fault, FaultCode } from "../faults.ts";

/**
 * The codes of this folder. Invalid: `revoked`, `suspended`, `malformed-status` (an entry that breaks its own
 * standard), `status-out-of-range`. Indeterminate: `status-unsupported` (an unknown type of entry, or a value of
 * unknown meaning), `status-unreachable`, `status-not-trusted` (a list for another purpose or address, out of date, or
 * of an issuer that may not speak), `malformed-status-list`, `status-list-too-short`, `status-list-too-large`.
 */
export type StatusCode = Extract<
  FaultCode,
  | "revoked"
  | "suspended"
  | "malformed-status"
  | "status-out-of-range"
  | "status-unsupported"
  | "status-unreachable"
  | "status-not-trusted"
  | "malformed-status-list"
  | "status-list-too-short"
  | "status-list-too-large"
>;

export interface StatusRefusal extends Fault {
  readonly code: StatusCode;
  readonly detail: string;
}
