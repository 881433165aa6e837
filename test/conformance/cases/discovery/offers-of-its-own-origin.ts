import { defineCase } from "../../case.ts";

export default defineCase({
  title: "Each offer has an IRI of the manifest's own origin",
  requirements: ["MPLI-DISC-010@eaec800b"],
  role: "provider",
  feature: "core",
  expects: "accept",
  hunts: "offers named by the web shop, by a UUID, or by the address behind a proxy",
  since: "0.1",
  async run(t) {
    const { iri, whole } = await t.manifest();
    const { origin } = new URL(t.endpoint("manifest"));
    const offers = whole.terms(iri, "mpli:offer");
    if (offers.length === 0) t.cannotTell("the manifest has no offer");
    for (const { termType, value } of offers) {
      t.equal(termType, "NamedNode", `the kind of the offer ${value} is`);
      t.equal(URL.canParse(value) && new URL(value).origin, origin, `the origin of the offer ${value} is`);
    }
  },
});
