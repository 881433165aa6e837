import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { machine } from "../../steps/wares.ts";

export default defineCase({
  title: "Nobody but the operator has a catalogue forget a provider",
  requirements: ["MPLI-CAT-007@ad7f0ada"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "a guarded registration beside an open withdrawal",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const party = await t.party({ offers: [machine("vm")] });
    await party.harvested();
    for (const authorization of [undefined, "Bearer not-the-operator"]) {
      const answer = await t.request(t.endpoint("providers"), {
        method: "DELETE",
        headers: { "content-type": "application/json", ...(authorization ? { authorization } : {}) },
        body: JSON.stringify({ url: party.origin }),
      });
      t.refusal(answer, 401, "operator-only");
    }
    await party.listed(({ digest }) => digest === party.digest(), "as before");
  },
});
