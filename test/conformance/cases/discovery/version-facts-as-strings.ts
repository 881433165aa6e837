import { defineCase } from "../../case.ts";

const VERSIONS = [
  "mpli:engineVersion",
  "mpli:kubernetesVersion",
  "mpli:conformantVersion",
  "mpli:runtimeVersion",
];
const STRING = "http://www.w3.org/2001/XMLSchema#string";

export default defineCase({
  title: "A version is a string in every syntax",
  requirements: ["MPLI-DISC-016@7f61779c"],
  role: "provider",
  feature: "core",
  expects: "accept",
  hunts: "1.30 that a serialiser writes as the number 1.3",
  since: "0.1",
  async run(t) {
    const { offers, head, pages } = await t.manifest();
    let seen = 0;
    for (const { url } of [head, ...pages.slice(0, 3)])
      for (const accept of ["text/turtle", "application/ld+json"]) {
        const graph = await t.graph(await t.get(url, { accept }));
        for (const offer of offers)
          for (const term of VERSIONS.flatMap((version) => graph.terms(offer, version))) {
            seen += 1;
            const type = term.termType === "Literal" ? term.datatype.value : term.termType;
            t.equal(type, STRING, `the type of the version ${term.value} of ${offer} in ${accept} is`);
          }
      }
    if (seen === 0) t.cannotTell("the manifest states no version");
  },
});
