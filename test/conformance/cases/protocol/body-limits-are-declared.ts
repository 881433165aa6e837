import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { nodeDocument } from "../../steps/node-document.ts";
import { isObject } from "../../http.ts";

const LIMITS = { publishing: "manifestBytes", matching: "demandBytes" };

export default defineCase({
  title: "A node declares the largest manifest and the largest demand that it takes",
  requirements: ["MPLI-PROT-036@247e5842"],
  role: "node",
  feature: "core",
  expects: "accept",
  hunts: "a limit that clients meet by surprise, or one with a unit",
  since: "0.1",
  async run(t: Exam) {
    const { limits } = await nodeDocument(t);
    const needed = Object.entries(LIMITS).filter(([name]) => t.declared.features.has(name));
    if (needed.length === 0) t.inapplicable("the node takes neither manifests nor demands");
    for (const [, name] of needed) {
      const limit = isObject(limits) ? limits[name] : undefined;
      const isCount = typeof limit === "number" && Number.isInteger(limit) && limit > 0;
      t.that(isCount, `a number of bytes as \`${name}\` in \`limits\``, JSON.stringify(limit ?? null));
    }
  },
});
