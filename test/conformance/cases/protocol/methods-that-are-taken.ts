import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { NODE_DOCUMENT } from "../../steps/node-document.ts";

/** What the specification has each endpoint take. */
const TAKEN: Readonly<Record<string, readonly string[]>> = {
  manifest: ["GET"],
  changes: ["GET"],
  check: ["POST"],
  providers: ["GET", "POST", "DELETE"],
  offers: ["GET"],
  matches: ["POST"],
  trigger: ["POST"],
};

export default defineCase({
  title: "The field Allow names each method that the specification has a resource take",
  requirements: ["MPLI-PROT-021@f370a984"],
  role: "node",
  feature: "core",
  expects: "refuse",
  hunts: "one list of methods for all resources, or the method that was just refused",
  since: "0.1",
  sequence: ["Kit->>Node: PROPFIND an endpoint", "Node-->>Kit: 405, Allow: GET, HEAD"],
  async run(t: Exam) {
    const addresses: (readonly [string, readonly string[]])[] = [[NODE_DOCUMENT, ["GET"]]];
    for (const [name, methods] of Object.entries(TAKEN))
      if (t.hasEndpoint(name)) addresses.push([t.endpoint(name), methods]);
    for (const [address, methods] of addresses) {
      const answer = await t.request(address, { method: "PROPFIND" });
      t.status(answer, 405);
      const allowed = t
        .header(answer, "Allow")
        .split(",")
        .map((method) => method.trim());
      const missing = methods.filter((method) => !allowed.includes(method));
      t.that(missing.length === 0, `${methods.join(", ")} in Allow of ${answer.url}`, allowed.join(", "));
    }
  },
});
