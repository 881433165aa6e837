import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import type { JsonObject } from "../../http.ts";
import { issuer } from "../../steps/credentials.ts";
import { answering, held, objectsIn, presentationFound, requested } from "../../steps/presentations.ts";

const TYPE = "https://www.w3.org/2018/credentials#VerifiableCredential";
const named = (more: JsonObject): JsonObject => ({
  credentials: [{ id: "a", format: "vc+jwt", meta: { type_values: [[TYPE]] }, ...more }],
});

export default defineCase({
  title: "What a query asks for and a presentation does not have is named",
  requirements: ["MPLI-PRES-035@bfe3e6ac", "MPLI-PRES-038@f5308695"],
  role: "node",
  feature: "presentations",
  expects: "refuse",
  hunts: "a no without a reason, or a yes in spite of one",
  since: "0.1",
  async run(t: Exam) {
    const holder = issuer();
    const path = ["credentialSubject", "name"];
    const { credentials } = named({});
    const both = [...[credentials ?? []].flat(), { id: "b", format: "ldp_vc", meta: {} }];
    const expired = held(holder, { validUntil: "2026-02-01T00:00:00Z" });
    const wrong: readonly [what: string, query: JsonObject, text: string | undefined, missing: JsonObject][] =
      [
        ["nothing", named({}), undefined, { credential: "a", code: "credential-absent" }],
        [
          "another type",
          named({ meta: { type_values: [["urn:x"]] } }),
          held(holder),
          { code: "credential-absent" },
        ],
        [
          "a short name of its type",
          named({ meta: { type_values: [["VerifiableCredential"]] } }),
          held(holder),
          { code: "credential-absent" },
        ],
        [
          "one type of two",
          named({ meta: { type_values: [[TYPE, "urn:x"]] } }),
          held(holder),
          { code: "credential-absent" },
        ],
        [
          "another format",
          named({ format: "dc+sd-jwt", meta: {} }),
          held(holder),
          { code: "credential-absent" },
        ],
        [
          "what has expired",
          named({}),
          expired,
          { code: "credential-not-valid", presented: 0, faults: ["expired"] },
        ],
        [
          "no such claim",
          named({ claims: [{ path: ["name"] }] }),
          held(holder),
          { code: "claim-absent", path: ["name"], presented: 0 },
        ],
        [
          "a claim in no list",
          named({ claims: [{ path: [...path, 0] }] }),
          held(holder),
          { code: "claim-absent" },
        ],
        [
          "another value",
          named({ claims: [{ path, values: ["Eve"] }] }),
          held(holder),
          { code: "claim-differs", path, presented: 0 },
        ],
        [
          "one of two queries",
          { credentials: both },
          held(holder),
          { credential: "b", code: "credential-absent" },
        ],
        [
          "no option of a set",
          { credentials: both, credential_sets: [{ options: [["a"]] }, { options: [["a", "b"]] }] },
          held(holder),
          { credential: "b", set: 1, code: "credential-absent" },
        ],
      ];
    for (const [what, query, text, expected] of wrong) {
      const request = await requested(t, query);
      const answer = answering(holder, text === undefined ? [] : [text], request);
      const found = await presentationFound(t, answer, { request: request.id });
      t.equal(found["satisfied"], false, `\`satisfied\` for ${what} is`);
      const [missing, ...more] = objectsIn(t, found, "missing");
      t.equal(more, [], `what else is missing for ${what} is`);
      for (const [name, value] of Object.entries(expected))
        t.equal(missing?.[name], value, `\`${name}\` of what is missing for ${what} is`);
    }
  },
});
