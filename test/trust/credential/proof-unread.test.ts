// What a proof signs stays the same in other ways of writing; each that would mislead who reads the members is found.
import { expect, it } from "vitest";
import type { JsonObject } from "../../../functions/trust/token/jws.ts";
import { ISSUER, proved } from "./proved.ts";
import { endsWith, notPassed, verifyWith } from "./verifier.ts";

const V2 = "https://www.w3.org/ns/credentials/v2";
const GX = "https://w3id.org/gaia-x/development#";
const [PERSON, SERVICE] = ["https://cloud.example/person", "https://cloud.example/service"].map((id) => ({
  id,
  type: "gx:CompliantCredential",
  "gx:digestSRI": `sha256-${"a".repeat(64)}`,
}));
const subject = { id: "urn:label:1", name: "Label", "gx:compliantCredentials": [PERSON, SERVICE] };
const evidence = [{ id: "urn:audit:1", name: "audit" }];
const label = { "@context": [V2, GX], id: "urn:x:3", credentialSubject: subject, evidence } as JsonObject;
const signed = await proved(label);
const about = (more: object) => ({ credentialSubject: { ...subject, ...more } }) as JsonObject;

it("a credential as it was signed holds", async () => {
  expect(endsWith(await verifyWith(signed))).toBe("valid");
});

it("one with a node written twice alike, or named by its id, holds", async () => {
  const told = { evidence: [...evidence, { id: "urn:audit:2", "https://a.example/of": evidence }] };
  expect(endsWith(await verifyWith(await proved(told as JsonObject)))).toBe("valid");
  const own = { id: ISSUER.did, name: "Issuer" };
  expect(endsWith(await verifyWith(await proved({ issuer: ISSUER.did, credentialSubject: own })))).toBe(
    "valid",
  );
});

it("a JSON literal is whatever stands in it", async () => {
  const credentialSchema = { id: "urn:s:1", type: "JsonSchema", jsonSchema: { a: null, b: [], c: [[1]] } };
  expect(endsWith(await verifyWith(await proved({ credentialSchema })))).toBe("valid");
});

const own = await proved({ issuer: { id: ISSUER.did }, credentialSubject: { id: ISSUER.did, name: "Me" } });

it.each<[string, JsonObject]>([
  [
    "an entry of a label in a nest",
    {
      ...signed,
      ...about({ "gx:compliantCredentials": [PERSON], "@nest": { "gx:compliantCredentials": [SERVICE] } }),
    },
  ],
  [
    "an entry of a label in a list in the list",
    { ...signed, ...about({ "gx:compliantCredentials": [PERSON, [SERVICE]] }) },
  ],
  ["one term under two names", { ...signed, ...about({ [`${GX}compliantCredentials`]: PERSON }) }],
  [
    "an entry apart from its digest",
    {
      ...signed,
      ...about({ "gx:compliantCredentials": [PERSON, { id: SERVICE?.id, type: SERVICE?.type }, SERVICE] }),
    },
  ],
  [
    "what is said of the subject beside the issuer",
    { ...own, issuer: { id: ISSUER.did, name: "Me" }, credentialSubject: { id: ISSUER.did } },
  ],
  ["null", { ...signed, ...about({ description: null }) }],
  ["null as a value", { ...signed, ...about({ description: { "@value": null } }) }],
  ["null in a list", { ...signed, ...about({ name: ["Label", null] }) }],
  ["an empty list", { ...signed, ...about({ description: [] }) }],
  ["an empty set", { ...signed, ...about({ description: { "@set": [] } }) }],
  ["words of no language", { ...signed, ...about({ "@none": ["text"] }) }],
  ["a vocabulary", { ...signed, ...about({ "@vocab": "urn:x:" }) }],
  ["a list by its keyword", { ...signed, evidence: { "@set": evidence } }],
  ["an id by its keyword", { ...signed, evidence: [{ "@id": "urn:audit:1", name: "audit" }] }],
] as [string, JsonObject][])("%s is found though the signature holds", async (_, document) => {
  const found = await verifyWith(document);
  expect([endsWith(found), found.signed]).toEqual(["malformed-json-ld", undefined]);
  expect(notPassed(found)).toContain("contexts failed");
});
