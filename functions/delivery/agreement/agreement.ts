// How two parties come to agree: states as the Dataspace Protocol names them, as a table, and the one function that moves.
import { type Result, ok, refused } from "../../kernel/result.ts";

export type Party = "customer" | "provider";

interface Row {
  /** Where what is said leads. */
  readonly to: { readonly [S in Said]?: AgreementState };
  /** Who may end it from here. */
  readonly endedBy: readonly Party[];
  /** Why it ends by itself when its time is over. */
  readonly lapses?: "hold-expired" | "agreement-not-verified";
}

type Said = "offered" | "accepted" | "countersigned" | "verified" | "finalized";

export type AgreementState =
  | "REQUESTED"
  | "OFFERED"
  | "ACCEPTED"
  | "AGREED"
  | "VERIFIED"
  | "FINALIZED"
  | "TERMINATED";

/** Contract negotiation of the Dataspace Protocol; that an offer is held for a time, and lapses, is ours. */
export const AGREEMENT_TABLE = {
  REQUESTED: { to: { offered: "OFFERED", accepted: "ACCEPTED" }, endedBy: ["customer", "provider"] },
  OFFERED: { to: { accepted: "ACCEPTED" }, endedBy: ["customer", "provider"], lapses: "hold-expired" },
  ACCEPTED: { to: { countersigned: "AGREED" }, endedBy: ["provider"], lapses: "agreement-not-verified" },
  AGREED: { to: { verified: "VERIFIED" }, endedBy: ["customer"], lapses: "agreement-not-verified" },
  VERIFIED: { to: { finalized: "FINALIZED" }, endedBy: ["provider"] },
  FINALIZED: { to: {}, endedBy: [] },
  TERMINATED: { to: {}, endedBy: [] },
} as const satisfies Record<AgreementState, Row>;

const TABLE: Readonly<Record<AgreementState, Row>> = AGREEMENT_TABLE;

/** In their order; what was said before an agreement came this far has no effect when it is said again. */
const PROGRESS: readonly AgreementState[] = [
  "REQUESTED",
  "OFFERED",
  "ACCEPTED",
  "AGREED",
  "VERIFIED",
  "FINALIZED",
];

/** Milliseconds for which what was accepted waits to be countersigned, and what was countersigned to be verified. */
export const VERIFICATION_MS = 15 * 60_000;

export interface Agreement {
  readonly state: AgreementState;
  /** Milliseconds since the epoch: from then on, what is on offer or waits to be verified has lapsed. */
  readonly until?: number;
  /** The provider's signature over the customer's, as a token, and its SHA-256 in hexadecimal. */
  readonly document?: string;
  readonly digest?: string;
  /** Why, and by whom, it was terminated; by nobody where it lapsed. */
  readonly reason?: string;
  readonly endedBy?: Party;
}

export type AgreementInput =
  /** A request that was checked; `hold` in seconds. */
  | { readonly on: "requested"; readonly hold?: number }
  | { readonly on: "accepted" }
  | { readonly on: "countersigned"; readonly document: string; readonly digest: string }
  /** `digest` of the document that the customer has verified. */
  | { readonly on: "verified"; readonly digest: string }
  /** Its time may be over. */
  | { readonly on: "expired" }
  | { readonly on: "terminated"; readonly by: Party; readonly reason: string };

export type AgreementRefusal =
  | { code: "agreement-ended"; state: "TERMINATED"; reason: string }
  | { code: "other-agreement" }
  | { code: "not-in-this-state"; state: AgreementState | "none" };

export interface AgreementStep {
  readonly agreement: Agreement;
  /** States that were entered, in order; none where nothing happened. */
  readonly passed: readonly AgreementState[];
}

/**
 * Moves an agreement at `now`, in milliseconds since the epoch. What is said twice has no effect the second time. From
 * `until` on nothing but its end happens to an agreement that waits; `expired` brings that about.
 */
export function advance(
  agreement: Agreement | undefined,
  input: AgreementInput,
  now: number,
): Result<AgreementStep, AgreementRefusal> {
  if (!agreement) return input.on === "requested" ? ok(begin(input.hold, now)) : misplaced("none");
  const { state } = agreement;
  if (state === "TERMINATED")
    return input.on === "expired" || input.on === "terminated"
      ? still(agreement)
      : ended(agreement.reason ?? "");
  if (hasLapsed(agreement, now)) return lapse(agreement, input);
  switch (input.on) {
    case "requested":
    case "expired":
      return still(agreement);
    case "accepted":
      return hasPassed(state, "ACCEPTED")
        ? still(agreement)
        : enter(agreement, ["accepted"], { until: now + VERIFICATION_MS });
    case "countersigned":
      return hasPassed(state, "AGREED")
        ? still(agreement)
        : enter(agreement, ["countersigned"], {
            document: input.document,
            digest: input.digest,
            until: now + VERIFICATION_MS,
          });
    case "verified":
      if (agreement.digest !== undefined && agreement.digest !== input.digest)
        return refused({ code: "other-agreement" });
      return hasPassed(state, "FINALIZED")
        ? still(agreement)
        : enter(agreement, ["verified", "finalized"], {});
    case "terminated":
      return TABLE[state].endedBy.includes(input.by)
        ? ok(terminate(agreement, input.reason, input.by))
        : misplaced(state);
  }
}

/** Whether an agreement waits for somebody whose time is over. */
export function hasLapsed({ state, until }: Agreement, now: number): boolean {
  return TABLE[state].lapses !== undefined && until !== undefined && now >= until;
}

function begin(hold: number | undefined, now: number): AgreementStep {
  if (hold === undefined)
    return {
      agreement: { state: "ACCEPTED", until: now + VERIFICATION_MS },
      passed: ["REQUESTED", "ACCEPTED"],
    };
  return { agreement: { state: "OFFERED", until: now + hold * 1000 }, passed: ["REQUESTED", "OFFERED"] };
}

function lapse(agreement: Agreement, { on }: AgreementInput): Result<AgreementStep, AgreementRefusal> {
  const reason = TABLE[agreement.state].lapses ?? "";
  return on === "expired" ? ok(terminate(agreement, reason)) : ended(reason);
}

function enter(
  agreement: Agreement,
  said: readonly Said[],
  more: Partial<Agreement>,
): Result<AgreementStep, AgreementRefusal> {
  const passed: AgreementState[] = [];
  let { state } = agreement;
  for (const word of said) {
    const next = TABLE[state].to[word];
    if (!next) return misplaced(agreement.state);
    passed.push(next);
    state = next;
  }
  // Whatever waited waits no longer.
  const { until: _, ...rest } = agreement;
  return ok({ agreement: { ...rest, ...more, state }, passed });
}

function terminate({ until: _, ...agreement }: Agreement, reason: string, by?: Party): AgreementStep {
  const end = { reason: reason.slice(0, 200), ...(by === undefined ? {} : { endedBy: by }) };
  return { agreement: { ...agreement, ...end, state: "TERMINATED" }, passed: ["TERMINATED"] };
}

const hasPassed = (state: AgreementState, point: AgreementState) =>
  PROGRESS.indexOf(state) >= PROGRESS.indexOf(point);
const still = (agreement: Agreement) => ok({ agreement, passed: [] });
const ended = (reason: string) =>
  refused<AgreementRefusal>({ code: "agreement-ended", state: "TERMINATED", reason });
const misplaced = (state: AgreementState | "none") =>
  refused<AgreementRefusal>({ code: "not-in-this-state", state });
