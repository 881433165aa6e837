// Documents of one form are read all alike: whatever texts, addresses and numbers stand in them.
import fc from "fast-check";
import { expect, it } from "vitest";
import { type Json, parseJson } from "../../../functions/kernel/json.ts";
import { claimsOf, faultInClaims } from "../../../functions/trust/credential/claims.ts";
import { formOf } from "../../../functions/trust/credential/form.ts";
import type { JsonObject } from "../../../functions/trust/token/jws.ts";
import { CREDENTIALS, credential } from "../../conformance/steps/credentials.ts";
import { member } from "../mutations.ts";

const DID = "did:web:issuer.example";
const status = {
  id: "https://issuer.example/status#5",
  type: "BitstringStatusListEntry",
  statusPurpose: "revocation",
  statusListIndex: "5",
  statusListCredential: "https://issuer.example/status",
};
const ORIGINALS = [
  credential({ did: DID }, { name: { "@value": "Zoë", "@language": "de" }, credentialStatus: status }),
  credential({ did: DID }, { evidence: [{ id: "urn:x:1", type: "urn:x:E" }, { type: "JsonSchema" }] }),
  credential(
    { did: DID },
    {
      proof: { type: "DataIntegrityProof", proofPurpose: "assertionMethod", created: "2026-01-01T00:00:00Z" },
    },
  ),
].map((one) => JSON.stringify(one));

/** The document with other texts, addresses and numbers in the places of those that it has. */
function twin(json: Json, other: string, name = ""): Json {
  if (Array.isArray(json)) return json.map((one) => twin(one, other, name));
  if (json !== null && typeof json === "object")
    return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, twin(value, other, key)]));
  if (typeof json === "number") return other.length / 4;
  if (typeof json !== "string" || name.startsWith("@") || name === "type" || name === "proofPurpose")
    return json;
  if (/^(@|_:)/.test(json)) return json;
  // oxlint-disable-next-line no-control-regex -- none of them stands in an IRI (RFC 3987)
  const [, scheme] = /^([a-z][a-z\d+.-]*:)[^\u0000-\u0020<>"{}|^`\\]*$/i.exec(json) ?? [];
  return scheme === undefined ? other : scheme + encodeURIComponent(other);
}

const TEXT = fc
  .oneof(
    fc.string({ unit: "grapheme" }),
    fc.constantFrom("", "name", "type", "assertionMethod", "a b", "#1", "//x"),
  )
  .filter((text) => !/^(@|_:|[a-z][a-z\d+.-]*:)/i.test(text));

it("two documents of one form are both read, or neither is", async () => {
  let read = 0;
  const mutation = fc.oneof(
    member([CREDENTIALS, "JsonSchema", "Thing"]),
    fc.constant((text: string) => text),
  );
  const spoilt = fc.tuple(fc.constantFrom(...ORIGINALS), mutation, TEXT);
  await fc.assert(
    fc.asyncProperty(spoilt, async ([original, mutate, other]) => {
      const json = parseJson(mutate(original));
      if (!json.ok) return;
      const [one, two] = [json.value as JsonObject, twin(json.value, other) as JsonObject];
      expect(formOf(two)).toBe(formOf(one));
      const [first, second] = await Promise.all([one, two].map(verdict));
      expect(second).toBe(first);
      if (first) read++;
    }),
    { numRuns: 5000, seed: 20_261_101 },
  );
  expect(read).toBeGreaterThan(500);
}, 120_000);

async function verdict(document: JsonObject): Promise<boolean> {
  return (await claimsOf({ document, contexts: [document["@context"] ?? []].flat() })).ok;
}

it("a form that is in order does not speak for another", async () => {
  const fault = (more: object) => {
    const document = credential({ did: DID }, { ...more }) as JsonObject;
    return faultInClaims({ document, contexts: [document["@context"] ?? []].flat() });
  };
  expect(await fault({ name: "One" })).toBeUndefined();
  expect(await fault({ name: "Another" })).toBeUndefined();
  expect(await fault({ nom: "One" })).toMatchObject({ code: "undefined-term" });
  expect(await fault({ type: ["VerifiableCredential", "Thing"] })).toMatchObject({ code: "undefined-term" });
  expect(await fault({ id: "urn:x:1" })).toBeUndefined();
  expect(await fault({ id: "credentials/1" })).toMatchObject({ code: "undefined-term" });
  expect(await fault({ "@context": [CREDENTIALS, { "@vocab": "urn:x:" }] })).toMatchObject({
    code: "context-not-allowed",
  });
});
