// Installing a policy: imports by their digests, short and without circles; signatures; and no way back.
import { beforeEach, describe, expect, test } from "vitest";
import { guardedFetch } from "../../../functions/edge/guard.ts";
import { Store } from "../../../functions/kernel/graph.ts";
import type { Json } from "../../../functions/kernel/json.ts";
import { serialize } from "../../../functions/kernel/syntax.ts";
import type { Verification } from "../../../functions/trust/credential/verify.ts";
import { resolveImports } from "../../../functions/trust/policy/imports.ts";
import {
  type PolicyDocument,
  policyDigest,
  policyGraph,
} from "../../../functions/trust/policy/policy-graph.ts";
import { readPolicyJson } from "../../../functions/trust/policy/read-policy.ts";
import { checkSuccession, signedPolicy } from "../../../functions/trust/policy/signed.ts";

type Members = { [member: string]: Json };

let files: Map<string, { type: string; text: string }>;
let asked: string[];
const network = guardedFetch(
  async (input) => {
    const url = String(input);
    asked.push(url);
    const file = files.get(url);
    return file
      ? new Response(file.text, { headers: { "content-type": file.type } })
      : new Response("", { status: 404 });
  },
  { loopback: false },
);

beforeEach(() => {
  files = new Map();
  asked = [];
});

const at = (name: string) => `https://policies.example/${name}`;
const policy = (name: string, more: Members = {}): Members => ({
  type: "TrustPolicy",
  name,
  title: name,
  policyVersion: 1,
  rule: { effect: "deny", issuer: `did:web:${name}.example` },
  ...more,
});

function documentOf(members: Members): PolicyDocument {
  const read = readPolicyJson(members);
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return read.value;
}

/** Publishes a policy as JSON, and gives the import of it. */
async function publish(name: string, more: Members = {}, syntax?: "text/turtle"): Promise<Members> {
  const document = documentOf(policy(name, more));
  const turtle = await serialize(new Store(policyGraph(document)), "text/turtle");
  const text = syntax && turtle.ok ? turtle.value : JSON.stringify(policy(name, more));
  files.set(at(name), { type: syntax ?? "application/ld+json", text });
  return { policy: at(name), digest: await policyDigest(document) };
}

async function resolved(imports: Members | Members[]): Promise<readonly string[] | object> {
  const found = await resolveImports(documentOf(policy("root", { imports })), network);
  return found.ok ? found.value.rules.flatMap(({ issuers = [] }) => issuers) : found.refusal;
}

describe("imports", () => {
  test("bring their rules, three deep, in JSON and in Turtle", async () => {
    const c = await publish("c", {}, "text/turtle");
    const b = await publish("b", { imports: c });
    const a = await publish("a", { imports: b });
    expect(await resolved(a)).toEqual(["root", "a", "b", "c"].map((name) => `did:web:${name}.example`));
    expect(asked).toEqual(["a", "b", "c"].map(at));
  });

  test("are refused four deep", async () => {
    let imports: Members | undefined;
    for (const name of ["d", "c", "b", "a"]) imports = await publish(name, imports ? { imports } : {});
    expect(await resolved(imports ?? [])).toEqual({ code: "import-too-deep", policy: at("d"), limit: 3 });
  });

  test("are the policy that was meant, by its digest, whatever changed", async () => {
    const a = await publish("a");
    await publish("a", { rule: { effect: "deny", issuer: "did:web:competitor.example" } });
    expect(await resolved(a)).toMatchObject({ code: "import-digest-mismatch", policy: at("a") });
    await publish("a", { description: "The same rules." });
    expect(await resolved(a)).toMatchObject({ code: "import-digest-mismatch" });
  });

  test("that lead back to where they came from are refused", async () => {
    // No policy can hold the digest of one that holds its own, so the circle has to be closed with a false one.
    files.set(at("a"), { type: "application/ld+json", text: "" });
    const b = await publish("b", { imports: { policy: at("a"), digest: "0".repeat(64) } });
    const a = await publish("a", { imports: b });
    expect(await resolved(a)).toEqual({ code: "import-loop", policy: at("a") });
  });

  test("of one policy in two ways are read in both, and its rules count once", async () => {
    const c = await publish("c");
    const [a, b] = [await publish("a", { imports: c }), await publish("b", { imports: c })];
    expect(await resolved([a, b])).toHaveLength(4);
  });

  test("are at most sixteen in all", async () => {
    const leaves = await Promise.all(Array.from({ length: 9 }, (_, index) => publish(`leaf${index}`)));
    const [a, b] = [await publish("a", { imports: leaves }), await publish("b", { imports: leaves })];
    expect(await resolved([a, b])).toEqual({ code: "too-many-imports", limit: 16 });
  });

  test("are refused where they cannot be read", async () => {
    const digest = "0".repeat(64);
    const of = (url: string) => resolved({ policy: url, digest });
    expect(await of(at("none"))).toMatchObject({ code: "import-unreachable", reason: "status" });
    expect(await of("https://10.0.0.7/a")).toMatchObject({ reason: "address-not-permitted" });
    files.set(at("page"), { type: "text/html", text: "<p>" });
    expect(await of(at("page"))).toMatchObject({ reason: "media-type" });
    files.set(at("broken"), { type: "application/json", text: "{" });
    expect(await of(at("broken"))).toMatchObject({ code: "import-malformed" });
    const bare = policy("bare", { rule: { effect: "accept" } });
    files.set(at("bare"), { type: "application/json", text: JSON.stringify(bare) });
    expect(await of(at("bare"))).toMatchObject({ code: "import-digest-mismatch" });
  });

  test("keep to the limits together", async () => {
    const rule = (from: number) =>
      Array.from({ length: 600 }, (_, index) => ({
        effect: "deny",
        issuer: `did:web:n${from + index}.example`,
      }));
    const a = await publish("a", { rule: rule(0) });
    expect(await resolved([a, await publish("b", { rule: rule(0) })])).toHaveLength(601);
    expect(await resolved([a, await publish("c", { rule: rule(600) })])).toMatchObject({
      code: "policy-too-large",
    });
  });
});

describe("a policy in a credential", () => {
  const KEEPER = "did:web:keeper.example";
  const verified = (more: {
    outcome?: Verification["outcome"];
    issuer?: string;
    types?: string[];
    subject?: Json;
  }) =>
    signedPolicy(
      {
        outcome: more.outcome ?? "valid",
        signed: {
          credential: {
            issuer: more.issuer ?? KEEPER,
            types: more.types ?? ["VerifiableCredential", "TrustPolicyCredential"],
            document: { credentialSubject: more.subject ?? { trustPolicy: policy("signed") } },
          },
        } as unknown as NonNullable<Verification["signed"]>,
      },
      KEEPER,
    );

  test("is read where the credential is valid and of the keeper", () => {
    expect(verified({})).toMatchObject({ ok: true, value: { policy: { name: "signed" } } });
  });

  test.each<[string, Parameters<typeof verified>[0]]>([
    ["policy-not-verified", { outcome: "indeterminate" }],
    ["policy-not-verified", { outcome: "invalid" }],
    ["policy-of-another-issuer", { issuer: "did:web:other.example" }],
    ["no-policy-credential", { types: ["VerifiableCredential"] }],
    ["no-policy-credential", { subject: { name: "Keeper" } }],
    ["bare-rule", { subject: { trustPolicy: policy("bare", { rule: { effect: "accept" } }) } }],
  ])("is refused otherwise: %s", (code, more) => {
    expect(verified(more)).toMatchObject({ refusal: { code } });
  });
});

describe("a policy takes the place of another", () => {
  const succession = (held: Members, next: Members) => checkSuccession(documentOf(held), documentOf(next));
  const version = (policyVersion: number, more: Members = {}) => policy("mine", { policyVersion, ...more });

  test("with a higher version, or as the same", async () => {
    expect(await succession(version(3), version(4))).toBeUndefined();
    expect(await succession(version(3), version(3))).toBeUndefined();
  });

  test("never with an older version, nor changed under the same, nor under another name", async () => {
    expect(await succession(version(3), version(2))).toEqual({
      code: "policy-rollback",
      held: 3,
      offered: 2,
    });
    expect(await succession(version(3), version(3, { title: "Changed" }))).toMatchObject({
      code: "policy-rollback",
    });
    expect(await succession(version(3), policy("other", { policyVersion: 4 }))).toMatchObject({
      code: "policy-of-another-name",
    });
  });
});
