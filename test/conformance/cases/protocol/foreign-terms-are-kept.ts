import { defineCase } from "../../case.ts";
import { CONTEXT } from "../../graph.ts";
import { JSON_LD, expectMedia } from "../../steps/graph-resources.ts";
import { fresh, manifestWith } from "../../steps/publications.ts";

const NS = "https://kit.example/ns#";

export default defineCase({
  title: "What a manifest says in terms of others is served as it was published",
  requirements: ["MPLI-PROT-052@019242f0"],
  role: "provider",
  feature: "publishing",
  expects: "accept",
  hunts: "storing what the vocabulary knows, and dropping the rest",
  since: "0.1",
  writes: true,
  sequence: ["Kit->>Provider: PUT manifest with terms of kit.example", "Kit->>Provider: GET manifest"],
  async run(t) {
    const id = fresh();
    const facts = {
      motto: "swift",
      colour: { "@value": "grün", "@language": "de" },
      part: { type: "Part", size: 3 },
    };
    const context = [
      CONTEXT,
      Object.fromEntries(["motto", "colour", "part", "size", "Part"].map((one) => [one, NS + one])),
    ];
    const body = manifestWith(t, [{ id, class: "VirtualMachine", ...facts }], {
      provider: { motto: "kind" },
    });
    t.status(await t.publish({ ...body, "@context": context }), 200, 201);
    const offer = new URL(`/offers/${id}`, t.endpoint("manifest")).href;
    const inJsonLd = await t.graph(await expectMedia(t, t.endpoint("manifest"), JSON_LD, JSON_LD));
    for (const graph of [(await t.manifest()).whole, inJsonLd]) {
      t.equal(graph.values(offer, `${NS}motto`), ["swift"], "the motto of the offer is");
      t.equal(graph.values(t.declared.did ?? "", `${NS}motto`), ["kind"], "the motto of the provider is");
      const [colour] = graph.terms(offer, `${NS}colour`);
      t.equal(
        colour?.termType === "Literal" && [colour.value, colour.language],
        ["grün", "de"],
        "the colour is",
      );
      const sizes = graph
        .terms(offer, `${NS}part`)
        .map((part) => graph.store.getObjects(part, `${NS}size`, null)[0]);
      t.equal(
        sizes.map((size) => size?.value),
        ["3"],
        "the sizes of the parts of the offer are",
      );
    }
  },
});
