import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { CONTEXT } from "../../graph.ts";
import { compose, part, reportOf } from "../../steps/compositions.ts";

export default defineCase({
  title: "What cannot be read is refused for a composition as it is for a comparison",
  requirements: ["MPLI-COMP-102@a87c4768", "MPLI-COMP-100@f297a143"],
  role: "node",
  feature: "composition",
  expects: "refuse",
  hunts: "a door of its own, which takes two members of one name and contexts that nobody knows",
  since: "0.1",
  async run(t: Exam) {
    const demand = { "@context": CONTEXT, type: "Demand", component: [part("main")] };
    const text = JSON.stringify(demand);
    reportOf(t, await compose(t, demand));
    const unread: readonly (readonly [body: string, type: string])[] = [
      ["}{", "application/ld+json"],
      [text.replace("{", '{"type":"Demand",'), "application/ld+json"],
      [text.replace(CONTEXT, "https://kit.invalid/context"), "application/ld+json"],
      [text.replace('"component"', '"komponent"'), "application/ld+json"],
      ["<a> <b> .", "text/turtle"],
      [text, "text/plain"],
    ];
    for (const [body, type] of unread) {
      const [compared, composed] = await Promise.all(
        ["matches", "compose"].map((door) =>
          t.request(t.endpoint(door), { method: "POST", headers: { "content-type": type }, body }),
        ),
      );
      if (!compared || !composed) continue;
      const [status, code] = [compared.status, String(compared.json()["code"])];
      t.that(status >= 400 && status < 500, `a refusal of ${body.slice(0, 40)} as ${type}`, String(status));
      t.refusal(composed, status, code);
    }
  },
});
