import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";
import { outcomesOfAnyPrice } from "../../steps/prices.ts";

export default defineCase({
  title: "An offer that states no price is judged as the requirement says of absence",
  requirements: ["MPLI-COMP-042@5da4a090"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "reading absent on every property but the price",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(t, { vm: {} });
    const outcome = async (requirement = {}) =>
      (await outcomesOfAnyPrice(t, shelf, ["vm"], { requirement }))[0];
    t.equal(await outcome(), "unknown", "the outcome of a bound on the price is");
    t.equal(await outcome({ absent: "unknown" }), "unknown", "the outcome where absent is unknown is");
    t.equal(await outcome({ absent: "violated" }), "violated", "the outcome where absent is violated is");
  },
});
