import { defineCase } from "../../case.ts";
import { JSON_LD, TURTLE, defaultGraph, expectMedia } from "../../steps/graph-resources.ts";
import { turtleWith } from "../../steps/publications.ts";

/** Values that a writer of JSON is tempted to mend, each with the way in which it must come back. */
const VALUES = [
  ['"0.10"^^xsd:decimal', "0.10"],
  ['"1.0E3"^^xsd:double', "1.0E3"],
  ['"007"^^xsd:integer', "007"],
  ['"12345678901234567890"^^xsd:integer', "12345678901234567890"],
  ['"1"^^xsd:boolean', "1"],
  ['"grün \\" \\\\ \\n \\u2028 \\U0001F600"', 'grün " \\ \n \u2028 \u{1F600}'],
  ['"Maschine"@de-CH', "Maschine"],
  ['"<b>&amp;"^^<https://kit.example/ns#markup>', "<b>&amp;"],
] as const;
const ABOUT = "https://kit.example/ns#value";

export default defineCase({
  title: "Odd values come back in each representation as they were published",
  requirements: ["MPLI-PROT-016@db4675b1", "MPLI-PROT-052@019242f0"],
  role: "provider",
  feature: "publishing",
  expects: "accept",
  hunts: "decimals, large numbers and languages that do not survive a writer of JSON",
  since: "0.1",
  writes: true,
  sequence: ["Kit->>Provider: PUT manifest", "Kit->>Provider: GET manifest, in two syntaxes"],
  async run(t) {
    const manifest = t.endpoint("manifest");
    const values = VALUES.map(([literal]) => literal).join(", ");
    const prefix = "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .";
    t.status(await t.publish(turtleWith(t, `${prefix}\n<${manifest}> <${ABOUT}> ${values} .`)), 200, 201);
    const digests: string[] = [];
    for (const media of [TURTLE, JSON_LD]) {
      const graph = defaultGraph(await t.graph(await expectMedia(t, manifest, media, media)));
      const came = graph.values(manifest, ABOUT).sort();
      t.equal(came, VALUES.map(([, value]) => value).sort(), `the values in ${media} are`);
      digests.push(await graph.digest());
    }
    t.equal(digests[1], digests[0], "the digest of the graph in JSON-LD is");
  },
});
