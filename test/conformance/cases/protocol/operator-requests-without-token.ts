import { defineCase } from "../../case.ts";
import { expectOperatorOnly, guardedRequests, sendAs } from "../../steps/operator-requests.ts";

export default defineCase({
  title: "An operator's request without any token is refused, and a token asked for",
  requirements: ["MPLI-PROT-040@b474da8c"],
  role: "node",
  feature: "core",
  expects: "refuse",
  hunts: "a door that was added without its lock, or 403 where a token would help",
  since: "0.1",
  sequence: [
    "Kit->>Node: an operator's request, without Authorization",
    "Node-->>Kit: 401 operator-only, WWW-Authenticate: Bearer",
  ],
  async run(t) {
    for (const request of guardedRequests(t)) expectOperatorOnly(t, await sendAs(t, request, {}));
  },
});
