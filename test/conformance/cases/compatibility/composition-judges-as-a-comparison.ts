import { isDeepStrictEqual } from "node:util";
import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { type JsonObject, isObject } from "../../http.ts";
import {
  choicesIn,
  componentsIn,
  compose,
  compositionsIn,
  part,
  reportOf,
  ware,
} from "../../steps/compositions.ts";
import { ask } from "../../steps/demands.ts";
import { PLACES, price } from "../../steps/prices.ts";

export default defineCase({
  title:
    "A composition and a comparison of one demand name the same manifests and count, price and warn alike",
  requirements: ["MPLI-COMP-102@a87c4768", "MPLI-COMP-101@197f69c3"],
  role: "node",
  feature: "composition",
  expects: "accept",
  hunts: "two ways to judge, which drift apart",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const offers = [
      ware("fits", "main", {
        vcpus: 4,
        region: ["/regions/ams", "/regions/ber"],
        price: [price("0.1", "hour"), price("9", "once")],
      }),
      ware("silent", "main"),
      ware("small", "main", { vcpus: 2 }),
    ];
    await t.shelf(offers, { place: PLACES });
    const must = [
      { on: "vcpus", atLeast: "4" },
      { on: "region", within: ["NL", "https://kit.example/areas/atlantis"] },
    ];
    const component = [
      part("main", { must, usage: { hoursPerMonth: "100", "https://kit.example/ns#glow": "blue" } }),
    ];
    const demand = { currency: "EUR", component };
    const [compared, composed] = [(await ask(t, demand)).json(), reportOf(t, await compose(t, demand))];
    for (const member of ["demand", "snapshot", "credentials", "ruleVersion", "currency", "sources"])
      expectAlike(composed, compared, member);
    const warnings = ({ warnings: all }: JsonObject) =>
      [all ?? []]
        .flat()
        .map((one) => JSON.stringify(one))
        .sort();
    t.equal(warnings(composed), warnings(compared), "the warnings of both are");
    t.that(warnings(composed).length >= 1, "a warning of a term that is not evaluated", "none");
    const [one = {}] = componentsIn(t, compared);
    const [other = {}] = componentsIn(t, composed);
    expectAlike(other, one, "counts");
    const [result = {}] = [one["results"] ?? []].flat().filter(isObject);
    const [choice = {}] = compositionsIn(composed).flatMap(choicesIn);
    for (const member of ["offer", "provider", "manifest", "price"]) expectAlike(choice, result, member);

    function expectAlike(came: JsonObject, expected: JsonObject, member: string) {
      const isAlike = isDeepStrictEqual(came[member], expected[member]) && came[member] !== undefined;
      t.that(
        isAlike,
        `\`${member}\` of both: ${JSON.stringify(expected[member])}`,
        JSON.stringify(came[member]),
      );
    }
  },
});
