import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { isObject } from "../../http.ts";
import { showsExactly } from "../../steps/offers-walk.ts";
import { type Answering, MANIFEST, NODE, reply } from "../../parties/provider.ts";
import { machine } from "../../steps/wares.ts";

const FAILURES: readonly (readonly [path: string, Answering])[] = [
  [NODE, () => reply(500, "text/plain", "out of order")],
  [
    "/*",
    () => {
      throw new Error("hangs up");
    },
  ],
  [MANIFEST, () => reply(200, "text/turtle", "<a> <b> .")],
  [MANIFEST, () => reply(404, "application/problem+json", "{}")],
];

export default defineCase({
  title: "A failed harvest leaves the last good snapshot, marks it as stale and says why",
  requirements: ["MPLI-CAT-024@4e481855", "MPLI-CAT-025@6a11b402", "MPLI-CAT-030@d8e5e431"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "emptying before filling",
  since: "0.1",
  writes: true,
  sequence: [
    "Catalogue->>Provider: GET manifest",
    "Provider-->>Catalogue: 404",
    "Kit->>Catalogue: GET providers",
    "Catalogue-->>Kit: stale, the digest as before, problem.code",
  ],
  async run(t: Exam) {
    const party = await t.party({ offers: [machine("a"), machine("b")], pageSize: 1 });
    const good = await party.harvested();
    const pages = party.pages().map(({ digest }) => digest);
    for (const [path, answering] of FAILURES) {
      party.answer(path, answering);
      const entry = await party.harvestAgain(
        ({ state }) => state === "stale",
        "stale after a failed harvest",
      );
      t.equal(entry["digest"], good["digest"], "the digest after a failed harvest is");
      t.equal(entry["offers"], good["offers"], "the number of offers after a failed harvest is");
      const { code } = isObject(entry["problem"]) ? entry["problem"] : {};
      const said = typeof code === "string" && /^[a-z0-9-]+$/.test(code);
      t.that(said, "the code of the failure in `problem`", JSON.stringify(entry["problem"]) ?? "none");
      await showsExactly(t, party, pages);
      party.answer(path, undefined);
      await party.harvestAgain(({ state }) => state === "fresh", "fresh after a good harvest");
    }
  },
});
