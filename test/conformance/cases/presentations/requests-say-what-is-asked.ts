import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { didOf } from "../../steps/node-document.ts";
import { ANY_CREDENTIAL, ask } from "../../steps/presentations.ts";

export default defineCase({
  title: "A request states its id, nonce, audience, query and end",
  requirements: ["MPLI-PRES-001@55a85e03", "MPLI-PRES-003@307a9934"],
  role: "node",
  feature: "presentations",
  expects: "accept",
  hunts: "a request without what its holder has to sign",
  since: "0.1",
  async run(t: Exam) {
    const before = Date.now();
    const query = { ...ANY_CREDENTIAL, purpose: "a member that nobody knows" };
    const answer = await ask(t, { dcql_query: query });
    t.status(answer, 200);
    const request = answer.json();
    for (const name of ["id", "nonce"])
      t.that(typeof request[name] === "string", `a text in \`${name}\``, answer.text.slice(0, 200));
    t.equal(request["audience"], didOf(t.origin), "the audience is");
    t.equal(request["dcql_query"], query, "the query is");
    const expires = Date.parse(String(request["expires"]));
    t.that(expires > before, "a time to come in `expires`", String(request["expires"]));
  },
});
