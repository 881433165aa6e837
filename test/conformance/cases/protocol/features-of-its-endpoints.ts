import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { ENDPOINTS, endpointsIn, namesIn, nodeDocument } from "../../steps/node-document.ts";

export default defineCase({
  title: "A node lists the feature core, and the feature of each endpoint that it serves",
  requirements: ["MPLI-PROT-005@b20b096a"],
  role: "node",
  feature: "core",
  expects: "accept",
  hunts: "a list of features that was not extended when an endpoint was added",
  since: "0.1",
  async run(t: Exam) {
    const document = await nodeDocument(t);
    const features = namesIn(document, "feature");
    const needed = Object.keys(endpointsIn(t, document)).map((name) => ENDPOINTS[name]?.feature ?? "core");
    for (const feature of new Set(["core", ...needed]))
      t.that(features.includes(feature), `${feature} in \`feature\``, JSON.stringify(features));
  },
});
