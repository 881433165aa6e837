// What a client of a clearing house needs from the world, and all that it may refuse.
import type { GuardedFetch } from "../../edge/guard.ts";
import type { StatusOf } from "../credential/status.ts";
import type { ResolveKey } from "../did/resolve.ts";
import type { Fault } from "../faults.ts";
import type { TrustPolicy } from "../policy/policy.ts";
import type { JsonObject } from "../token/jws.ts";

/** How often, and after how many seconds, a question is asked again that a house could not answer. */
export interface RetrySchedule {
  readonly waits: readonly number[];
  /** The longest wait that a house may ask for by `Retry-After`; for longer nobody stands by. */
  readonly longest: number;
}

/** Four questions within a minute, each further apart. */
export const RETRIES: RetrySchedule = { waits: [2, 8, 30], longest: 120 };

/** What is shown to whoever waits. */
export type Progress =
  | { readonly event: "asking"; readonly what: string; readonly url: string }
  | { readonly event: "waiting"; readonly seconds: number; readonly why: string }
  | { readonly event: "received"; readonly what: string; readonly id: string };

export interface HousePorts {
  /** Patient enough for a house, which asks registers of companies before it answers. */
  readonly fetch: GuardedFetch;
  readonly resolveKey: ResolveKey;
  readonly statusOf: StatusOf;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly retries: RetrySchedule;
  /** Whose answers are believed, by the type of credential. */
  readonly policy: TrustPolicy;
  readonly tell: (progress: Progress) => void;
}

export interface SignHeader {
  readonly typ: string;
  readonly cty: string;
  /** Houses look for the issuer in the header. */
  readonly iss: string;
}

/** Signs a payload as a compact JWS, adding `alg` and `kid` to the header; the key stays where it is. */
export type Sign = (payload: JsonObject, header: SignHeader) => Promise<string>;

/** No answer, or none that is one. `said` is what the house wrote, cut; `attempts` counts the questions. */
export type AskRefusal =
  | { readonly code: "address-not-permitted"; readonly url: string; readonly reason: string }
  | { readonly code: "house-unreachable"; readonly url: string; readonly attempts: number; reason: string }
  | {
      readonly code: "house-busy";
      readonly url: string;
      readonly status: number;
      readonly attempts: number;
      readonly retryAfter?: string;
      readonly said: string;
    }
  | { readonly code: "house-refused"; readonly url: string; readonly status: number; readonly said: string }
  | { readonly code: "house-redirects"; readonly url: string }
  | { readonly code: "answer-unreadable"; readonly url: string; readonly reason: string }
  | { readonly code: "answer-unexpected"; readonly url: string; readonly status: number; said: string };

/** The house answered, and the answer is no credential that was asked for. */
export type AnswerRefusal =
  | { readonly code: "answer-not-valid"; readonly faults: readonly Fault[] }
  | { readonly code: "answer-of-another-kind"; readonly expected: string; readonly types: readonly string[] }
  | { readonly code: "answer-mismatch"; readonly member: string; readonly expected: string; found: string };

/** What the participant stated cannot be sent: `member` is its name, `expected` a sentence. */
export type InputRefusal =
  | { readonly code: "malformed-participant"; readonly member: string; readonly expected: string }
  | { readonly code: "own-credential-not-valid"; readonly faults: readonly Fault[] };

export type HouseRefusal = AskRefusal | AnswerRefusal | InputRefusal;
