import { defineCase } from "../../case.ts";
import { graphDoors, send, taken } from "../../steps/doors.ts";
import { graphResources, TURTLE } from "../../steps/graph-resources.ts";
import { listedProviders } from "../../parties/registration.ts";

const QUERIES = ["?kit.example=1", "?utm_source=kit&utm_source=kit&empty"];

export default defineCase({
  title: "Query parameters that nobody knows change nothing",
  requirements: ["MPLI-PROT-051@edbde846"],
  role: "node",
  feature: "core",
  expects: "accept",
  hunts: "refusing them, or taking the address with them for another one",
  since: "0.1",
  sequence: ["Kit->>Node: GET an endpoint, ?utm_source=kit", "Node-->>Kit: what it says without"],
  async run(t) {
    if (t.isCatalogue) {
      const count = (await listedProviders(t)).length;
      for (const query of QUERIES) {
        const answer = await t.get(t.endpoint("providers") + query);
        t.status(answer, 200);
        t.equal(
          [answer.json()["provider"] ?? []].flat().length,
          count,
          `the providers listed for ${query} are`,
        );
      }
    }
    if (t.declared.features.has("matching") || t.hasToken)
      for (const door of t.declared.features.size > 1 ? graphDoors(t) : [])
        for (const query of QUERIES)
          taken(t, door, await send(t, { ...door, address: door.address + query }, door.document));
    const endpoints = Object.values(t.declared.endpoints);
    for (const address of (await graphResources(t)).filter((one) => endpoints.includes(one))) {
      const digest = await digestAt(address);
      for (const query of QUERIES)
        t.equal(await digestAt(address + query), digest, `the digest at ${query} is`);
    }

    async function digestAt(address: string): Promise<string> {
      const answer = await t.get(address, { accept: TURTLE });
      t.status(answer, 200);
      return (await t.graph(answer)).digest();
    }
  },
});
