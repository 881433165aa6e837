import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { isObject } from "../../http.ts";
import { RARE, shelfOf } from "../../steps/demands.ts";
import { onlyComponent } from "../../steps/reports.ts";

const OFFERS = {
  better: { engineVersion: "16" },
  silent: {},
  older: { engineVersion: "14" },
  oldest: { engineVersion: "13" },
};

export default defineCase({
  title: "Each candidate counts once, by its verdict",
  requirements: ["MPLI-COMP-048@16735c67"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "counting what is undetermined as one or the other, or an offer for each of its alternatives",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const demand = { component: [{ class: RARE, must: [{ on: "engineVersion", atLeast: "15" }] }] };
    const none = await shelfOf(t, {});
    const before = onlyComponent(t, await none.ask(demand)).component["counts"];
    const shelf = await shelfOf(t, OFFERS);
    const after = onlyComponent(t, await shelf.ask(demand)).component["counts"];
    t.that(isObject(before) && isObject(after), "`counts` of the component", JSON.stringify(after));
    // A catalogue knows other offers of the class, which do not change meanwhile.
    const more = ["compatible", "undetermined", "incompatible"].map(
      (name) => Number(after[name]) - Number(before[name]),
    );
    t.equal(more, [1, 1, 2], "the candidates of each verdict that came with four offers are");
  },
});
