// What a step may end as: a value, or a refusal that says why; throwing is left to bugs and broken hosts.

/** A reason for saying no: a stable code, and whatever evidence the code promises. */
export interface Coded {
  readonly code: string;
}

export type Result<T, R extends Coded> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: R };

/** The step succeeded with `value`. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** The step refused; `refusal.code` is what callers branch on. */
export function refused<const R extends Coded>(refusal: R): { readonly ok: false; readonly refusal: R } {
  return { ok: false, refusal };
}
