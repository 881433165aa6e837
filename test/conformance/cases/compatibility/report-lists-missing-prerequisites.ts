import { defineCase } from "../../case.ts";
import { RARE } from "../../steps/demands.ts";
import { type JsonObject, isObject } from "../../http.ts";

export default defineCase({
  title: "Each prerequisite that the demand does not present is an obstacle, and no other",
  requirements: ["MPLI-COMP-053@a02217c4"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "listing all prerequisites, the first only, or none where the offer is incompatible anyway",
  since: "0.1",
  writes: true,
  async run(t) {
    const [asked, ofTheOffer] = [["legal-person", "business-email"], "signed-contract"];
    const shelf = await t.shelf([{ id: "vm", class: RARE, prerequisite: { ask: ofTheOffer } }], {
      provider: { prerequisite: asked.map((ask) => ({ ask })) },
    });
    const component = [{ class: RARE, must: [{ on: "vcpus", atLeast: "1", absent: "violated" }] }];
    const missing = async (presents: readonly string[]) => {
      const [result] = await shelf.results({ component, presents });
      return obstaclesOf(result, "prerequisite-not-presented");
    };
    for (const presents of [
      [],
      ["legal-person"],
      ["business-email", "legal-person"],
      [...asked, ofTheOffer],
    ]) {
      const expected = [...asked, ofTheOffer].filter((one) => !presents.includes(one)).toSorted();
      const obstacles = await missing(presents);
      const named = expected.filter((one) =>
        obstacles.some((obstacle) => JSON.stringify(obstacle).includes(one)),
      );
      t.equal(named, expected, `the obstacles for who presents ${presents.join(" and ") || "nothing"} are`);
      t.equal(obstacles.length, expected.length, "the number of obstacles is");
    }
  },
});

function obstaclesOf(result: JsonObject | undefined, reason: string): JsonObject[] {
  const obstacles = [result?.["obstacles"] ?? []].flat().filter(isObject);
  return obstacles.filter((one) => one["reason"] === reason);
}
