import { defineCase } from "../../case.ts";
import { refusesToRead } from "../../steps/doors.ts";
import { CONTEXT } from "../../graph.ts";
import type { JsonObject } from "../../http.ts";

/** The JSON text of a document with more members, which may repeat those that it has. */
const text = (document: JsonObject, more: string) => `${JSON.stringify(document).slice(0, -1)},${more}}`;

export default defineCase({
  title: "A JSON text in which an object has two members of one name is refused",
  requirements: ["MPLI-PROT-026@6bb1ecdd"],
  role: "node",
  feature: "core",
  expects: "refuse",
  hunts: "a parser that keeps the last member, where another keeps the first",
  since: "0.1",
  sequence: ['Kit->>Node: POST {"type":"Demand","type":"Demand",…}', "Node-->>Kit: 4xx"],
  async run(t) {
    await refusesToRead(t, "two members of one name", (document) => [
      text(document, '"title":"one","title":"two"'),
      // Equal values are no excuse, and neither is another spelling of the name.
      text(document, `"type":${JSON.stringify(document["type"])}`),
      text(document, `"@cont\\u0065xt":"${CONTEXT}"`),
      text(document, '"https://kit.example/ns#a":{"@list":[{"@value":1,"@value":2}]}'),
    ]);
  },
});
