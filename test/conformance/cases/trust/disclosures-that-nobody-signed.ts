import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { expectFault, expectValid, issuer } from "../../steps/credentials.ts";
import { digestOf, disclosure, sdJwt } from "../../steps/sd-jwts.ts";

export default defineCase({
  title: "What is disclosed is what the issuer made disclosable, each once and in its place",
  requirements: ["MPLI-TRUST-054@e0bbed01"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "claims that a holder adds, repeats or moves",
  since: "0.1",
  async run(t: Exam) {
    const one = issuer();
    const [name, element] = [disclosure("salt", "name", "Kit"), disclosure("salt", "an element")];
    const asked = { _sd: [digestOf(name)] };
    await expectValid(t, sdJwt(one, { claims: asked, disclosures: [name] }), "the sound one");
    const tricks = {
      "a disclosure that no digest asks for": { disclosures: [name] },
      "a disclosure that comes twice": { claims: asked, disclosures: [name, name] },
      "a digest that stands twice": {
        claims: { ...asked, address: { _sd: [digestOf(name)] } },
        disclosures: [name],
      },
      "a name that is there already": { claims: { ...asked, name: "Other" }, disclosures: [name] },
      "an element where a member belongs": { claims: { _sd: [digestOf(element)] }, disclosures: [element] },
      "a member where an element belongs": {
        claims: { names: [{ "...": digestOf(name) }] },
        disclosures: [name],
      },
    };
    for (const [what, trick] of Object.entries(tricks))
      await expectFault(t, sdJwt(one, trick), ["model", "failed", "disclosure-mismatch"], what);
  },
});
