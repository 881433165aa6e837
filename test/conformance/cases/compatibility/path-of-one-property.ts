import { defineCase } from "../../case.ts";
import { type Outcome, expectOutcomes, shelfOf } from "../../steps/demands.ts";
import type { JsonObject } from "../../http.ts";

export default defineCase({
  title: "A path of one property means the same as the property in `on`",
  requirements: ["MPLI-COMP-068@b4b50f90"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "reading the list as a node, or the certification as itself and not by its scheme",
  since: "0.1",
  writes: true,
  async run(t) {
    const facts = { memory: "32 GiBy", engineVersion: ["15", "16"], certification: [{ scheme: "C5" }] };
    const shelf = await shelfOf(t, { one: facts });
    const rows: readonly (readonly [on: string, bound: JsonObject, outcome: Outcome])[] = [
      ["memory", { atLeast: "32 GiBy" }, "satisfied"],
      ["memory", { moreThan: "32 GiBy" }, "violated"],
      ["engineVersion", { atLeast: "16" }, "satisfied"],
      ["engineVersion", { atLeast: "16.4" }, "unknown"],
      ["certification", { is: "C5" }, "satisfied"],
      ["certification", { is: "ENS" }, "violated"],
      ["region", { within: "EU" }, "unknown"],
      ["region", { within: "EU", absent: "violated" }, "violated"],
    ];
    await expectOutcomes(
      t,
      shelf,
      rows.flatMap(([on, bound, outcome]) => [
        { offer: "one", requirement: { path: [on], ...bound }, outcome },
        { offer: "one", requirement: { on, ...bound }, outcome },
      ]),
    );
  },
});
