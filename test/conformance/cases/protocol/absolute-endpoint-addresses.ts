import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { endpointsIn, nodeDocument } from "../../steps/node-document.ts";

export default defineCase({
  title: "The address of each endpoint is a whole address, with scheme and host",
  requirements: ["MPLI-PROT-006@50ecb486"],
  role: "node",
  feature: "core",
  expects: "accept",
  hunts: "paths, which a client that does not resolve them cannot use",
  since: "0.1",
  async run(t: Exam) {
    const endpoints = Object.entries(endpointsIn(t, await nodeDocument(t)));
    t.that(endpoints.length > 0, "an address in `endpoint`", "none");
    for (const [name, address] of endpoints) {
      const isAbsolute =
        typeof address === "string" && /^https?:\/\/[^/]/.test(address) && URL.canParse(address);
      t.that(isAbsolute, `a whole address as \`${name}\` in \`endpoint\``, JSON.stringify(address));
    }
  },
});
