import { defineCase } from "../../case.ts";
import { expectOperatorOnly, guardedRequests, sendAs } from "../../steps/operator-requests.ts";

/** Nobody's token, in the words of programs that had none. */
const WRONG = [
  "Bearer conformance-kit",
  "Bearer undefined",
  "Bearer null",
  "Bearer",
  "Bearer a b",
  "conformance-kit",
  `Basic ${btoa("operator:operator")}`,
];

export default defineCase({
  title: "An operator's request with a token that is not the operator's is refused",
  requirements: ["MPLI-PROT-040@b474da8c"],
  role: "node",
  feature: "core",
  expects: "refuse",
  hunts: "looking for a token, and not at it",
  since: "0.1",
  sequence: [
    "Kit->>Node: an operator's request, Authorization: Bearer undefined",
    "Node-->>Kit: 401 operator-only",
  ],
  async run(t) {
    for (const request of guardedRequests(t))
      for (const authorization of WRONG) expectOperatorOnly(t, await sendAs(t, request, { authorization }));
  },
});
