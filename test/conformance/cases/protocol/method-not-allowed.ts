import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { DID_DOCUMENT, ENDPOINTS, GUARDED, NODE_DOCUMENT, doorAt } from "../../steps/node-document.ts";

/** Taken by no resource of the specification; not even a node's own extensions take it. */
const METHOD = "PROPFIND";

export default defineCase({
  title: "A method that a resource does not take is refused, and those that it takes are named",
  requirements: ["MPLI-PROT-021@f370a984"],
  role: "node",
  feature: "core",
  expects: "refuse",
  hunts: "404 for everything that no route takes, or 405 without the field Allow",
  since: "0.1",
  sequence: ["Kit->>Node: PROPFIND an endpoint", "Node-->>Kit: 405 method-not-allowed, Allow"],
  async run(t: Exam) {
    const endpoints = Object.keys(t.declared.endpoints).filter((name) => ENDPOINTS[name]);
    const guarded = endpoints.filter((name) => GUARDED.includes(name)).map((name) => doorAt(t, name));
    for (const address of [NODE_DOCUMENT, DID_DOCUMENT, ...endpoints.map((name) => doorAt(t, name))]) {
      const answer = await t.request(address, { method: METHOD });
      // Whoever lacks the token or the signature may get no other answer, whatever else is wrong.
      if (guarded.includes(address) && [401, 403].includes(answer.status)) continue;
      t.refusal(answer, 405, "method-not-allowed");
      const allowed = t
        .header(answer, "Allow")
        .split(",")
        .map((name) => name.trim());
      t.that(!allowed.includes(METHOD), `no ${METHOD} in Allow of ${answer.url}`, allowed.join(", "));
    }
  },
});
