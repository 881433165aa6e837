import { defineCase } from "../../case.ts";
import { isObject } from "../../http.ts";
import { MANIFEST, type Party, reply } from "../../parties/provider.ts";
import { machine } from "../../steps/wares.ts";

/** Ways to fail, each with the code that the table has for it. */
const FAILURES: readonly (readonly [string, (party: Party) => void])[] = [
  ["unexpected-status", (party) => party.answer(MANIFEST, () => reply(500, "text/plain", "oh"))],
  ["unexpected-media-type", (party) => party.answer(MANIFEST, () => reply(200, "text/html", "<html>"))],
  ["no-manifest-node", (party) => party.answer(MANIFEST, () => reply(200, "text/turtle", ""))],
  [
    "page-digest-mismatch",
    (party) => {
      const [one, two] = party.pages().map(({ path }) => path);
      party.answer(one ?? "", () => party.usual(two ?? ""));
    },
  ],
];

export default defineCase({
  title: "A catalogue names the failure of a harvest by the code of the table",
  requirements: ["MPLI-CAT-048@7a2bb685"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "one code for every failure, so that a provider does not learn what to mend",
  since: "0.1",
  writes: true,
  async run(t) {
    const party = await t.party({ offers: [machine("a"), machine("b")], pageSize: 1 });
    for (const [code, fail] of FAILURES) {
      party.answer(MANIFEST, undefined);
      fail(party);
      const { problem } = await party.rejected();
      t.equal(isObject(problem) ? problem["code"] : problem, code, "the code of the failure is");
      await party.withdraw();
    }
  },
});
