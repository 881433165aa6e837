// Policies at the door: what is one, what is none, and that reading and writing lose nothing.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalize } from "../../../functions/kernel/digest.ts";
import { Store } from "../../../functions/kernel/graph.ts";
import { mpli } from "../../../functions/kernel/generated/vocabulary.ts";
import type { Json } from "../../../functions/kernel/json.ts";
import { parse, serialize } from "../../../functions/kernel/syntax.ts";
import { type Rule, CONFERS } from "../../../functions/trust/policy/policy.ts";
import { policiesOf, policyOf } from "../../../functions/trust/policy/policies.ts";
import { policyDigest, policyGraph } from "../../../functions/trust/policy/policy-graph.ts";
import { graphOfJson } from "../../../functions/trust/policy/policy-json.ts";
import {
  readPolicy,
  readPolicyGraph,
  readPolicyJson,
  readWholePolicy,
} from "../../../functions/trust/policy/read-policy.ts";
import { STOCK } from "../../../functions/trust/policy/stock/stock.ts";
import { OPEN } from "../../../functions/trust/policy/stock/open.ts";
import { faultsIn } from "../../schemas/validators.ts";

type Members = { [member: string]: Json };

const BODY = "did:web:body.example";
const RULE: Members = { effect: "accept", issuer: [BODY], credentialType: ["Certificate"] };
const POLICY: Members = { type: "TrustPolicy", name: "mine", title: "Mine", policyVersion: 1, rule: [RULE] };

async function refusalOf(members: Json): Promise<object | "taken"> {
  const read = readPolicy(members);
  return read.ok ? "taken" : read.refusal;
}
const withRule = (rule: Members) => refusalOf({ ...POLICY, rule: [{ ...RULE, ...rule }] });

test("the example of the specification is a policy", async () => {
  const read = readPolicy(JSON.parse(readFileSync("spec/examples/policy.json", "utf8")) as Json);
  expect(read.ok && read.value).toMatchObject({
    name: "hospital",
    version: 4,
    rules: expect.arrayContaining([
      { effect: "deny", issuers: ["did:web:struck-off.example"] },
      {
        effect: "accept",
        issuers: ["did:web:certification.example"],
        types: ["CertificationCredential"],
        scopes: [mpli.HDS.value, mpli.ISO27001.value],
        confers: ["certification-body"],
        until: Date.parse("2028-01-01T00:00:00Z"),
      },
    ]),
  });
});

describe("a policy is refused", () => {
  test.each(["name", "title", "policyVersion", "rule", "type"])("without %s", async (member) => {
    const { [member]: _, ...rest } = POLICY;
    expect(await refusalOf(rest)).toMatchObject({ code: "malformed-policy", member });
  });

  test.each<[string, Json]>([
    ["name", "Not A Name"],
    ["name", ["one", "two"]],
    ["name", "x".repeat(65)],
    ["title", ""],
    ["title", { "@value": "Meins", "@language": "de" }],
    ["policyVersion", 0],
    ["policyVersion", 1.5],
    ["policyVersion", "one"],
  ])("with %s as %j", async (member, value) => {
    expect(await refusalOf({ ...POLICY, [member]: value })).toMatchObject({
      code: "malformed-policy",
      member,
    });
  });

  test.each<[string, Json]>([
    ["effect", "allow"],
    ["effect", ["accept", "deny"]],
    ["issuer", "body.example"],
    ["issuer", "did:web:body.example#key"],
    ["credentialType", 5],
    ["scope", "ISO27O01"],
    ["anchorCategory", "eidas-qualified"],
    ["confers", "king"],
    ["validFrom", "2026-11-01"],
    ["validFrom", "2026-11-31T00:00:00Z"],
    ["validUntil", "2026-11-01T00:00:00"],
  ])("with %s of a rule as %j", async (member, value) => {
    expect(await withRule({ [member]: value })).toMatchObject({ code: "malformed-policy", member });
  });

  test("with a rule that ends before it begins", async () => {
    const [early, late] = ["2026-11-01T00:00:00Z", "2026-11-01T01:00:00+01:00"];
    expect(await withRule({ validFrom: early, validUntil: late })).toMatchObject({ member: "validUntil" });
  });

  test("with a member that policies do not have, of the vocabulary or of none", async () => {
    expect(await refusalOf({ ...POLICY, memory: "16 GiBy" })).toMatchObject({ member: "memory" });
    expect(await refusalOf({ ...POLICY, rules: [] })).toMatchObject({ code: "malformed-policy" });
    expect(await refusalOf({ ...POLICY, allow: true })).toMatchObject({ code: "malformed-policy" });
    expect(await withRule({ issuers: [BODY] })).toMatchObject({ code: "malformed-policy" });
    expect(await withRule({ effect: "deny", confers: "certification-body" })).toMatchObject({
      member: "confers",
    });
  });

  test("with a member that JSON-LD would take for none", async () => {
    for (const empty of [null, [], [null], { "@set": [] }])
      expect(await withRule({ scope: empty })).toMatchObject({ code: "malformed-policy" });
    expect(await withRule({ validUntil: null })).toMatchObject({ member: "validUntil" });
  });

  test("with something beside it, or two of them", async () => {
    const beside = { ...RULE, issuer: { "@id": BODY, name: "Body" } };
    expect(await refusalOf({ ...POLICY, rule: beside })).toMatchObject({ member: "issuer" });
    const { type: _, ...rest } = POLICY;
    expect(await refusalOf({ "@graph": [POLICY, { ...POLICY, name: "b" }] })).toMatchObject({
      member: "type",
    });
    expect(await refusalOf({ ...rest, type: "Demand" })).toMatchObject({ member: "type" });
  });

  test("under another context", async () => {
    const context = { "@vocab": "https://w3id.org/mpli/ns#" };
    expect(await refusalOf({ "@context": context, ...POLICY })).toMatchObject({ member: "@context" });
    expect(await refusalOf({ "@context": "https://w3id.org/mpli/context/v1", ...POLICY })).toBe("taken");
  });

  test("as anything but an object", async () => {
    for (const none of [null, true, 5, [], [POLICY]])
      expect(await refusalOf(none)).toMatchObject({ code: "malformed-policy", member: "type" });
  });
});

describe("a rule that accepts", () => {
  const { issuer: _, ...withoutIssuer } = RULE;
  const { credentialType: __, ...withoutType } = RULE;
  const rule = (one: Members) => refusalOf({ ...POLICY, rule: one });

  test("says whom", async () => {
    expect(await rule(withoutIssuer)).toEqual({ code: "bare-rule", lacks: "issuer" });
    expect(await rule({ ...withoutIssuer, anchorCategory: "qeaa" })).toBe("taken");
  });

  test("says with what", async () => {
    expect(await rule(withoutType)).toEqual({ code: "bare-rule", lacks: "credentialType" });
    expect(await rule({ ...withoutType, effect: "deny" })).toBe("taken");
    expect(await rule({ effect: "deny" })).toBe("taken");
  });
});

describe("a policy is bounded:", () => {
  const rules = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ ...RULE, credentialType: `Type${index}` }));
  const issuers = (count: number) => Array.from({ length: count }, (_, index) => `did:web:n${index}.example`);

  test("a thousand rules", async () => {
    expect(await refusalOf({ ...POLICY, rule: rules(1000) })).toBe("taken");
    const refusal = { code: "policy-too-large", member: "rule", limit: 1000 };
    expect(await refusalOf({ ...POLICY, rule: rules(1001) })).toEqual(refusal);
  });

  test("however many more come, in a moment", async () => {
    const before = process.cpuUsage();
    const many = Array.from({ length: 22_000 }, () => ({ scope: "a" }));
    expect(await refusalOf({ ...POLICY, rule: many })).toMatchObject({ code: "policy-too-large" });
    const imports = Array.from({ length: 16_000 }, () => ({}));
    expect(await refusalOf({ ...POLICY, imports })).toMatchObject({ code: "policy-too-large", limit: 16 });
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(200);
  });

  test("ten thousand issuers in all", async () => {
    const halves = (one: number) => ({
      ...POLICY,
      rule: [
        { ...RULE, issuer: issuers(5000) },
        { effect: "deny", issuer: issuers(one) },
      ],
    });
    expect(await refusalOf(halves(5000))).toBe("taken");
    const refusal = { code: "policy-too-large", member: "issuer", limit: 10_000 };
    expect(await refusalOf(halves(5001))).toEqual(refusal);
    expect(await withRule({ issuer: issuers(10_001) })).toEqual(refusal);
  });
});

test("a policy with imports is not one to decide by, and none the less a policy", async () => {
  const imports = { policy: "https://other.example/policy", digest: "0".repeat(64) };
  expect(await refusalOf({ ...POLICY, imports })).toEqual({ code: "policy-with-imports" });
  const document = readPolicyJson({ ...POLICY, imports });
  expect(document.ok && document.value.imports).toEqual([imports]);
  for (const change of [{ digest: "abc" }, { policy: "urn:x:y" }, { since: 1 }])
    expect(await refusalOf({ ...POLICY, imports: { ...imports, ...change } })).toMatchObject({
      code: "malformed-policy",
    });
});

describe("in a larger graph", () => {
  const inDemand = async (trustPolicy: Json) => {
    const demand = { "@context": "https://w3id.org/mpli/context/v1", type: "Demand", trustPolicy };
    const graph = await parse(JSON.stringify(demand), "application/ld+json", "https://d.example/");
    if (!graph.ok) throw new Error(graph.refusal.code);
    const [node] = graph.value.getObjects(null, mpli.trustPolicy, null);
    return node && readPolicyGraph(graph.value, node);
  };

  test("a policy is named, or stands in place", async () => {
    expect(await inDemand("gaia-x")).toEqual({ ok: true, value: { named: "gaia-x" } });
    expect(await inDemand(POLICY)).toMatchObject({ ok: true, value: { name: "mine" } });
    const { type: _, ...untyped } = POLICY;
    expect(await inDemand(untyped)).toMatchObject({ ok: true, value: { name: "mine" } });
  });

  test("a policy is refused as it is by itself", async () => {
    expect(await inDemand({ id: "https://d.example/policy" })).toMatchObject({ ok: false });
    expect(await inDemand({ ...POLICY, currency: "EUR" })).toMatchObject({
      refusal: { code: "malformed-policy", member: "priceCurrency" },
    });
    expect(await inDemand({ ...POLICY, rule: { effect: "accept" } })).toMatchObject({
      refusal: { code: "bare-rule" },
    });
  });
});

describe("the policies of a node", () => {
  test("are those in stock, and everyone is believed, unless the operator says otherwise", () => {
    const { byDefault, all } = policiesOf(undefined);
    expect([byDefault.name, all.map(({ name }) => name)]).toEqual(["open", ["open", "gaia-x", "eidas"]]);
    expect(policiesOf(" eidas ").byDefault.name).toBe("eidas");
    const own = policiesOf(JSON.stringify(POLICY));
    expect([own.byDefault.name, own.all.length]).toEqual(["mine", 4]);
  });

  test.each([
    ["a name that no policy has", "gaiax"],
    ["no JSON", "{"],
    ["half a policy", '{"type":"TrustPolicy"}'],
    ["the name of one in stock", JSON.stringify({ ...POLICY, name: "open" })],
    [
      "a policy with imports",
      JSON.stringify({ ...POLICY, imports: { policy: "https://x.example/", digest: "0".repeat(64) } }),
    ],
  ])("are none at all when the operator's choice is %s", (_, setting) => {
    expect(() => policiesOf(setting)).toThrow("MPLI_TRUST_POLICY");
  });

  test("are chosen from by a request, by name or with one of its own", async () => {
    const policies = policiesOf("eidas");
    const chosen = async (options?: Json) => {
      const found = policyOf(options, policies);
      return found.ok ? found.value.name : found.refusal.code;
    };
    expect(await chosen()).toBe("eidas");
    expect(await chosen({})).toBe("eidas");
    expect(await chosen({ policy: "open" })).toBe("open");
    expect(await chosen({ policy: POLICY })).toBe("mine");
    expect(await chosen({ policy: "Open" })).toBe("unknown-policy");
    expect(await chosen({ policy: null })).toBe("malformed-policy");
    expect(await chosen({ policy: ["open"] })).toBe("malformed-policy");
    expect(await chosen("open")).toBe("malformed-policy");
    expect(await chosen({ policy: { ...POLICY, name: "gaia-x" } })).toBe("policy-name-taken");
  });
});

// ── Round trips ──

const some = <T>(values: readonly T[]) =>
  fc.option(
    fc.subarray([...values], { minLength: 1 }).map((all) => all.toSorted()),
    { nil: undefined },
  );
const rule: fc.Arbitrary<Rule> = fc
  .record({
    effect: fc.constantFrom("accept" as const, "deny" as const),
    issuers: fc.subarray([BODY, "did:key:z6Mk", "did:web:a.example:b%20c"], { minLength: 1 }),
    types: fc.subarray(["Certificate", 'a "type"', "https://x.example/T"], { minLength: 1 }),
    scopes: some([mpli.ISO27001.value, "urn:x:scheme"]),
    anchors: some(["qeaa", "ev"] as const),
    from: fc.option(fc.integer({ min: 0, max: 2_000_000_000_000 }), { nil: undefined }),
    confers: some(CONFERS),
  })
  .map((all) => {
    const { confers, ...rest } = { ...all, issuers: all.issuers.toSorted(), types: all.types.toSorted() };
    const stated = Object.entries(all.effect === "deny" ? rest : { ...rest, confers });
    return Object.fromEntries(stated.filter(([, value]) => value !== undefined)) as unknown as Rule;
  });
const byText = (rules: readonly Rule[]) => [...new Set(rules.map((one) => JSON.stringify(one)))].sort();
const written = (rules: readonly Rule[]) => ({
  policy: {
    name: "mine",
    title: "Mine",
    version: 7,
    rules: [...new Map(rules.map((one) => [JSON.stringify(one), one])).values()],
  },
  imports: [],
});

test("what is written is read again, as JSON, JSON-LD and Turtle, and the JSON keeps to its schema", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(rule, { minLength: 1, maxLength: 4 }), async (rules) => {
      const graph = new Store(policyGraph(written(rules)));
      const json = await serialize(graph, "application/ld+json");
      if (!json.ok) throw new Error(json.refusal.code);
      const value = JSON.parse(json.value) as Json;
      expect(faultsIn("trust-policy", value), JSON.stringify(value)).toEqual([]);
      const same = await parse(json.value, "application/ld+json", "https://x.example/");
      const ours = graphOfJson(value);
      expect(ours.ok && (await canonicalize(ours.value))).toEqual(
        same.ok && (await canonicalize(same.value)),
      );
      const read = readPolicy(value);
      expect(read.ok && byText(read.value.rules)).toEqual(byText(rules));
      const turtle = await serialize(graph, "text/turtle");
      const again = turtle.ok && (await parse(turtle.value, "text/turtle", "https://x.example/"));
      const whole = again && again.ok && readWholePolicy(again.value);
      expect(whole && whole.ok && byText(whole.value.policy.rules)).toEqual(byText(rules));
    }),
    { seed: 20261101, numRuns: 100 },
  );
});

test("the digest of a policy follows from what it says, and not from the order", async () => {
  const [one, two]: Rule[] = [
    { effect: "deny", issuers: [BODY] },
    { effect: "deny", types: ["Certificate"] },
  ];
  if (!one || !two) return;
  expect(await policyDigest(written([one, two]))).toBe(await policyDigest(written([two, one])));
  expect(await policyDigest(written([one]))).not.toBe(await policyDigest(written([two])));
});

test("every policy in stock but open could have been written by anyone", async () => {
  for (const policy of STOCK) {
    const read = readWholePolicy(new Store(policyGraph({ policy, imports: [] })));
    if (policy === OPEN) expect(read).toMatchObject({ refusal: { code: "bare-rule" } });
    else expect(read.ok && read.value.policy.name).toBe(policy.name);
  }
});
