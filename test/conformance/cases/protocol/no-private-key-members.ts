import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { type JsonObject, isObject } from "../../http.ts";
import { didDocument, nodeDocument } from "../../steps/node-document.ts";

/** Private members of JSON Web Keys: RFC 7518, 6.2.2, 6.3.2 and 6.4. */
const PRIVATE = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];

export default defineCase({
  title: "No key that a node publishes has a private member",
  requirements: ["MPLI-PROT-049@f6642d2b"],
  role: "node",
  feature: "core",
  expects: "accept",
  hunts: "the whole key put where its public half belongs",
  since: "0.1",
  async run(t: Exam) {
    const keys = keysIn([await didDocument(t), await nodeDocument(t)]);
    if (keys.length === 0) t.inapplicable("the node publishes no key");
    for (const key of keys) {
      const secret = PRIVATE.filter((name) => Object.hasOwn(key, name));
      // The value is not repeated: a report is no place for it.
      t.that(secret.length === 0, "public members only", `a key with ${secret.join(", ")}`);
    }
  },
});

/** Every JSON object that has a key type, wherever it stands. */
function keysIn(value: unknown): JsonObject[] {
  if (Array.isArray(value)) return value.flatMap(keysIn);
  if (!isObject(value)) return [];
  return [...("kty" in value ? [value] : []), ...Object.values(value).flatMap(keysIn)];
}
