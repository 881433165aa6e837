// What a presentation says, once form, key, signature and model have been checked; the same for every way of securing.
import type { Result } from "../../kernel/result.ts";
import type { Json } from "../../kernel/json.ts";
import type { Check, Fault } from "./faults.ts";

export interface Opened {
  /** The DID of who presents; an SD-JWT is presented by whoever holds its key. */
  readonly holder?: string;
  readonly audience: readonly string[];
  readonly nonce?: string;
  /** Milliseconds since the epoch. */
  readonly signedAt?: number;
  /** Absent where its times hold. */
  readonly time?: Fault;
  /** Each as it stands in the presentation: in an envelope, or with a proof. */
  readonly credentials: readonly Json[];
}

/** Opens a presentation; calls `passed` for each check, and the first fault ends it. */
export type Open = (passed: (check: Check) => void) => Promise<Result<Opened, Fault>>;
