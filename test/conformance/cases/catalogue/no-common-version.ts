import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { isObject } from "../../http.ts";
import { MANIFEST } from "../../parties/provider.ts";
import { machine } from "../../steps/wares.ts";

export default defineCase({
  title: "A node of other versions of the protocol is left alone",
  requirements: ["MPLI-CAT-043@9d1a082a", "MPLI-PROT-047@eae8d03b"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "reading on in the hope that nothing has changed",
  since: "0.1",
  writes: true,
  sequence: [
    "Catalogue->>Provider: GET /.well-known/mpli",
    "Provider-->>Catalogue: protocolVersion is 9.0",
    "Kit->>Catalogue: GET providers",
    "Catalogue-->>Kit: problem.code is no-common-version",
  ],
  async run(t: Exam) {
    const party = await t.party({ offers: [machine("vm")] });
    for (const version of ["9.0", "0.10"].filter((one) => !t.declared.versions.includes(one))) {
      await party.offers([machine("vm")], { node: { protocolVersion: [version] } });
      const { problem } = await party.rejected();
      t.equal(
        isObject(problem) && problem["code"],
        "no-common-version",
        `the code for version ${version} is`,
      );
      await party.withdraw();
    }
    const asked = party.asked.filter(({ path }) => path === MANIFEST);
    t.equal(asked.length, 0, "the number of requests for the manifest is");
  },
});
