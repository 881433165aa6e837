import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { expectMedia, graphResources } from "../../steps/graph-resources.ts";

export default defineCase({
  title: "Each media type that a refusal names as available is sent to who asks for it",
  requirements: ["MPLI-PROT-019@32ff4c3e"],
  role: "node",
  feature: "core",
  expects: "refuse",
  hunts: "a list that is written by hand and names what another resource has",
  since: "0.1",
  sequence: ["Kit->>Node: GET a graph, Accept: image/png", "Kit->>Node: GET it as each of `available`"],
  async run(t: Exam) {
    for (const address of await graphResources(t)) {
      const { available } = t.refusal(await t.get(address, { accept: "image/png" }), 406, "not-acceptable");
      const names = [available ?? []].flat().map(String);
      t.that(names.length > 0, "media types in `available`", "none");
      for (const media of names) await expectMedia(t, address, media, media);
    }
  },
});
