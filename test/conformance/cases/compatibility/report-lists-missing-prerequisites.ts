import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { RARE } from "../../steps/demands.ts";
import { type JsonObject, isObject } from "../../http.ts";

export default defineCase({
  title: "Each prerequisite that the demand does not meet is an obstacle that says so, and no other",
  requirements: ["MPLI-COMP-053@3872706e"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "listing all prerequisites, the first only, or none where the offer is incompatible anyway",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
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
      for (const obstacle of obstacles) {
        const { outcome, found, message } = obstacle;
        t.equal(outcome, "unknown", "the outcome of the obstacle is");
        const says = found !== undefined && typeof message === "string" && message.length > 0;
        t.that(says, "what was `found` and a sentence in `message`", JSON.stringify(obstacle));
      }
    }
  },
});

function obstaclesOf(result: JsonObject | undefined, reason: string): JsonObject[] {
  const obstacles = [result?.["obstacles"] ?? []].flat().filter(isObject);
  return obstacles.filter((one) => one["reason"] === reason);
}
