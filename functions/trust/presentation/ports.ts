// What presentations need of a host: a secret that requests are signed by, and a memory of the nonces that were used.

/** The end of a request: all that is kept of it. */
export interface Use {
  readonly nonce: string;
  /** Until when it must be remembered, in milliseconds since the epoch: by then the request has expired. */
  readonly until: number;
  readonly satisfied: boolean;
  /** SHA-256 of the presentation, in hexadecimal. */
  readonly digest: string;
}

export interface Nonces {
  /** At least 32 bytes that only this node knows; the same each time. */
  secret(): Promise<Uint8Array>;
  /** Uses a nonce up; false where it was used before. Of several at the same time exactly one succeeds. */
  consume(use: Use): Promise<boolean>;
}
