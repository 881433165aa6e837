import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { namesIn, nodeDocument } from "../../steps/node-document.ts";

export default defineCase({
  title: "Each version of the protocol is a string of two numbers with a full stop between them",
  requirements: ["MPLI-PROT-045@9b46645d"],
  role: "node",
  feature: "core",
  expects: "accept",
  hunts: "the JSON number 0.1, a v before it, or the version of the software",
  since: "0.1",
  async run(t: Exam) {
    const versions = namesIn(await nodeDocument(t), "protocolVersion");
    t.that(versions.length > 0, "an entry in `protocolVersion`", "none");
    for (const version of versions) {
      const isOne = typeof version === "string" && /^\d+\.\d+$/.test(version);
      t.that(isOne, 'entries such as "0.1" in `protocolVersion`', JSON.stringify(version));
    }
  },
});
