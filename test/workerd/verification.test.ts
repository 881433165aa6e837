// Every form of a credential on the runtime that nodes run on, with its own WebCrypto.
import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import type { Env } from "../../functions/host/cloudflare/env.ts";
import { nodeOf } from "../../functions/host/cloudflare/host.ts";
import { verifyProof } from "../../functions/trust/data-integrity/verify.ts";
import token from "../../spec/examples/verify.request.json" with { type: "json" };
import sdJwt from "../../spec/examples/verify-sd-jwt.request.json" with { type: "json" };
import { LEAF, ORGANISATION, PRIVATE_KEY, ROOT } from "../conformance/steps/certificates.ts";
import { PORTS, SIGNED_BY_OTHERS } from "../trust/data-integrity/documents.ts";

interface Found {
  readonly outcome: string;
  readonly checks: readonly { readonly code?: string }[];
  readonly anchor?: string;
}

async function verify(body: object, changes: Partial<Env> = {}): Promise<Found> {
  const node = nodeOf({ ...(env as unknown as Env), ...changes });
  const headers = { "Content-Type": "application/json" };
  const init = { method: "POST", headers, body: JSON.stringify(body) };
  const answer = await node.fetch(new Request("http://localhost/credentials/verify", init));
  expect(answer.status).toBe(200);
  return answer.json();
}
const codesOf = ({ checks }: Found) => checks.flatMap(({ code }) => code ?? []);

test.each([
  ["a token", token],
  ["an SD-JWT VC", sdJwt],
])("%s passes all checks but, maybe, that of its time", async (_, body) => {
  const codes = codesOf(await verify(body));
  expect(codes.filter((code) => code !== "expired" && code !== "not-yet-valid")).toEqual([]);
});

const CREDENTIALS = Object.entries(SIGNED_BY_OTHERS).filter(([name]) => name.startsWith("credential"));

test.each(CREDENTIALS)(
  "the proof of a %s by another implementation holds, and for no other words",
  async (_, document) => {
    const expected = { purpose: "assertionMethod" } as const;
    expect((await verifyProof(document, expected, PORTS)).ok).toBe(true);
    const other = { ...document, validFrom: "2020-01-01T00:00:00Z" };
    const found = await verifyProof(other, expected, PORTS);
    expect(found).toMatchObject({ ok: false, refusal: { code: "bad-signature" } });
  },
);

const encode = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
const text = (value: object) => encode(new TextEncoder().encode(JSON.stringify(value)));
const decode = (base64: string) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

async function sealed(): Promise<object> {
  const curve = { name: "ECDSA", namedCurve: "P-256" };
  const key = await crypto.subtle.importKey("pkcs8", decode(PRIVATE_KEY), curve, false, ["sign"]);
  const thumbprint = encode(new Uint8Array(await crypto.subtle.digest("SHA-256", decode(LEAF))));
  const header = { alg: "ES256", typ: "jose", x5c: [LEAF], "x5t#S256": thumbprint };
  const vc = {
    "@context": ["https://www.w3.org/ns/credentials/v2"],
    type: ["VerifiableCredential"],
    issuer: ORGANISATION,
    credentialSubject: { id: "urn:example:service", name: "Service" },
  };
  const input = `${text({ ...header, sigT: "2026-01-01T00:00:00Z", crit: ["sigT"] })}.${text({ vc })}`;
  const signature = await crypto.subtle.sign(
    { name: "ECDSA", hash: "SHA-256" },
    key,
    new TextEncoder().encode(input),
  );
  const id = `data:application/jose,${input}.${encode(new Uint8Array(signature))}`;
  return {
    verifiableCredential: { type: "EnvelopedVerifiableCredential", id },
    options: { profile: "dome" },
  };
}

test("a seal is valid where the operator has set its anchor, and open where not", async () => {
  const body = await sealed();
  const MPLI_ANCHORS = JSON.stringify([{ category: "eidas-seal", certificate: ROOT }]);
  expect(await verify(body, { MPLI_ANCHORS })).toMatchObject({ outcome: "valid", anchor: "eidas-seal" });
  expect(codesOf(await verify(body))).toEqual(["no-anchor"]);
});

test("a point that is not on its curve is no key, and no mistake of the node", async () => {
  const jwk = {
    kty: "EC",
    crv: "P-256",
    x: encode(new Uint8Array(32).fill(1)),
    y: encode(new Uint8Array(32).fill(2)),
  };
  const did = `did:jwk:${text(jwk)}`;
  const signed = [
    { alg: "ES256", typ: "dc+sd-jwt", kid: `${did}#0` },
    { iss: did, vct: "urn:example:type" },
  ];
  const id = `data:application/dc+sd-jwt,${signed.map(text).join(".")}.${encode(new Uint8Array(64))}~`;
  const verifiableCredential = { type: "EnvelopedVerifiableCredential", id };
  expect(codesOf(await verify({ verifiableCredential }))).toEqual(["key-unfit"]);
});

test("a store of anchors that cannot be read stops the node", () => {
  expect(() => nodeOf({ ...(env as unknown as Env), MPLI_ANCHORS: "[{}]" })).toThrow("MPLI_ANCHORS");
});
