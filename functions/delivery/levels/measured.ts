// What a monitor has measured, held against the objective: kept with the order, and shown to its customer.

/** Times are instants of ISO 8601 in UTC, so that their order is that of their text. */
export interface Measured {
  /** Name of the objective. */
  readonly objective: string;
  /** Such as "atLeast 99.95 %". */
  readonly promised: string;
  /** A number and a unit of UCUM. */
  readonly value: string;
  readonly from: string;
  readonly until: string;
  readonly met: boolean;
  /** The share of what the time of the window costs that is given back for this. */
  readonly serviceCredit?: string;
  /** DID. */
  readonly monitor: string;
  /** SHA-256 of the credential that says so, in hexadecimal. */
  readonly credential: string;
}

/** Which objectives are missed by these measurements, in a few words; undefined where all are kept. */
export function missed(measured: readonly Measured[]): string | undefined {
  const missing = measured.filter(({ met }) => !met);
  return missing.length === 0
    ? undefined
    : missing.map(({ objective, promised, value }) => `${objective}: ${promised}, but ${value}`).join("; ");
}
