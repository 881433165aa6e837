import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { ENDPOINTS, endpointsIn, namesIn, nodeDocument } from "../../steps/node-document.ts";

const ROLES = ["provider", "catalogue", "orchestrator", "verifier"];

export default defineCase({
  title: "A node lists the role of each endpoint that it serves",
  requirements: ["MPLI-PROT-004@7c1cfb0b"],
  role: "node",
  feature: "core",
  expects: "accept",
  hunts: "one role where a node plays two, or a role in other letters",
  since: "0.1",
  async run(t: Exam) {
    const document = await nodeDocument(t);
    const roles = namesIn(document, "role");
    t.that(
      ROLES.some((role) => roles.includes(role)),
      `one of ${ROLES.join(", ")} in \`role\``,
      JSON.stringify(roles),
    );
    for (const name of Object.keys(endpointsIn(t, document))) {
      const role = ENDPOINTS[name]?.role;
      const what = `${role} in \`role\` of a node that serves \`${name}\``;
      t.that(role === undefined || roles.includes(role), what, JSON.stringify(roles));
    }
  },
});
