import { defineCase } from "../../case.ts";
import { RARE, expectRefused } from "../../steps/demands.ts";
import { MOST, requirements } from "../../steps/numbers.ts";
import type { JsonObject } from "../../http.ts";

const asking = (...must: readonly JsonObject[]) => ({ component: [{ class: RARE, must }] });

export default defineCase({
  title: "Requirements within `anyOf`, `allOf` and `not` count like those that join them",
  requirements: ["MPLI-COMP-067@d80b505f"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "counting the outermost requirements only, so that a small demand costs as much as it likes",
  since: "0.1",
  async run(t) {
    const [some, rest] = [requirements(20), requirements(MOST.requirements - 22)];
    // One that joins, 20 parts, one that joins, and 42 parts.
    const sound = asking({ anyOf: some }, { allOf: rest });
    await expectRefused(t, "too-many-requirements", {
      sound,
      broken: [
        asking({ anyOf: requirements(MOST.requirements) }),
        asking({ anyOf: some }, { allOf: rest }, { on: "memory", atLeast: "1 GiBy" }),
        asking({ allOf: [{ anyOf: some }, { not: { allOf: rest } }] }),
      ],
    });
  },
});
