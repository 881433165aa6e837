import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { listedProviders, withdraw } from "../../parties/registration.ts";

const NOBODY = "https://conformance-kit.example";
const STRANGERS: readonly Record<string, string>[] = [
  {},
  { authorization: "Bearer not-the-operator" },
  { authorization: "Bearer " },
  { authorization: "Basic b3BlcmF0b3I6b3BlcmF0b3I=" },
];

export default defineCase({
  title: "A registration by anyone but the operator is refused, and registers nobody",
  requirements: ["MPLI-CAT-002@548a49a2"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "a token that is not compared, or that is compared after the deed",
  since: "0.1",
  sequence: [
    "Kit->>Catalogue: POST providers, no token or a wrong one",
    "Catalogue-->>Kit: 401, operator-only",
  ],
  async run(t: Exam) {
    for (const headers of STRANGERS) {
      const answer = await t.request(t.endpoint("providers"), {
        method: "POST",
        headers: { ...headers, "content-type": "application/json" },
        body: JSON.stringify({ url: NOBODY }),
      });
      if (answer.status < 300 && t.hasToken)
        t.afterwards(async () => t.gone(await withdraw(t, NOBODY), NOBODY));
      t.status(answer, ...(t.hasToken ? [401] : [401, 403]));
      t.refusal(answer, answer.status, answer.status === 401 ? "operator-only" : "no-operator");
    }
    const nodes = (await listedProviders(t)).map(({ node }) => node);
    t.that(!nodes.includes(NOBODY), `${NOBODY} not to be registered`, "it is listed");
  },
});
