import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { shelfOf } from "../../steps/demands.ts";
import { type Fact, factsOf, findings } from "../../steps/findings.ts";

const PLACES = [
  { id: "/regions/ams", type: "Region", within: "NL" },
  { id: "/regions/ams-1", type: "Region", within: "/regions/ams" },
  { id: "/regions/nyc", type: "Region", within: "US" },
];

/** Areas that the zone in Amsterdam lies in, the nearest first. */
const AREAS = ["NL", "EU"];

export default defineCase({
  title: "Where a place is within an area, the steps lead from the place to the area",
  requirements: ["MPLI-COMP-087@1b2b2248"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "naming the place alone, so that nobody can check why it is within the area",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const region = ["/regions/ams-1", "/regions/nyc"];
    const shelf = await shelfOf(t, { db: { region } }, { place: PLACES });
    const place = (path: string) => new URL(path, shelf.offer("db")).href;
    const found = await findings(
      t,
      shelf,
      "db",
      AREAS.map((area) => ({ on: "region", within: area })),
    );
    for (const [index, area] of AREAS.entries()) {
      const facts = factsOf(found[index] ?? {});
      const zone = place("/regions/ams-1");
      const isStated = facts.some((fact) => fact.join() === [shelf.offer("db"), "region", zone].join());
      t.that(isStated, "the region of the offer that is within the area", JSON.stringify(facts));
      t.that(leadsTo(area, zone, facts), `steps from the zone to ${area}`, JSON.stringify(facts));
    }
  },
});

/** Whether steps of `within` lead from the place to the area. */
function leadsTo(area: string, place: string, facts: readonly Fact[]): boolean {
  if (place === area) return true;
  const rest = facts.filter(([subject]) => subject !== place);
  const above = facts.flatMap(([subject, path, value]) =>
    subject === place && path === "within" ? value : [],
  );
  return above.some((next) => leadsTo(area, next, rest));
}
