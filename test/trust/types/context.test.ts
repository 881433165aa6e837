// The context of our own credentials: one content for its address, a term for every word, and each type's words to itself.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { Parser } from "n3";
import { describe, expect, it } from "vitest";
import { noStatus } from "../../../functions/trust/credential/status.ts";
import { verifyCredential } from "../../../functions/trust/credential/verify.ts";
import { PINNED_CONTEXTS } from "../../../functions/trust/contexts/pinned.ts";
import { resolver } from "../../../functions/trust/did/resolve.ts";
import { guardedFetch } from "../../../functions/edge/guard.ts";
import { BoundedMap } from "../../../functions/edge/bounded-map.ts";
import { canonicalize } from "../../../functions/kernel/digest.ts";
import { graphOfJson } from "../../../functions/trust/policy/policy-json.ts";
import { readWholePolicy } from "../../../functions/trust/policy/read-policy.ts";
import { OPEN } from "../../../functions/trust/policy/stock/open.ts";
import { type JsonObject, isObject } from "../../../functions/trust/token/jws.ts";
import { issuer, token } from "../../conformance/steps/credentials.ts";
import { EXAMPLES, claimsIn, exampleCredential, withClaim } from "./examples.ts";

const ADDRESS = "https://w3id.org/mpli/credentials/v1";
const text = readFileSync("schemas/context/credentials-v1.jsonld", "utf8");
const context = (JSON.parse(text) as { "@context": JsonObject })["@context"];

describe("the context of credentials", () => {
  it("has the content that its readme and the specification state", () => {
    const digest = createHash("sha256").update(text).digest("hex");
    expect(readFileSync("functions/trust/contexts/README.md", "utf8")).toContain(digest);
    expect(readFileSync("spec/credentials.md", "utf8")).toContain(digest);
    expect(PINNED_CONTEXTS[ADDRESS]).toEqual(JSON.parse(text));
  });

  it("lets nobody mint a term, and nobody redefine one", () => {
    const types = Object.values(context).filter(isObject);
    expect([context["@protected"], context["@vocab"]]).toEqual([true, undefined]);
    for (const { "@context": inner } of types)
      expect(isObject(inner) && [inner["@protected"], inner["@vocab"]]).toEqual([true, undefined]);
  });

  it("leads to terms that the vocabulary describes, and to schemes and metrics of it", () => {
    const described = new Set(
      new Parser().parse(readFileSync("schemas/vocab/mpli.ttl", "utf8")).map(({ subject }) => subject.value),
    );
    const ids = JSON.stringify(context).matchAll(/"(?:mpli:|http:\/\/schema\.org\/)(\w+)"/g);
    const iris = [...ids].map(([whole, local]) =>
      whole.includes("schema.org") ? `http://schema.org/${local}` : `https://w3id.org/mpli/ns#${local}`,
    );
    expect(iris.length).toBeGreaterThan(100);
    for (const iri of iris) expect(described.has(iri), iri).toBe(true);
  });
});

describe("a credential of our own", () => {
  const now = () => Date.parse("2026-11-02T12:00:00Z");
  const offline = guardedFetch(() => Promise.reject(new Error("no network")), { loopback: false });

  it.each(EXAMPLES)("is valid once it is signed: %s", async (name) => {
    const one = issuer();
    const compact = token(one, { ...exampleCredential(name), issuer: one.did });
    const resolveKey = resolver({ fetch: offline, now, loopback: false, cache: new BoundedMap(1e5) });
    const ports = { resolveKey, statusOf: () => Promise.resolve(noStatus), now };
    const found = await verifyCredential({ form: "token", compact }, ports, { profile: "w3c", policy: OPEN });
    expect([found.outcome, found.checks.flatMap(({ code }) => code ?? [])]).toEqual(["valid", []]);
  });

  it("says of its subject what a manifest says of its provider", async () => {
    const claims = await claimsIn(exampleCredential("certification"));
    if (!claims.ok) throw new Error(claims.refusal.code);
    const of = (predicate: string) =>
      claims.value.find((quad) => quad.predicate.value === `https://w3id.org/mpli/ns#${predicate}`);
    expect(of("certification")?.subject.value).toBe("did:web:cloud.example");
    expect(of("certification")?.object).toEqual(of("scheme")?.subject);
    expect(of("scheme")?.object.value).toBe("https://w3id.org/mpli/ns#ISO27001");
  });

  it.each([
    ["certification", "certification/shceme", "ISO27001"],
    ["certification", "certifications", { scheme: "ISO27001" }],
    ["certification", "invoice", { invoiceNumber: "1" }],
    ["certification", "certification/scheme", { id: "mpli:ISO27001", madeUp: true }],
    ["service-level", "serviceLevel/objectives/0/target", "1 %"],
    ["billing", "invoice/total", "1.00"],
  ] as const)(
    "ends with undefined-term where it says what its type has no word for: %s, %s",
    async (name, path, value) => {
      const claims = await claimsIn(withClaim(exampleCredential(name), path, value));
      expect(claims).toMatchObject({ ok: false, refusal: { code: "undefined-term" } });
    },
  );

  it("keeps its words where it has other types, other contexts and a status", async () => {
    const document = exampleCredential("certification");
    const contexts = [...[document["@context"] ?? []].flat(), "https://w3id.org/security/data-integrity/v2"];
    const claims = await claimsIn({
      ...document,
      "@context": contexts,
      type: ["VerifiableCredential", "CertificationCredential", "mpli:Certification", "urn:zzz"],
      credentialStatus: {
        type: "BitstringStatusListEntry",
        statusPurpose: "revocation",
        statusListIndex: "1",
        statusListCredential: "https://certifier.example/status/1",
      },
      proof: {
        type: "DataIntegrityProof",
        cryptosuite: "eddsa-rdfc-2022",
        created: "2026-01-15T00:00:00Z",
        proofPurpose: "assertionMethod",
        verificationMethod: "did:web:certifier.example#1",
        proofValue: "z1",
      },
    });
    expect(claims.ok).toBe(true);
  });

  it("says of a trust policy what the policy says by itself", async () => {
    const document = exampleCredential("trust-policy-credential");
    const claims = await claimsIn(document);
    if (!claims.ok) throw new Error(claims.refusal.code);
    const { trustPolicy = null } = document["credentialSubject"] as JsonObject;
    const graph = graphOfJson(trustPolicy);
    if (!graph.ok) throw new Error(graph.refusal.code);
    expect(readWholePolicy(graph.value).ok).toBe(true);
    const ofPolicy = claims.value.filter(({ subject }) => subject.termType === "BlankNode");
    const [signed, published] = [await canonicalize(ofPolicy), await canonicalize(graph.value)];
    expect(signed.ok && signed.value.digest).toBe(published.ok && published.value.digest);
  });

  it("has no words without its type", async () => {
    const document = { ...exampleCredential("certification"), type: ["VerifiableCredential"] };
    expect(await claimsIn(document)).toMatchObject({ ok: false, refusal: { code: "undefined-term" } });
  });
});
