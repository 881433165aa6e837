import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { demandForWhatMayBeSold } from "../../steps/reports.ts";
import { reportIn } from "../../steps/report-media.ts";

export default defineCase({
  title: "A request that takes a report in no media type of the node's gets none in another",
  requirements: ["MPLI-COMP-094@21524bd1"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "sending JSON to whoever asks for a picture",
  since: "0.1",
  sequence: ["Kit->>Node: POST matches, Accept: image/png", "Node-->>Kit: 406 not-acceptable"],
  async run(t: Exam) {
    const demand = await demandForWhatMayBeSold(t);
    await reportIn(t, "application/json", demand);
    for (const accept of ["image/png", "application/json;q=0, application/ld+json;q=0, image/png"]) {
      const answer = await t.request(t.endpoint("matches"), {
        method: "POST",
        headers: { accept },
        body: demand,
      });
      t.refusal(answer, 406, "not-acceptable");
    }
  },
});
