import { defineCase } from "../../case.ts";
import { Writer } from "n3";
import { CONTEXT, parseGraph } from "../../graph.ts";
import { componentsIn, part, reportOf } from "../../steps/compositions.ts";

const FORMATS: Readonly<Record<string, string>> = {
  "text/turtle": "Turtle",
  "application/n-triples": "N-Triples",
  "application/n-quads": "N-Quads",
  "application/trig": "TriG",
};

const demand = { component: [part("main"), part("side")], together: [{ sameRegion: ["main", "side"] }] };

export default defineCase({
  title: "A composition is asked for in every syntax in which the node reads graphs, by anyone",
  requirements: ["MPLI-COMP-100@f297a143"],
  role: "node",
  feature: "composition",
  expects: "accept",
  hunts: "reading demands for a composition as JSON alone",
  since: "0.1",
  sequence: [
    "loop each media type of the node document",
    "Kit->>Node: POST compose, the same demand",
    "Node-->>Kit: 200, report",
    "end",
  ],
  async run(t) {
    const json = JSON.stringify({ "@context": CONTEXT, type: "Demand", ...demand });
    const { store } = await parseGraph(json, "application/ld+json", "https://kit.invalid/");
    const node = (await t.get("/.well-known/mpli")).json();
    const stated = [node["mediaTypes"] ?? []].flat().filter((type) => typeof type === "string");
    for (const type of new Set(["application/ld+json", ...stated])) {
      const format = FORMATS[type];
      const body = format && new Writer({ format }).quadsToString(store.getQuads(null, null, null, null));
      if (!body && type !== "application/ld+json") continue;
      const headers = { accept: "application/json", "content-type": type };
      const answer = await t.request(t.endpoint("compose"), { method: "POST", headers, body: body || json });
      const names = componentsIn(t, reportOf(t, answer)).map(({ name }) => name);
      t.equal(names.toSorted(), ["main", "side"], `the components that were asked for in ${type} are`);
    }
  },
});
