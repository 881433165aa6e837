import { defineCase } from "../../case.ts";
import { manifestWith } from "../../steps/publications.ts";

export default defineCase({
  title: "Nobody but the operator publishes",
  requirements: ["MPLI-DISC-049@e15e0dd1"],
  role: "provider",
  feature: "publishing",
  expects: "refuse",
  hunts: "checking the token after the precondition, or not at all",
  since: "0.1",
  sequence: ["Kit->>Provider: PUT manifest, without a token", "Provider-->>Kit: 401 operator-only"],
  async run(t) {
    // Even a provider that takes manifests from strangers does not lose its own by this precondition.
    const headers = { "if-none-match": "*" };
    const body = manifestWith(t, []);
    const answer = await t.request(t.endpoint("manifest"), { method: "PUT", headers, body });
    if (t.isWithoutOperator) t.refusal(answer, 403, "no-operator");
    else t.refusal(answer, 401, "operator-only");
  },
});
