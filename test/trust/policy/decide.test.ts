// What a policy decides: each member narrows a rule, denying is final, and order means nothing.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  CONFERS,
  type Claimed,
  type Rule,
  type TrustPolicy,
  decide,
} from "../../../functions/trust/policy/policy.ts";
import { GAIA_X } from "../../../functions/trust/policy/stock/gaia-x.ts";
import { OPEN } from "../../../functions/trust/policy/stock/open.ts";

const [BODY, OTHER] = ["did:web:body.example", "did:web:other.example"];
const ISO = "https://w3id.org/mpli/ns#ISO27001";
const C5 = "https://w3id.org/mpli/ns#C5";
const AT = Date.parse("2026-11-01T00:00:00Z");
const claimed: Claimed = {
  issuer: BODY,
  types: ["VerifiableCredential", "Certificate"],
  scopes: [ISO],
  at: AT,
};
const accepting: Rule = { effect: "accept", issuers: [BODY], types: ["Certificate"], scopes: [ISO] };

const policy = (...rules: Rule[]): TrustPolicy => ({ name: "mine", title: "Mine", version: 1, rules });
const decided = (rules: readonly Rule[], change: Partial<Claimed> = {}) =>
  decide(policy(...rules), { ...claimed, ...change }).decision;

test("everyone is accepted by the policy open, and taken for nothing more", () => {
  expect(decide(OPEN, claimed)).toEqual({ decision: "accepted", confers: [] });
});

test("nobody is accepted by no rule", () => expect(decided([])).toBe("issuer-not-trusted"));

describe("a rule is about a credential only where each of its members applies:", () => {
  test.each<[string, Partial<Claimed>]>([
    ["the issuer", { issuer: OTHER }],
    ["a type", { types: ["VerifiableCredential"] }],
    ["the scheme", { scopes: [C5] }],
    ["a scheme at all", { scopes: [] }],
  ])("%s", (_, change) => {
    expect(decided([accepting])).toBe("accepted");
    expect(decided([accepting], change)).toBe("issuer-not-trusted");
  });

  test("the category of the anchor, which a DID alone does not have", () => {
    const rules: Rule[] = [{ effect: "accept", anchors: ["qeaa"], types: ["Certificate"] }];
    expect(decided(rules, { anchor: "qeaa" })).toBe("accepted");
    expect(decided(rules, { anchor: "eaa" })).toBe("issuer-not-trusted");
    expect(decided(rules)).toBe("issuer-not-trusted");
    expect(decided([{ ...accepting, anchors: ["qeaa"] }])).toBe("issuer-not-trusted");
  });

  test("the time, from its start on and before its end", () => {
    const rules = [{ ...accepting, from: AT, until: AT + 1 }];
    expect([AT - 1, AT, AT + 1].map((at) => decided(rules, { at }))).toEqual([
      "issuer-not-trusted",
      "accepted",
      "issuer-not-trusted",
    ]);
  });
});

describe("a credential of several schemes", () => {
  const iso: Rule = { ...accepting, confers: ["certification-body"] };
  const c5: Rule = { ...accepting, scopes: [C5] };
  const both = { scopes: [ISO, C5] };

  test("is accepted when each of them is, and not by one alone", () => {
    expect(decided([iso], both)).toBe("issuer-not-trusted");
    expect(decided([iso, c5], both)).toBe("accepted");
  });

  test("makes its issuer what the rules confer in all of them", () => {
    expect(decide(policy(iso, c5), { ...claimed, ...both })).toMatchObject({ confers: [] });
    expect(decide(policy(iso, { ...c5, confers: CONFERS }), { ...claimed, ...both })).toMatchObject({
      confers: ["certification-body"],
    });
  });

  test("is denied when one of them is", () => {
    expect(decided([iso, c5, { effect: "deny", scopes: [C5] }], both)).toBe("issuer-denied");
    expect(decided([iso, c5, { effect: "deny", scopes: [C5] }])).toBe("accepted");
  });
});

describe("the policy gaia-x", () => {
  const [house, notary] = [
    "did:web:compliance.cispe.gxdch.clouddataengine.io:v2",
    "did:web:gx-notary.gxdch.dih.telekom.com:v2",
  ];
  const says = (issuer: string, type: string) => decide(GAIA_X, { issuer, types: [type], at: AT });

  test("takes a clearing house for a certification body of labels, and for nothing else", () => {
    expect(says(house, "gx:LabelCredential")).toEqual({
      decision: "accepted",
      confers: ["certification-body"],
    });
    expect(says(house, "gx:VatID").decision).toBe("issuer-not-trusted");
    expect(says(OTHER, "gx:LabelCredential").decision).toBe("issuer-not-trusted");
  });

  test("believes a notary about registration numbers, and not about labels", () => {
    expect(says(notary, "gx:VatID")).toEqual({ decision: "accepted", confers: [] });
    expect(says(notary, "gx:LabelCredential").decision).toBe("issuer-not-trusted");
  });
});

// ── For all policies ──

const some = <T>(values: readonly T[]) =>
  fc.option(fc.subarray([...values], { minLength: 1 }), { nil: undefined });
const rule = fc
  .record({
    effect: fc.constantFrom("accept" as const, "deny" as const),
    issuers: some([BODY, OTHER]),
    types: some(["Certificate", "Label"]),
    scopes: some([ISO, C5]),
    anchors: some(["qeaa", "eaa"] as const),
    from: fc.option(fc.constantFrom(1, 3), { nil: undefined }),
    until: fc.option(fc.constantFrom(2, 4), { nil: undefined }),
    confers: some(CONFERS),
  })
  .map(
    (all) =>
      Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as unknown as Rule,
  );
const rules = fc.array(rule, { maxLength: 6 });
const claim: fc.Arbitrary<Claimed> = fc.record({
  issuer: fc.constantFrom(BODY, OTHER),
  types: fc.subarray(["Certificate", "Label"]),
  scopes: fc.subarray([ISO, C5]),
  anchor: fc.constantFrom("qeaa", "eaa", "none"),
  at: fc.integer({ min: 0, max: 5 }),
});
const always = <T extends [unknown, ...unknown[]]>(property: fc.IProperty<T>) =>
  fc.assert(property, { seed: 20261101, numRuns: 2000 });

describe("for all policies and credentials:", () => {
  test("the order of rules means nothing", () =>
    always(
      fc.property(
        rules.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        claim,
        ([all, shuffled], one) => {
          expect(decide(policy(...shuffled), one)).toEqual(decide(policy(...all), one));
        },
      ),
    ));

  test("what is denied stays denied, whatever is accepted besides", () =>
    always(
      fc.property(rules, rule, claim, (all, more, one) => {
        fc.pre(decide(policy(...all), one).decision === "issuer-denied");
        expect(decide(policy(...all, { ...more, effect: "accept" }), one).decision).toBe("issuer-denied");
      }),
    ));

  test("a rule that denies lets nobody in and confers nothing", () =>
    always(
      fc.property(rules, rule, claim, (all, more, one) => {
        const [before, after] = [
          decide(policy(...all), one),
          decide(policy(...all, { ...more, effect: "deny" }), one),
        ];
        if (after.decision === "accepted") expect(after).toEqual(before);
      }),
    ));

  test("a rule that accepts takes nothing from whom was accepted", () =>
    always(
      fc.property(rules, rule, claim, (all, more, one) => {
        const before = decide(policy(...all), one);
        fc.pre(before.decision === "accepted");
        const after = decide(policy(...all, { ...more, effect: "accept" }), one);
        expect(after.decision).toBe("accepted");
        if (before.decision === "accepted" && after.decision === "accepted")
          expect(after.confers).toEqual(expect.arrayContaining([...before.confers]));
      }),
    ));

  test("a rule with one more member is about no more credentials", () =>
    always(
      fc.property(rule, claim, (one, credential) => {
        const accepts = (each: Rule) => decide(policy({ ...each, effect: "accept" }), credential).decision;
        const { scopes: _, ...wider } = one;
        if (accepts(one) === "accepted") expect(accepts(wider)).toBe("accepted");
      }),
    ));
});
