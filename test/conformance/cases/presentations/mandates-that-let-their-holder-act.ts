import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import { CLERK, OF_COMPANY, POWER, companyOf, mandateOf, missingOf } from "../../steps/mandates.ts";
import { keyBound, presentationFound, requested } from "../../steps/presentations.ts";

export default defineCase({
  title: "A mandate answers a query for what it lets its holder do, for the organisation that is asked for",
  requirements: ["MPLI-PRES-048@dc43bd53"],
  role: "node",
  feature: "presentations",
  expects: "accept",
  hunts: "a mandate that counts for nothing",
  since: "0.1",
  async run(t: Exam) {
    const holder = issuer();
    const mandate = mandateOf(holder);
    const { domain: _, ...anywhere } = POWER;
    for (const [what, query, texts] of [
      ["a mandate", { credentials: [CLERK] }, [mandate]],
      ["a mandate in any domain", { credentials: [{ ...CLERK, mandate: { power: anywhere } }] }, [mandate]],
      ["a mandate of a company that is shown", OF_COMPANY, [mandate, companyOf()]],
      ["a mandate and another that does not do", OF_COMPANY, [mandateOf(issuer()), companyOf(), mandate]],
      [
        "a mandate for these years",
        { credentials: [CLERK] },
        [
          mandateOf(holder, {
            life_span: { start_date_time: "2026-01-01T00:00:00Z", end_date_time: "2126-01-01T00:00:00Z" },
          }),
        ],
      ],
    ] as const)
      t.equal(await missingOf(t, what, { query, holder, texts }), [], `what is missing of ${what} is`);
    const request = await requested(t, { credentials: [CLERK] });
    const bound = keyBound(holder, mandateOf(holder, { mandatee: {} }), request);
    const found = await presentationFound(t, bound, { request: request.id }, "application/dc+sd-jwt");
    t.equal(found["satisfied"], true, "`satisfied` for a mandate with the key that it is bound to is");
  },
});
