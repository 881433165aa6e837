import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { brief } from "../../http.ts";
import { issuer } from "../../steps/credentials.ts";
import { CLERK, NAME, OF_COMPANY, companyOf, mandateOf, presenting } from "../../steps/mandates.ts";
import { expectUnmet } from "../../steps/prerequisites.ts";
import { requested } from "../../steps/presentations.ts";
import { shelfOf } from "../../steps/demands.ts";
import { NOT_SATISFYING, asking, obstacleFor, reportFor, shown } from "../../steps/showing.ts";

export default defineCase({
  title:
    "A prerequisite that asks for a mandate is met by one for its holder alone, and no report says whose it is",
  requirements: ["MPLI-PRES-048@dc43bd53", "MPLI-PRES-043@a1ce201f", "MPLI-PRES-046@6e586653"],
  role: "node",
  feature: "presentations",
  expects: "refuse",
  hunts: "orders by whoever has a copy of somebody's mandate",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    if (!t.hasEndpoint("matches")) t.inapplicable("the target compares no demands");
    const shelf = await shelfOf(t, {
      clerk: asking({ credentials: [{ ...CLERK, require_cryptographic_holder_binding: false }] }),
      company: asking(OF_COMPANY),
    });
    const holder = issuer();
    const customer = async (...texts: readonly string[]) => {
      const request = await requested(t);
      return { ...shown(presenting(holder, texts, request)), presentationRequest: request.id };
    };
    const mandate = mandateOf(holder);
    await expectUnmet(t, shelf, [
      { customer: await customer(mandate), left: { clerk: [], company: [NOT_SATISFYING] } },
      { customer: await customer(companyOf(), mandate), left: { clerk: [], company: [] } },
    ]);
    for (const offer of ["clerk", "company"]) {
      const borrowed = await customer(mandateOf(issuer()), companyOf());
      const { missing } = await obstacleFor(t, shelf, borrowed, offer);
      const expected = [{ credential: "clerk", presented: 0, code: "holder-not-subject" }];
      t.equal(missing, expected, `\`missing\` of the offer ${offer} is`);
    }
    const report = JSON.stringify(await reportFor(t, shelf, await customer(mandate)));
    for (const said of [NAME, holder.did, mandate])
      t.that(!report.includes(said), `nothing of ${brief(said)}`, brief(report));
  },
});
