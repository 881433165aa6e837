import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { expectFault, issuer, listed, publishList, token } from "../../steps/credentials.ts";

export default defineCase({
  title: "A list that grows when it is inflated is not inflated to its end",
  requirements: ["MPLI-TRUST-036@f57514fa"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "half a gigabyte in half a megabyte",
  since: "0.1",
  async run(t: Exam) {
    const [one, party] = [issuer(), await t.party()];
    const list = publishList(party, one, { bytes: 100 * 1024 * 1024 });
    const compact = token(one, listed(one, list, 5));
    await expectFault(t, compact, ["status", "unknown", "status-list-too-large"], "a list of 100 MiB");
  },
});
