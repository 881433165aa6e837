import { defineCase } from "../../case.ts";
import { JSON_LD, TURTLE, defaultGraph, expectMedia, graphResources } from "../../steps/graph-resources.ts";

/** Media types of the table that a node may offer besides. */
const FURTHER = ["application/n-triples", "application/n-quads", "application/trig"];

export default defineCase({
  title: "All representations of a resource say the same",
  requirements: ["MPLI-PROT-016@db4675b1"],
  role: "node",
  feature: "core",
  expects: "accept",
  hunts: "a writer of one syntax that leaves out or rounds what it cannot write",
  since: "0.1",
  sequence: ["Kit->>Node: GET a graph, in one syntax after the other", "Node-->>Kit: 200, the same graph"],
  async run(t) {
    for (const address of await graphResources(t)) {
      const read = async (media: string) =>
        defaultGraph(await t.graph(await expectMedia(t, address, media, media)));
      const digest = await (await read(TURTLE)).digest();
      for (const media of [JSON_LD, ...(await offered(address))])
        t.equal(await (await read(media)).digest(), digest, `the digest of ${address} as ${media} is`);
    }

    async function offered(address: string): Promise<string[]> {
      const answer = await t.get(address, { accept: FURTHER.join(", ") });
      if (answer.status === 406) return [];
      const { available } = (await t.get(address, { accept: "image/png" })).json();
      return FURTHER.filter((media) => Array.isArray(available) && available.includes(media));
    }
  },
});
