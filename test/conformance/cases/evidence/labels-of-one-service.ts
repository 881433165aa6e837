import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { RARE } from "../../steps/demands.ts";
import { expectReason } from "../../steps/evidence.ts";
import { expectLabel, gaiaX, labelOver, labelling, sound } from "../../steps/labels.ts";

export default defineCase({
  title: "A label of a service counts for the one offer that the service is",
  requirements: ["MPLI-EVID-042@065bcb97"],
  role: "catalogue",
  feature: "evidence",
  expects: "refuse",
  hunts: "one labelled service for all that a provider sells",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const given = await labelling(t);
    const { party, own, house, person, number } = given;
    const offers = ["g", "h"].map((id) => ({ id, class: RARE }));
    const service = gaiaX(own, "gx:ServiceOffering", { id: party.offer("g"), "gx:keyword": "test" });
    const label = await labelOver(house, [...sound(given), [service, "gx:ServiceOffering"]]);
    const links = [label, person, number, service];
    await expectLabel(t, given, links, "met", { offers, offer: "g" });
    await expectReason(t, party, "attested", "evidence-of-another", { is: "GaiaXLabelLevel1", offer: "h" });
  },
});
