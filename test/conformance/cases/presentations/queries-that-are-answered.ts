import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import type { JsonObject } from "../../http.ts";
import { issuer } from "../../steps/credentials.ts";
import { answering, held, presentationFound, requested } from "../../steps/presentations.ts";

const TYPE = "https://www.w3.org/2018/credentials#VerifiableCredential";
const named = (more: JsonObject): JsonObject => ({
  credentials: [{ id: "a", format: "vc+jwt", meta: { type_values: [[TYPE]] }, ...more }],
});

export default defineCase({
  title: "Credentials answer a query by type, claims and sets",
  requirements: ["MPLI-PRES-035@bfe3e6ac"],
  role: "node",
  feature: "presentations",
  expects: "accept",
  hunts: "a query that is read in part",
  since: "0.1",
  async run(t: Exam) {
    const holder = issuer();
    const name = { id: "n", path: ["credentialSubject", "name"] };
    const key = { id: "k", path: ["credentialSubject", "key"] };
    const other = { id: "b", format: "ldp_vc", meta: {} };
    const { credentials } = named({});
    const both = [...[credentials ?? []].flat(), other];
    for (const [what, query] of [
      ["a type", named({})],
      ["one of two types", named({ meta: { type_values: [["urn:x"], [TYPE]] } })],
      ["a claim", named({ claims: [name] })],
      ["a value", named({ claims: [{ ...name, values: ["Eve", "Holder"] }] })],
      [
        "a type by its place in a list",
        named({ claims: [{ path: ["type", 0], values: ["VerifiableCredential"] }] }),
      ],
      [
        "a type anywhere in a list",
        named({ claims: [{ path: ["type", null], values: ["VerifiableCredential"] }] }),
      ],
      ["one of two sets of claims", named({ claims: [name, key], claim_sets: [["k"], ["n"]] })],
      ["one of two options", { credentials: both, credential_sets: [{ options: [["b"], ["a"]] }] }],
      [
        "an option that is not required",
        { credentials: both, credential_sets: [{ options: [["b"]], required: false }] },
      ],
    ] as const) {
      const request = await requested(t, query);
      const found = await presentationFound(t, answering(holder, [held(holder)], request), {
        request: request.id,
      });
      t.equal(found["satisfied"], true, `\`satisfied\` for ${what} is`);
      t.equal(found["missing"] ?? [], [], `what is missing for ${what} is`);
    }
  },
});
