import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { reply } from "../../parties/provider.ts";
import { machine } from "../../steps/wares.ts";

export default defineCase({
  title: "A page that was changed on the way, down to one price, is rejected",
  requirements: ["MPLI-CAT-013@04b0186c", "MPLI-DISC-033@f702583b"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "believing that a page is what its address says",
  since: "0.1",
  writes: true,
  sequence: ["Catalogue->>Provider: GET a page", "Provider-->>Catalogue: the page with another price"],
  async run(t: Exam) {
    const party = await t.party({ offers: [machine("a", "0.10"), machine("b", "0.20")], pageSize: 1 });
    const [{ path } = { path: "" }] = party.pages();
    const text = new TextDecoder().decode(party.usual(path).body);
    const cheaper = text.replace(/\b0\.[12]0\b/, "0.01");
    party.answer(path, () => reply(200, "text/turtle", cheaper));
    await party.rejected();
  },
});
