// How an agreement moves: the table, deadlines to the millisecond, and what is said twice, late or by the wrong party.
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  AGREEMENT_TABLE,
  type Agreement,
  type AgreementInput,
  type AgreementState,
  VERIFICATION_MS,
  advance,
  hasLapsed,
} from "../../../functions/delivery/agreement/agreement.ts";
import { NOW } from "./parties.ts";

const SIGNED: AgreementInput = { on: "countersigned", document: "a.b.c", digest: "d1" };
const VERIFIED: AgreementInput = { on: "verified", digest: "d1" };

/** The agreement after some inputs, all at the same time unless `at` says otherwise. */
function after(inputs: readonly AgreementInput[], at = NOW): Agreement {
  let agreement: Agreement | undefined;
  for (const input of inputs) {
    const step = advance(agreement, input, at);
    if (!step.ok) throw new Error(JSON.stringify(step.refusal));
    ({ agreement } = step.value);
  }
  if (!agreement) throw new Error("nothing was said");
  return agreement;
}

const HELD = after([{ on: "requested", hold: 600 }]);
const ACCEPTED = after([{ on: "requested" }]);
const AGREED = after([{ on: "requested" }, SIGNED]);
const FINAL = after([{ on: "requested" }, SIGNED, VERIFIED]);
const ENDED = after([
  { on: "requested", hold: 600 },
  { on: "terminated", by: "customer", reason: "enough" },
]);

describe("an agreement", () => {
  it("without a hold is accepted at once", () => {
    expect(advance(undefined, { on: "requested" }, NOW)).toMatchObject({
      value: { agreement: { state: "ACCEPTED" }, passed: ["REQUESTED", "ACCEPTED"] },
    });
  });

  it("with a hold is on offer until then", () => {
    expect(advance(undefined, { on: "requested", hold: 600 }, NOW)).toMatchObject({
      value: { agreement: { state: "OFFERED", until: NOW + 600_000 }, passed: ["REQUESTED", "OFFERED"] },
    });
  });

  it("goes through all states, and waits for nothing in the end", () => {
    const end = after([{ on: "requested", hold: 600 }, { on: "accepted" }, SIGNED, VERIFIED]);
    expect(end).toEqual({ state: "FINALIZED", document: "a.b.c", digest: "d1" });
  });

  it("that is countersigned waits a quarter of an hour", () => {
    expect(AGREED.until).toBe(NOW + VERIFICATION_MS);
    expect(VERIFICATION_MS).toBe(900_000);
  });

  it("begins with a request", () => {
    expect(advance(undefined, { on: "accepted" }, NOW)).toMatchObject({
      refusal: { code: "not-in-this-state", state: "none" },
    });
  });

  it("is verified by the digest of its document, and no other", () => {
    expect(advance(AGREED, { on: "verified", digest: "d2" }, NOW)).toMatchObject({
      refusal: { code: "other-agreement" },
    });
    expect(advance(FINAL, { on: "verified", digest: "d2" }, NOW)).toMatchObject({
      refusal: { code: "other-agreement" },
    });
  });
});

describe("what is said again", () => {
  test.each<[string, Agreement, AgreementInput]>([
    ["a request", HELD, { on: "requested", hold: 600 }],
    ["an acceptance", AGREED, { on: "accepted" }],
    ["a countersignature", FINAL, SIGNED],
    ["a verification", FINAL, VERIFIED],
    ["a termination", ENDED, { on: "terminated", by: "customer", reason: "more" }],
    ["an end", ENDED, { on: "expired" }],
  ])("changes nothing: %s", (_, agreement, input) => {
    expect(advance(agreement, input, NOW + 1)).toEqual({ ok: true, value: { agreement, passed: [] } });
  });

  test.each<[string, Agreement, AgreementInput, string]>([
    ["a verification of what nobody signed", HELD, VERIFIED, "OFFERED"],
    ["a countersignature of what nobody bought", HELD, SIGNED, "OFFERED"],
    ["a verification before the countersignature", ACCEPTED, VERIFIED, "ACCEPTED"],
  ])("too early is refused: %s", (_, agreement, input, state) => {
    expect(advance(agreement, input, NOW)).toMatchObject({ refusal: { code: "not-in-this-state", state } });
  });
});

describe("a deadline", () => {
  test.each<[string, Agreement, AgreementInput, number, string]>([
    ["a hold", HELD, { on: "accepted" }, NOW + 600_000, "hold-expired"],
    ["a countersignature", ACCEPTED, SIGNED, NOW + VERIFICATION_MS, "agreement-not-verified"],
    ["a verification", AGREED, VERIFIED, NOW + VERIFICATION_MS, "agreement-not-verified"],
  ])("of %s is met a millisecond before, and missed on the dot", (_, agreement, input, until, reason) => {
    expect(hasLapsed(agreement, until - 1)).toBe(false);
    expect(advance(agreement, input, until - 1).ok).toBe(true);
    expect(advance(agreement, { on: "expired" }, until - 1)).toMatchObject({ value: { passed: [] } });
    expect(hasLapsed(agreement, until)).toBe(true);
    expect(advance(agreement, input, until)).toMatchObject({ refusal: { code: "agreement-ended", reason } });
    expect(advance(agreement, { on: "expired" }, until)).toMatchObject({
      value: { agreement: { state: "TERMINATED", reason }, passed: ["TERMINATED"] },
    });
  });

  it("is none of an agreement that is final, or has ended", () => {
    for (const agreement of [FINAL, ENDED]) expect(hasLapsed(agreement, NOW * 2)).toBe(false);
  });

  it("that has passed leaves nobody to blame", () => {
    const step = advance(HELD, { on: "expired" }, NOW + 600_000);
    expect(step.ok && step.value.agreement).toEqual({ state: "TERMINATED", reason: "hold-expired" });
  });
});

describe("a termination", () => {
  const by = (agreement: Agreement, party: "customer" | "provider") =>
    advance(agreement, { on: "terminated", by: party, reason: "enough" }, NOW).ok;

  test.each<[string, Agreement, boolean, boolean]>([
    ["OFFERED", HELD, true, true],
    ["ACCEPTED", ACCEPTED, false, true],
    ["AGREED", AGREED, true, false],
    ["FINALIZED", FINAL, false, false],
  ])("from %s is for those of the Dataspace Protocol", (_, agreement, customer, provider) => {
    expect([by(agreement, "customer"), by(agreement, "provider")]).toEqual([customer, provider]);
  });

  it("ends everything that is said later", () => {
    expect(advance(ENDED, { on: "accepted" }, NOW)).toMatchObject({
      refusal: { code: "agreement-ended", reason: "enough" },
    });
  });
});

describe("the table", () => {
  const rows = Object.entries(AGREEMENT_TABLE);

  it("leads from the request to every state, and from the two last ones nowhere", () => {
    const reached = new Set(rows.flatMap(([, { to }]) => Object.values(to)));
    expect([...reached].toSorted()).toEqual(["ACCEPTED", "AGREED", "FINALIZED", "OFFERED", "VERIFIED"]);
    for (const state of ["FINALIZED", "TERMINATED"] as const)
      expect(AGREEMENT_TABLE[state]).toEqual({ to: {}, endedBy: [] });
  });
});

const inputs = fc.oneof(
  fc.record({ on: fc.constant("requested" as const), hold: fc.integer({ min: 1, max: 900 }) }),
  fc.constant<AgreementInput>({ on: "accepted" }),
  fc.constant(SIGNED),
  fc.constantFrom<AgreementInput>(VERIFIED, { on: "verified", digest: "d2" }),
  fc.constant<AgreementInput>({ on: "expired" }),
  fc.record({
    on: fc.constant("terminated" as const),
    by: fc.constantFrom("customer" as const, "provider" as const),
    reason: fc.constant("enough"),
  }),
);

test("whatever is said, in whatever order: no state is left out, none comes back, and the second time changes nothing", () => {
  const allowed = new Set<string>(
    Object.entries(AGREEMENT_TABLE).flatMap(([from, { to, endedBy, ...row }]) => [
      ...Object.values(to).map((next) => `${from} ${next}`),
      ...(endedBy.length > 0 || "lapses" in row ? [`${from} TERMINATED`] : []),
    ]),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(inputs, fc.nat(1_000_000)), { maxLength: 12 }), (said) => {
      let agreement: Agreement | undefined;
      let now = NOW;
      const seen: AgreementState[] = [];
      for (const [input, wait] of said) {
        now += wait;
        const step = advance(agreement, input, now);
        if (!step.ok) continue;
        ({ agreement } = step.value);
        seen.push(...step.value.passed);
        const again = advance(agreement, input, now);
        if (again.ok) expect(again.value).toEqual({ agreement, passed: [] });
        expect(agreement.state).toBe(seen.at(-1));
        expect(agreement.until !== undefined).toBe(
          ["OFFERED", "ACCEPTED", "AGREED"].includes(agreement.state),
        );
      }
      expect(new Set(seen).size).toBe(seen.length);
      seen.forEach((state, index) => {
        const before = seen[index - 1];
        if (before) expect(allowed).toContain(`${before} ${state}`);
      });
      if (seen.includes("FINALIZED")) expect(seen).toContain("AGREED");
    }),
    { seed: 5, numRuns: 3000 },
  );
});
