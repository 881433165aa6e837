import { defineCase } from "../../case.ts";
import { expectOperatorOnly, guardedRequests, sendAs } from "../../steps/operator-requests.ts";

export default defineCase({
  title: "Nearly the operator's token is not the operator's token",
  requirements: ["MPLI-PROT-040@b474da8c"],
  role: "node",
  feature: "core",
  expects: "refuse",
  hunts: "comparing as far as the shorter of two tokens goes, or without regard to case",
  since: "0.1",
  sequence: ["Kit->>Node: an operator's request, with half of the token", "Node-->>Kit: 401 operator-only"],
  async run(t) {
    const token = (t.operator()["authorization"] ?? "").slice("Bearer ".length);
    const swapped = [...token].map((one) =>
      one === one.toLowerCase() ? one.toUpperCase() : one.toLowerCase(),
    );
    const near = [
      token.slice(0, Math.ceil(token.length / 2)),
      token.slice(1),
      `${token}x`,
      `${token}${token}`,
    ];
    const wrong = [...near, swapped.join(""), [...token].toReversed().join("")].filter(
      (one) => one !== token,
    );
    for (const request of guardedRequests(t))
      for (const one of wrong)
        expectOperatorOnly(t, await sendAs(t, request, { authorization: `Bearer ${one}` }));
  },
});
