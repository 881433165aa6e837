import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { fresh, turtleWith } from "../../steps/publications.ts";

const HTTPS = "https://schema.org/";
const HTTP = "http://schema.org/";
/** Where it does not begin an IRI, it is somebody's text or somebody's address. */
const KEPT = ["https://kit.example/see?https://schema.org/Offer", "https://schema.org.example/Offer"];
const TEXT = "read https://schema.org/Offer";

export default defineCase({
  title: "Published IRIs of schema.org come back with http, and nothing else is changed",
  requirements: ["MPLI-PROT-028@c9f0340f"],
  role: "provider",
  feature: "publishing",
  expects: "accept",
  hunts: "respelling predicates and forgetting objects and datatypes, or replacing in the text",
  since: "0.1",
  writes: true,
  sequence: ["Kit->>Provider: PUT manifest with https://schema.org/", "Kit->>Provider: GET manifest"],
  async run(t: Exam) {
    const offer = new URL(`/offers/${fresh()}`, t.endpoint("manifest")).href;
    const see = "https://kit.example/ns#see";
    const turtle = `<${t.endpoint("manifest")}> mpli:offer <${offer}> .
<${offer}> mpli:serviceClass mpli:VirtualMachine ; <${HTTPS}name> "Kit" ; a <${HTTPS}Product> ;
  <${see}> <${KEPT[0]}>, <${KEPT[1]}>, "${TEXT}", "1"^^<${HTTPS}Number> .
<${HTTPS}Kit> <${see}> <${offer}> .`;
    t.status(await t.publish(turtleWith(t, turtle)), 200, 201);
    const { whole } = await t.manifest();
    t.equal(whole.values(offer, `${HTTP}name`), ["Kit"], "the name of the offer is");
    t.equal(whole.subjects("rdf:type", `${HTTP}Product`), [offer], "what has a type of schema.org is");
    t.equal(whole.subjects(see, offer), [`${HTTP}Kit`], "what sees the offer is");
    const seen = whole.terms(offer, see);
    const types = seen.flatMap((term) => (term.termType === "Literal" ? [term.datatype.value] : []));
    t.that(types.includes(`${HTTP}Number`), `the datatype ${HTTP}Number`, types.join(", "));
    t.equal(seen.map(({ value }) => value).sort(), [...KEPT, TEXT, "1"].sort(), "what the offer sees is");
  },
});
