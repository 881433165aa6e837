import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import { shelfOf } from "../../steps/demands.ts";
import { expectUnmet } from "../../steps/prerequisites.ts";
import { held, requested } from "../../steps/presentations.ts";
import { NOT_PRESENTED, TOKEN, asking, showing } from "../../steps/showing.ts";

export default defineCase({
  title: "No word meets a prerequisite that asks for credentials, and nothing one whose query is none",
  requirements: ["MPLI-PRES-042@f44cb520"],
  role: "node",
  feature: "presentations",
  expects: "refuse",
  hunts: "passing over a query, or over one that cannot be read",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    if (!t.hasEndpoint("matches")) t.inapplicable("the target compares no demands");
    const long = { id: "a", format: "vc+jwt", meta: {}, note: "x".repeat(17_000) };
    const shelf = await shelfOf(t, {
      asked: asking(),
      empty: asking({ credentials: [] }),
      foreign: asking({ credentials: [{ id: "a", format: "mso_mdoc", meta: {} }] }),
      long: asking({ credentials: [long] }),
      plain: { prerequisite: { ask: TOKEN } },
    });
    const holder = issuer();
    const said = { presents: [TOKEN] };
    const never = { empty: [NOT_PRESENTED], foreign: [NOT_PRESENTED], long: [NOT_PRESENTED] };
    await expectUnmet(t, shelf, [
      { customer: {}, left: { asked: [NOT_PRESENTED], ...never, plain: [NOT_PRESENTED] } },
      { customer: said, left: { asked: [NOT_PRESENTED], ...never, plain: [] } },
      {
        customer: { ...said, ...showing(holder, [held(holder)], await requested(t)) },
        left: { asked: [], ...never, plain: [] },
      },
    ]);
  },
});
