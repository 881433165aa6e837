import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { ENDPOINTS, endpointsIn, namesIn, nodeDocument } from "../../steps/node-document.ts";

export default defineCase({
  title: "A node gives the address of each endpoint of its roles and features",
  requirements: ["MPLI-PROT-006@50ecb486"],
  role: "node",
  feature: "core",
  expects: "accept",
  hunts: "an endpoint that is served at the path of the specification's text, and named nowhere",
  since: "0.1",
  async run(t: Exam) {
    const document = await nodeDocument(t);
    const endpoints = endpointsIn(t, document);
    const [roles, features] = [namesIn(document, "role"), namesIn(document, "feature")];
    t.that(roles.length > 0, "a role in `role`", "none");
    for (const [name, { role, feature }] of Object.entries(ENDPOINTS)) {
      const isPlayed = role === undefined || roles.includes(role);
      if (isPlayed && (feature === "core" || features.includes(feature)))
        t.that(
          Object.hasOwn(endpoints, name),
          `\`${name}\` in \`endpoint\``,
          Object.keys(endpoints).join(", "),
        );
    }
  },
});
