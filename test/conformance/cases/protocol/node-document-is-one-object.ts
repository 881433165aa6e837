import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { isObject } from "../../http.ts";
import { NODE_DOCUMENT } from "../../steps/node-document.ts";

const isTexts = (value: unknown) =>
  Array.isArray(value) && value.every((each: unknown) => typeof each === "string");

export default defineCase({
  title: "A node document is one JSON object that can be read by the names of its members",
  requirements: ["MPLI-PROT-055@41b0bdb1"],
  role: "node",
  feature: "core",
  expects: "accept",
  hunts: "a JSON-LD library that turns a list of one value into the value, and names into prefixed ones",
  since: "0.1",
  sequence: ["Kit->>Node: GET /.well-known/mpli", "Node-->>Kit: 200, one object with plain names"],
  async run(t: Exam) {
    const answer = await t.get(NODE_DOCUMENT, { accept: "application/ld+json" });
    t.status(answer, 200);
    const document = answer.json();
    for (const name of ["protocolVersion", "role", "feature"])
      t.that(
        isTexts(document[name]),
        `an array of strings in \`${name}\``,
        JSON.stringify(document[name] ?? null),
      );
    const { endpoint, limits = {} } = document;
    t.that(isObject(endpoint), "an object in `endpoint`", JSON.stringify(endpoint ?? null));
    t.that(isObject(limits), "an object in `limits`", JSON.stringify(limits));
    for (const [name, address] of Object.entries(endpoint))
      t.that(typeof address === "string", `a string in \`${name}\` of endpoint`, JSON.stringify(address));
    for (const [name, limit] of Object.entries(limits))
      t.that(typeof limit === "number", `a number in \`${name}\` of limits`, JSON.stringify(limit));
  },
});
