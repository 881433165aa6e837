import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import {
  PRESENTATION_CHECKS,
  expectWrong,
  objectsIn,
  presentation,
  presentationFound,
  presentationToken,
} from "../../steps/presentations.ts";

export default defineCase({
  title: "A check that failed has a code and a message, and those after it were not made",
  requirements: ["MPLI-PRES-012@55b078ee", "MPLI-PRES-014@332a4f79"],
  role: "node",
  feature: "presentations",
  expects: "refuse",
  hunts: "a no without a reason",
  since: "0.1",
  async run(t: Exam) {
    const holder = issuer();
    const other = presentationToken(holder, presentation(holder, []), { typ: "jwt" });
    const found = await presentationFound(t, other);
    const checks = objectsIn(t, found, "checks");
    t.equal(
      checks.map(({ check, outcome }) => `${check} ${outcome}`),
      PRESENTATION_CHECKS.map((name) => `${name} ${name === "form" ? "failed" : "not-checked"}`),
      "the checks are",
    );
    t.equal(checks[0]?.["code"], "type-mismatch", "the code is");
    t.that(typeof checks[0]?.["message"] === "string", "a text in `message`", JSON.stringify(checks[0]));
    // Others than key, jwk and web may be resolved as well; this one is none.
    const did = "did:mplikit:x";
    const unknown = presentationToken({ ...holder, kid: `${did}#0` }, presentation({ did }, []));
    expectWrong(t, await presentationFound(t, unknown), ["key", "did-method-unsupported", "unknown"], did);
  },
});
