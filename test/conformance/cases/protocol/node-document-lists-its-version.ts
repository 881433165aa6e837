import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { namesIn, nodeDocument } from "../../steps/node-document.ts";

export default defineCase({
  title: "A node lists the version of the protocol in which it is examined",
  requirements: ["MPLI-PROT-003@b592fea9"],
  role: "node",
  feature: "core",
  expects: "accept",
  hunts: "naming only the newest version, so that older clients go away",
  since: "0.1",
  async run(t: Exam) {
    const versions = namesIn(await nodeDocument(t), "protocolVersion");
    t.that(versions.includes("0.1"), '"0.1" in `protocolVersion`', JSON.stringify(versions));
  },
});
