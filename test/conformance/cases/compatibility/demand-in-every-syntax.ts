import { defineCase } from "../../case.ts";
import { RARE, componentsOf, send } from "../../steps/demands.ts";
import { CONTEXT, parseGraph } from "../../graph.ts";
import { Writer } from "n3";

const FORMATS: Readonly<Record<string, string>> = {
  "text/turtle": "Turtle",
  "application/n-triples": "N-Triples",
  "application/n-quads": "N-Quads",
  "application/trig": "TriG",
};

export default defineCase({
  title: "A demand is taken in every syntax in which the node reads graphs",
  requirements: ["MPLI-COMP-001@6f503560"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "reading demands as JSON with fixed names, so that a graph in Turtle holds no demand",
  since: "0.1",
  sequence: [
    "loop each media type of the node document",
    "Kit->>Node: POST matches, the same demand",
    "Node-->>Kit: 200, report",
    "end",
  ],
  async run(t) {
    const demand = {
      type: "Demand",
      component: [{ name: "kit", class: RARE, must: [{ on: "memory", atLeast: "1 GiBy" }] }],
    };
    const json = JSON.stringify({ "@context": CONTEXT, ...demand });
    const { store } = await parseGraph(json, "application/ld+json", "https://kit.invalid/");
    const node = (await t.get("/.well-known/mpli")).json();
    const stated = [node["mediaTypes"] ?? []].flat().filter((type) => typeof type === "string");
    for (const type of new Set(["application/ld+json", ...stated])) {
      const format = FORMATS[type];
      const body = format && new Writer({ format }).quadsToString(store.getQuads(null, null, null, null));
      if (!body && type !== "application/ld+json") continue;
      const [component] = componentsOf(t, await send(t, body || json, { "content-type": type }));
      t.equal(component?.["name"], "kit", `the name of the component that was asked for in ${type} is`);
    }
  },
});
