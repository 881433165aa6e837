import { defineCase } from "../../case.ts";
import { isLoopback, onHost } from "../../steps/addresses.ts";
import type { Exam } from "../../exam.ts";
import { machine } from "../../steps/wares.ts";

export default defineCase({
  title: "A manifest at another origin than its node is not taken",
  requirements: ["MPLI-CAT-010@f6476844"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "fetching whatever address the node document holds",
  since: "0.1",
  writes: true,
  sequence: [
    "Catalogue->>Provider: GET /.well-known/mpli",
    "Provider-->>Catalogue: endpoint.manifest at another origin",
  ],
  async run(t: Exam) {
    const party = await t.party({ offers: [machine("vm")] });
    // Where the kit listens on all addresses of its machine, the manifest is really there.
    const hostname = isLoopback(party.origin) ? "127.0.0.1" : `www.${new URL(party.origin).hostname}`;
    await party.offers([machine("vm")], {
      node: { endpoint: { manifest: onHost(party.manifestAddress, hostname) } },
    });
    await party.rejected();
  },
});
