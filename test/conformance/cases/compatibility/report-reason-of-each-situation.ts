import { defineCase } from "../../case.ts";
import { requirementsOf, resultsOf, shelfOf } from "../../steps/demands.ts";
import { PLACES, inRegion, price } from "../../steps/prices.ts";
import { REASONS } from "../../steps/reasons.ts";

/** Where no credential is looked at. */
const NO_EVIDENCE = "evidence-not-checked";
/** Where the node has looked by now: at nothing, or at the signature under its own manifest. */
const WHEN_LOOKED = ["evidence-missing", "evidence-too-weak"] as const;

/** Facts of one offer, a requirement on it, and the reason that they give. */
const SITUATIONS = [
  [{ vcpus: 4 }, { on: "vcpus", atLeast: "4" }, "met"],
  [{ vcpus: 4 }, { on: "vcpus", moreThan: "4" }, "below-minimum"],
  [{ vcpus: 4 }, { on: "vcpus", atMost: "3" }, "above-maximum"],
  [{ engine: "mysql" }, { on: "engine", is: "postgresql" }, "not-equal"],
  [{ engine: "mysql" }, { on: "engine", isOneOf: ["postgresql", "mariadb"] }, "not-in-list"],
  [{ region: "/regions/nyc" }, { on: "region", within: "EU" }, "outside-area"],
  [{ cpuModel: "EPYC 9554" }, { on: "cpuModel", matches: "^Xeon" }, "pattern-not-matched"],
  [{}, { on: "certification", is: "C5" }, "not-stated-closed"],
  [{}, { on: "vcpus", atLeast: "1", absent: "violated" }, "not-stated-closed"],
  [{}, { on: "vcpus", atLeast: "1" }, "not-stated"],
  [{}, { on: "price", atMost: "1" }, "not-stated"],
  [{ engineVersion: "16" }, { on: "engineVersion", atLeast: "16.4" }, "too-coarse"],
  [{ region: "/regions/unplaced" }, { on: "region", within: "EU" }, "area-unknown"],
  [{ vcpus: 4 }, { on: "vcpus", is: "4", evidence: "accredited" }, NO_EVIDENCE],
  [{ engineVersion: "latest" }, { on: "engineVersion", atLeast: "16" }, "malformed-value"],
  [{ price: price("1.0", "month", { currency: "USD" }) }, { on: "price", atMost: "9" }, "currency-differs"],
  [{ price: { amount: "1.0", per: "month" } }, { on: "price", atMost: "9" }, "currency-not-stated"],
  [{ price: price("1.0", "once") }, { on: "price", atMost: "9" }, "usage-based"],
  [
    { region: "/regions/ams", price: price("1.0", "month", inRegion("nyc")) },
    { on: "price", atMost: "9" },
    "not-priced-there",
  ],
] as const;

export default defineCase({
  title: "Each way to meet a requirement or not has its own reason",
  requirements: ["MPLI-COMP-052@1a881366"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "one reason for all that is too little, too much or another, and one for all that is unknown",
  since: "0.1",
  writes: true,
  async run(t) {
    const offers = SITUATIONS.map(([facts], index) => [`offer-${index}`, facts] as const);
    const place = [...PLACES, { id: "/regions/unplaced", type: "Region" }];
    const shelf = await shelfOf(t, Object.fromEntries(offers), { place });
    const components = SITUATIONS.map(([, requirement]) => ({ should: [requirement] }));
    const result = await resultsOf(t, shelf, components, { currency: "EUR" });
    for (const [index, [, requirement, expected]] of SITUATIONS.entries()) {
      const [found] = requirementsOf(result(index, `offer-${index}`));
      const looked = WHEN_LOOKED.find((each) => each === found?.["reason"]);
      const mayLook = expected === NO_EVIDENCE && t.declared.features.has("evidence");
      const reason = (mayLook && looked) || expected;
      const came = [found?.["reason"], found?.["outcome"]];
      t.equal(came, [reason, REASONS[reason]], `${JSON.stringify(requirement)} comes to`);
    }
  },
});
