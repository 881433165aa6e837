// Queries that ask for a mandate: whom a node lets act for whom, by its policy, and what it keeps of it.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createHash } from "node:crypto";
import { memoryNonces } from "../../../functions/host/memory.ts";
import type { Json } from "../../../functions/kernel/json.ts";
import { refused } from "../../../functions/kernel/result.ts";
import { policiesOf } from "../../../functions/trust/policy/policies.ts";
import { readQuery } from "../../../functions/trust/presentation/dcql.ts";
import { openRequest } from "../../../functions/trust/presentation/request.ts";
import { satisfies } from "../../../functions/trust/presentation/satisfies.ts";
import { presentationVerifier } from "../../../functions/trust/presentation/verifier.ts";
import { type Issuer, issuer } from "../../conformance/steps/credentials.ts";
import {
  CLERK,
  NAME,
  OF_COMPANY,
  companyOf,
  mandateOf,
  presenting,
} from "../../conformance/steps/mandates.ts";

const ME = "did:web:node.example";
const NOW = new Date("2026-11-02T12:00:00Z");
const HOLDER = issuer();

/** A node that decides on a presentation of these SD-JWTs to a query; `kept` is what it wrote down. */
async function decide(query: object, texts: readonly string[], { holder = HOLDER, policy = "open" } = {}) {
  const nonces = memoryNonces(new Uint8Array(32).fill(1), () => NOW);
  const chance = (bytes: number) => new Uint8Array(bytes).fill(7);
  const verify = presentationVerifier({
    fetch: async (url) => refused({ code: "unreachable", url, reason: "no network" }),
    now: () => NOW,
    loopback: false,
    own: { origin: () => "https://node.example", answer: async () => new Response(null, { status: 404 }) },
    bodyLimit: 1_000,
    policies: () => policiesOf(policy),
    nonces,
    chance,
    did: () => ME,
  });
  const ports = { secret: await nonces.secret(), chance, now: NOW.getTime() };
  const { id, nonce } = (await openRequest(query as Json, ME, ports)) as { id: string; nonce: string };
  const text = presenting(holder, texts, { id, nonce, audience: ME });
  const { decision } = await verify({ form: "token", text }, { request: id }, "https://node.example/");
  return { decision, kept: nonces.used(), text };
}

describe("a query for a mandate", () => {
  it("is answered by one of the organisation that is shown", async () => {
    const { decision } = await decide(OF_COMPANY, [companyOf(), mandateOf(HOLDER)]);
    expect(decision).toEqual({ satisfied: true, answers: { company: [0], clerk: [1] }, missing: [] });
  });

  it("asks for the example of the specification", async () => {
    const query = JSON.parse(readFileSync("spec/examples/mandate-query.json", "utf8")) as Json;
    expect(readQuery(query).ok).toBe(true);
    const power = [{ domain: "DOME", function: "ProductOffering", action: ["Order"] }];
    const { decision } = await decide(query as object, [companyOf(), mandateOf(HOLDER, { power })]);
    expect(decision?.satisfied).toBe(true);
    const less = await decide(query as object, [companyOf(), mandateOf(HOLDER)]);
    expect(less.decision?.missing).toEqual([{ credential: "clerk", presented: 1, code: "no-such-power" }]);
  });

  it("is not answered where the company is not shown, and says both in the order of the query", async () => {
    const { decision } = await decide(OF_COMPANY, [mandateOf(HOLDER)]);
    expect(decision?.missing).toEqual([
      { credential: "clerk", presented: 0, code: "other-mandator" },
      { credential: "company", code: "credential-absent" },
    ]);
  });

  it("takes the first company that is shown, and not any", async () => {
    const { decision } = await decide(OF_COMPANY, [
      companyOf("FR40303265045"),
      companyOf(),
      mandateOf(HOLDER),
    ]);
    expect(decision?.missing).toEqual([{ credential: "clerk", presented: 2, code: "other-mandator" }]);
  });

  it("is answered by nobody's mandate whom the node does not believe", async () => {
    const { decision } = await decide({ credentials: [CLERK] }, [mandateOf(HOLDER)], { policy: "gaia-x" });
    expect(decision).toMatchObject({
      satisfied: false,
      missing: [{ credential: "clerk", code: "credential-not-valid", faults: ["issuer-not-trusted"] }],
    });
  });

  it.each<[string, Issuer, string]>([
    ["of somebody else", HOLDER, mandateOf(issuer())],
    ["that is shown by somebody else", issuer(), mandateOf(HOLDER)],
  ])("is not answered by one %s, whatever it says about holder binding", async (_, holder, mandate) => {
    for (const require_cryptographic_holder_binding of [true, false]) {
      const query = { credentials: [{ ...CLERK, require_cryptographic_holder_binding }] };
      const { decision } = await decide(query, [mandate], { holder });
      expect(decision?.missing).toEqual([{ credential: "clerk", presented: 0, code: "holder-not-subject" }]);
    }
  });

  it("is not answered by one that nobody is named to present, and whose key was not used", () => {
    const query = readQuery({
      credentials: [{ ...CLERK, require_cryptographic_holder_binding: false }],
    } as Json);
    if (!query.ok) throw new Error(query.refusal.reason);
    const claims = JSON.parse(Buffer.from(mandateOf(HOLDER).split(".")[1] ?? "", "base64url").toString()) as {
      [name: string]: Json;
    };
    const types = ["learcredential.employee.sd.1"];
    const shown = { format: "dc+sd-jwt", types, claims, outcome: "valid", faults: [], at: 0 } as const;
    expect(satisfies(query.value, [{ ...shown, isOfHolder: true }]).ok).toBe(true);
    expect(satisfies(query.value, [{ ...shown, isOfHolder: false }])).toMatchObject({
      refusal: { missing: [{ code: "holder-not-subject" }] },
    });
  });
});

describe("what is kept of a mandate", () => {
  it.each([true, false])(
    "is the digest of the presentation and the decision, where it is %s",
    async (yes) => {
      const mandate = mandateOf(HOLDER, yes ? {} : { power: [] });
      const { kept, text } = await decide({ credentials: [CLERK] }, [mandate]);
      const digest = createHash("sha256").update(text).digest("hex");
      expect(kept).toEqual([
        { nonce: expect.any(String) as string, until: expect.any(Number) as number, satisfied: yes, digest },
      ]);
      for (const said of [NAME, HOLDER.did, "B12345678", mandate])
        expect(JSON.stringify(kept)).not.toContain(said);
    },
  );
});
