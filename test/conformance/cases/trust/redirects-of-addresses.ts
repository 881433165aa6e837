import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { expectFault, issuer, listed, publishList, token } from "../../steps/credentials.ts";

export default defineCase({
  title: "No redirect is followed from an address that a credential names",
  requirements: ["MPLI-TRUST-037@f5362bfa"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "a redirect into the node's own network",
  since: "0.1",
  async run(t: Exam) {
    const [one, party] = [issuer(), await t.party()];
    const list = publishList(party, one, {});
    const { pathname } = new URL(list.address);
    party.answer("/moved", () => ({ status: 302, headers: { location: pathname }, body: new Uint8Array() }));
    const moved = { ...list, address: `${party.origin}/moved` };
    const compact = token(one, listed(one, moved, 5));
    await expectFault(t, compact, ["status", "unknown", "status-unreachable"], "a list behind a redirect");
    t.equal(
      party.asked.map(({ path }) => path),
      ["/moved"],
      "the paths that were asked are",
    );
    const inner = { ...list, address: "https://10.0.0.7/status" };
    await expectFault(
      t,
      token(one, listed(one, inner, 5)),
      ["status", "unknown", "status-unreachable"],
      "a list at a private address",
    );
  },
});
