import { defineCase } from "../../case.ts";
import { operatorRequests, sendAs } from "../../steps/operator-requests.ts";

/** The words of programs that compare a token with none. */
const TOKENS = [undefined, "conformance-kit", "undefined", "null", "false", '""'];

export default defineCase({
  title: "A node without an operator's token refuses every operator's request, whatever it carries",
  requirements: ["MPLI-PROT-041@8417bbfb"],
  role: "node",
  feature: "core",
  expects: "refuse",
  hunts: "a forgotten setting that opens all doors",
  since: "0.1",
  sequence: [
    "Kit->>Node: an operator's request, Authorization: Bearer undefined",
    "Node-->>Kit: 403 no-operator",
  ],
  async run(t) {
    if (!t.isWithoutOperator) t.inapplicable("the target has an operator's token");
    const requests = operatorRequests(t);
    if (requests.length === 0) t.inapplicable("the target takes no requests of an operator");
    for (const request of requests)
      for (const token of TOKENS) {
        const headers: Record<string, string> =
          token === undefined ? {} : { authorization: `Bearer ${token}` };
        t.refusal(await sendAs(t, request, headers), 403, "no-operator");
      }
  },
});
