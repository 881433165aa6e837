import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { CONTEXT } from "../../graph.ts";
import { isObject } from "../../http.ts";
import { NODE_DOCUMENT } from "../../steps/node-document.ts";

export default defineCase({
  title: "A node describes itself at its well-known address, as JSON-LD of the type Node",
  requirements: ["MPLI-PROT-001@b12d434d"],
  role: "node",
  feature: "core",
  expects: "accept",
  hunts: "plain JSON without a context, or a media type that no reader of graphs takes",
  since: "0.1",
  sequence: ["Kit->>Node: GET /.well-known/mpli", "Node-->>Kit: 200, application/ld+json"],
  async run(t: Exam) {
    const answer = await t.get(NODE_DOCUMENT);
    t.status(answer, 200);
    t.equal(answer.mediaType, "application/ld+json", "the media type of the node document is");
    const document = answer.json();
    const contexts = [document["@context"] ?? []].flat();
    t.that(contexts.includes(CONTEXT), `${CONTEXT} in \`@context\``, JSON.stringify(contexts));
    // With contexts of others beside it, only their authors can read the whole graph.
    const types = contexts.every((one) => one === CONTEXT || isObject(one))
      ? (await t.graph(answer)).typed("mpli:Node")
      : [document["type"] ?? []].flat().filter((type) => type === "Node");
    t.equal(types.length, 1, "the number of nodes of type mpli:Node is");
  },
});
