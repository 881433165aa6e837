import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { machine } from "../../steps/wares.ts";

export default defineCase({
  title: "A catalogue registers the origin of the address that its operator names",
  requirements: ["MPLI-CAT-001@d3caecc2", "MPLI-CAT-028@a06f1d83"],
  role: "catalogue",
  feature: "core",
  expects: "accept",
  hunts: "keeping the whole address, or taking bare origins only",
  since: "0.1",
  writes: true,
  sequence: [
    "Kit->>Catalogue: POST providers, url of a page of the provider",
    "Catalogue-->>Kit: 201",
    "Kit->>Catalogue: GET providers",
    "Catalogue-->>Kit: the provider, with its origin as node",
  ],
  async run(t: Exam) {
    const party = await t.party({ offers: [machine("vm")] });
    await party.register(`${party.origin}/about/us?of=them#here`);
    const { node } = await party.listed(undefined, "at all");
    t.equal(node, party.origin, "`node` of the provider is");
  },
});
