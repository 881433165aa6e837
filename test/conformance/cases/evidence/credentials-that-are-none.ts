import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { isObject } from "../../http.ts";
import { reply } from "../../parties/provider.ts";
import { certifiedParty, expectReason } from "../../steps/evidence.ts";

export default defineCase({
  title: "A manifest is harvested whatever its links lead to",
  requirements: ["MPLI-EVID-006@723bb15f", "MPLI-EVID-007@2339da08"],
  role: "catalogue",
  feature: "evidence",
  expects: "refuse",
  hunts: "failing a harvest for one bad credential",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const party = await certifiedParty(t, (self) => {
      self.answer("/kit/page.html", () => reply(200, "text/html", "<h1>Certified!</h1>"));
      self.answer("/kit/json", () => reply(200, "application/json", "{}"));
      self.answer("/kit/empty", () => reply(200, "application/vc+jwt", ""));
      return [
        `${self.origin}/kit/page.html`,
        `${self.origin}/kit/json`,
        `${self.origin}/kit/empty`,
        "data:text/plain,hello",
      ];
    });
    await expectReason(t, party, "asserted", "met");
    const { credentials } = await party.listed();
    for (const entry of [credentials ?? []].flat().filter(isObject))
      t.that(
        typeof entry["fault"] === "string",
        "a fault with each link that leads to no credential",
        JSON.stringify(entry),
      );
  },
});
