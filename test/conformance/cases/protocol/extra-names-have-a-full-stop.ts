import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { ENDPOINTS, FEATURES, endpointsIn, namesIn, nodeDocument } from "../../steps/node-document.ts";

export default defineCase({
  title: "Features and endpoints of a node's own have a full stop in their names",
  requirements: ["MPLI-PROT-053@16df994b"],
  role: "node",
  feature: "core",
  expects: "accept",
  hunts: "a plain word of a node's own, which a later version may give another meaning",
  since: "0.1",
  async run(t: Exam) {
    const document = await nodeDocument(t);
    const own = [
      ...namesIn(document, "feature").filter((name) => !FEATURES.includes(String(name))),
      ...Object.keys(endpointsIn(t, document)).filter((name) => !Object.hasOwn(ENDPOINTS, name)),
    ];
    for (const name of own)
      t.that(String(name).includes("."), "a full stop in a name of its own", String(name));
  },
});
