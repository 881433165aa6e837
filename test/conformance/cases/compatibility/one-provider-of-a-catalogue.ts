import { createHash } from "node:crypto";
import { defineCase } from "../../case.ts";
import { RARE } from "../../steps/demands.ts";
import type { Exam } from "../../exam.ts";
import { CONTEXT } from "../../graph.ts";
import { askWith, onlyComponent } from "../../steps/reports.ts";
import { sourcesOf } from "../../steps/sources.ts";

export default defineCase({
  title: "With the DID of one provider, a report is on its offers alone, down to counts and sources",
  requirements: ["MPLI-COMP-113@a3e09c0b"],
  role: "catalogue",
  feature: "matching",
  expects: "refuse",
  hunts: "leaving others out of the list, and in the counts, the shortfalls, the sources or the snapshot",
  since: "0.1",
  writes: true,
  sequence: ["Kit->>Catalogue: POST matches?provider=did", "Catalogue-->>Kit: 200, one provider's offers"],
  async run(t: Exam) {
    const sold = (id: string, engine: string) => ({ id, class: RARE, engine });
    const party = await t.party({ offers: [sold("fits", "neo4j"), sold("differs", "janusgraph")] });
    const other = await t.party({ offers: [sold("a", "neo4j"), sold("b", "other"), sold("c", "another")] });
    for (const one of [party, other]) await one.harvested();
    const component = [{ class: RARE, must: [{ on: "engine", is: "neo4j" }] }];
    const demand = { "@context": CONTEXT, type: "Demand", component };
    const query = (did: string) => `?${new URLSearchParams({ provider: did, limit: "10" })}`;
    const answer = await askWith(t, demand, query(party.did));
    const { results, component: report } = onlyComponent(t, answer);
    t.equal(
      results.map(({ offer }) => offer),
      [party.offer("fits"), party.offer("differs")],
      "the offers of the provider in order are",
    );
    t.equal(report["counts"], { compatible: 1, undetermined: 0, incompatible: 1 }, "the counts are");
    t.equal(
      report["shortfalls"],
      [{ on: "engine", expected: { is: "neo4j" }, reasons: { "not-equal": 1 }, alone: 1 }],
      "the shortfalls are",
    );
    const sources = sourcesOf(t, answer);
    t.equal(sources, [{ provider: party.did, manifest: party.digest() }], "the sources are");
    const line = `${party.did} ${party.digest()}\n`;
    const named = createHash("sha256").update(line).digest("hex");
    t.equal(answer.json()["snapshot"], named, "the snapshot of this provider's manifest is");
    const others = onlyComponent(t, await askWith(t, demand, query(other.did)));
    t.equal(
      others.component["counts"],
      { compatible: 1, undetermined: 0, incompatible: 2 },
      "the counts of the other are",
    );
  },
});
