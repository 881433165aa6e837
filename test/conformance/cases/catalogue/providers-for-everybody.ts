import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { listedProviders } from "../../parties/registration.ts";

const STATES = ["waiting", "fresh", "stale", "unreachable"];

export default defineCase({
  title: "Everybody can list the providers, each with its DID, its origin and its state",
  requirements: ["MPLI-CAT-027@82830f6e", "MPLI-CAT-028@a06f1d83"],
  role: "catalogue",
  feature: "core",
  expects: "accept",
  hunts: "a list that only the operator sees, or that names providers by a number",
  since: "0.1",
  sequence: ["Kit->>Catalogue: GET providers, no token", "Catalogue-->>Kit: 200"],
  async run(t: Exam) {
    const entries = await listedProviders(t);
    if (entries.length === 0) t.cannotTell("no provider is registered");
    for (const { id, node, state } of entries) {
      const origin = typeof node === "string" && URL.canParse(node) ? new URL(node) : undefined;
      t.that(
        origin !== undefined && origin.origin === node,
        "an origin as `node`",
        JSON.stringify(node) ?? "none",
      );
      t.equal(id, `did:web:${encodeURIComponent(origin.host)}`, `the \`id\` of the provider at ${node} is`);
      t.that(
        STATES.includes(String(state)),
        `a state of ${STATES.join(", ")}`,
        JSON.stringify(state) ?? "none",
      );
    }
  },
});
