import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import { believing, policyFor } from "../../steps/evidence.ts";
import { expectUnmet } from "../../steps/prerequisites.ts";
import { answering, held, objectsIn, presentationFound, requested } from "../../steps/presentations.ts";
import { NOT_SATISFYING, askingShelf, showing } from "../../steps/showing.ts";

export default defineCase({
  title: "Who shows credentials does not choose the policy that they are believed by",
  requirements: ["MPLI-PRES-044@b75dc46e"],
  role: "node",
  feature: "presentations",
  expects: "refuse",
  hunts: "one policy for the evidence of offers and for the credentials of customers",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    if (!t.hasEndpoint("matches")) t.inapplicable("the target compares no demands");
    const shelf = await askingShelf(t);
    const [holder, by] = [issuer(), issuer()];
    const credentials = [held(holder, {}, by)];
    const request = await requested(t);
    const found = await presentationFound(t, answering(holder, credentials, request));
    const [first] = objectsIn(t, found, "credentials");
    const verdict = (first?.["verification"] as { outcome?: string } | undefined)?.outcome;
    const left = { asked: verdict === "valid" ? [] : [NOT_SATISFYING] };
    const policies = [
      policyFor([believing(by)]),
      policyFor([believing(issuer())]),
      policyFor([{ effect: "deny", issuer: [by.did] }]),
    ];
    for (const trustPolicy of policies)
      await expectUnmet(t, shelf, [
        { customer: { ...showing(holder, credentials, await requested(t)), trustPolicy }, left },
      ]);
  },
});
