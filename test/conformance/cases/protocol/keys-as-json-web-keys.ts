import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { isObject } from "../../http.ts";
import { didDocument } from "../../steps/node-document.ts";

/** Where DID documents have verification methods: listed, or inside what they are for (DID Core 1.0, 5.3). */
const RELATIONS = [
  "verificationMethod",
  "authentication",
  "assertionMethod",
  "keyAgreement",
  "capabilityInvocation",
  "capabilityDelegation",
];

export default defineCase({
  title: "Each key of a node is a JsonWebKey in its DID document",
  requirements: ["MPLI-PROT-048@53034a6a"],
  role: "node",
  feature: "core",
  expects: "accept",
  hunts: "a key in another encoding, or beside the member that clients read",
  since: "0.1",
  async run(t: Exam) {
    const document = await didDocument(t);
    const methods = RELATIONS.flatMap((name) => [document[name] ?? []].flat()).filter(isObject);
    if (methods.length === 0) t.inapplicable("the node publishes no key");
    for (const { type, publicKeyJwk } of methods) {
      t.equal(type, "JsonWebKey", "the type of a verification method is");
      const isKey = isObject(publicKeyJwk) && typeof publicKeyJwk["kty"] === "string";
      t.that(isKey, "a JSON Web Key in `publicKeyJwk`", JSON.stringify(publicKeyJwk ?? null));
    }
  },
});
