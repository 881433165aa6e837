import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { CLERK, COMPANY, POWER } from "../../steps/mandates.ts";
import { ask } from "../../steps/presentations.ts";

export default defineCase({
  title: "A query whose mandate cannot be read is refused",
  requirements: ["MPLI-PRES-049@5bf50465"],
  role: "node",
  feature: "presentations",
  expects: "refuse",
  hunts: "a mandate that nobody looks at, since nobody could read what for",
  since: "0.1",
  async run(t: Exam) {
    const asking = (mandate: unknown) => ({
      dcql_query: { credentials: [{ ...CLERK, mandate }, COMPANY, { ...CLERK, id: "other" }] },
    });
    t.status(await ask(t, asking({ power: POWER, organization: "company" })), 200);
    const { function: duty, action } = POWER;
    for (const mandate of [
      "Order",
      true,
      [],
      {},
      { power: "Order" },
      { power: { function: duty } },
      { power: { action } },
      { power: { ...POWER, function: 1 } },
      { power: { ...POWER, action: ["Order"] } },
      { power: { ...POWER, domain: "" } },
      { power: POWER, organization: "VATES-B12345678" },
      { power: POWER, organization: "clerk" },
      { power: POWER, organization: "other" },
      { power: POWER, organization: ["company"] },
    ])
      t.refusal(await ask(t, asking(mandate)), 422, "malformed-query");
  },
});
