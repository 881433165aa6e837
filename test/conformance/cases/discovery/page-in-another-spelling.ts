import { Writer } from "n3";
import { defineCase } from "../../case.ts";
import { parseGraph } from "../../graph.ts";
import { threeOnPages } from "../../steps/pages-at-a-catalogue.ts";
import { reply } from "../../parties/provider.ts";

export default defineCase({
  title: "A catalogue takes a page whose graph has the digest, however it is written",
  requirements: ["MPLI-DISC-033@f702583b", "MPLI-DISC-017@04e45bbd"],
  role: "catalogue",
  feature: "core",
  expects: "accept",
  hunts: "a digest over the bytes that came",
  since: "0.1",
  writes: true,
  async run(t) {
    const party = await t.party(threeOnPages());
    for (const { path } of party.pages())
      party.answer(path, async (_, usual) => {
        const graph = await parseGraph(
          new TextDecoder().decode(usual.body),
          "text/turtle",
          party.manifestAddress,
        );
        const lines = new Writer({ format: "N-Triples" })
          .quadsToString([...graph.store])
          .trim()
          .split("\n");
        return reply(
          200,
          "text/turtle",
          `# one statement a line\n${lines.reverse().join("\n")}\n`,
          usual.headers,
        );
      });
    const { state } = await party.harvested();
    t.equal(state, "fresh", "the state of the provider is");
  },
});
