import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { isObject } from "../../http.ts";
import { issuer } from "../../steps/credentials.ts";
import {
  held,
  objectsIn,
  presentation,
  presentationFound,
  presentationToken,
} from "../../steps/presentations.ts";

export default defineCase({
  title: "A presentation is as valid as the credentials in it",
  requirements: ["MPLI-PRES-011@b3ed60bf", "MPLI-PRES-013@ae12e4a2", "MPLI-PRES-015@128c1532"],
  role: "node",
  feature: "presentations",
  expects: "refuse",
  hunts: "looking at the presentation alone, or at its first credential",
  since: "0.1",
  async run(t: Exam) {
    const holder = issuer();
    const expired = held(holder, { validUntil: "2026-02-01T00:00:00Z" });
    const unknown = held(holder, { credentialStatus: { type: "urn:x:PlainListEntity" } });
    for (const [one, outcome] of [
      [expired, "invalid"],
      [unknown, "indeterminate"],
    ] as const) {
      const found = await presentationFound(
        t,
        presentationToken(holder, presentation(holder, [held(holder), one])),
      );
      t.equal([found["outcome"], found["verified"]], [outcome, false], "the outcome is");
      const outcomes = objectsIn(t, found, "credentials").map(
        ({ verification }) => isObject(verification) && verification["outcome"],
      );
      t.equal(outcomes, ["valid", outcome], "the outcomes of the credentials are");
    }
  },
});
