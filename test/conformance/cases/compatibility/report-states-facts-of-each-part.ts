import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";
import { factsOf, findings, partsOf } from "../../steps/findings.ts";

export default defineCase({
  title: "Each part of a joined requirement names the statements that it rests on itself",
  requirements: ["MPLI-COMP-087@1b2b2248", "MPLI-COMP-086@389ef830"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "facts of the whole at every part, or of the part that decides alone",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(t, { db: { engineVersion: "15", memory: "64 GiBy" } });
    const anyOf = [
      { on: "engineVersion", atLeast: "16" },
      { on: "memory", atLeast: "32 GiBy" },
    ];
    const [joined = {}] = await findings(t, shelf, "db", [{ anyOf }]);
    const facts = new Map(partsOf(joined).map((part) => [part["on"], factsOf(part)]));
    const offer = shelf.offer("db");
    t.equal(
      facts.get("engineVersion"),
      [[offer, "engineVersion", "15"]],
      "the facts of the part on the version are",
    );
    t.equal(facts.get("memory"), [[offer, "memory", "64 GiBy"]], "the facts of the part on the memory are");
  },
});
