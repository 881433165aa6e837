import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { NODE_DOCUMENT } from "../../steps/node-document.ts";

export default defineCase({
  title: "A stranger without any credentials reads the node document",
  requirements: ["MPLI-PROT-002@c32d756d"],
  role: "node",
  feature: "core",
  expects: "accept",
  hunts: "a gateway that asks for a password before anything else",
  since: "0.1",
  sequence: ["Kit->>Node: GET /.well-known/mpli, without Authorization", "Node-->>Kit: 200"],
  async run(t: Exam) {
    const answer = await t.get(NODE_DOCUMENT);
    t.status(answer, 200);
    t.that(Object.keys(answer.json()).length > 0, "the node document", answer.text);
  },
});
