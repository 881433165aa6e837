import { defineCase } from "../../case.ts";

export default defineCase({
  title: "Nobody but the operator sets off an action",
  requirements: ["MPLI-TEST-002@e32a6702"],
  role: "node",
  feature: "testing",
  expects: "refuse",
  hunts: "a door for tests that is open to all, or that tells strangers which actions there are",
  since: "0.1",
  sequence: ["Kit->>Node: POST trigger, without a token", "Node-->>Kit: 401 operator-only"],
  async run(t) {
    const headers = { "content-type": "application/json" };
    for (const action of ["harvest", "example.com.dance"]) {
      const body = JSON.stringify({ action, url: "https://cloud.example" });
      const answer = await t.request(t.endpoint("trigger"), { method: "POST", headers, body });
      if (t.isWithoutOperator) t.refusal(answer, 403, "no-operator");
      else t.refusal(answer, 401, "operator-only");
    }
  },
});
