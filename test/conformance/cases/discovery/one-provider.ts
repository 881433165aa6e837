import { defineCase } from "../../case.ts";

export default defineCase({
  title: "The manifest names one provider, and by an IRI",
  requirements: ["MPLI-DISC-004@a95b1df8"],
  role: "provider",
  feature: "core",
  expects: "accept",
  hunts: "a provider without a name, or a reseller named beside it",
  since: "0.1",
  async run(t) {
    const { iri, whole } = await t.manifest();
    const kinds = whole.terms(iri, "mpli:provider").map(({ termType }) => termType);
    t.equal(kinds, ["NamedNode"], "the kinds of the values of mpli:provider are");
  },
});
