import { defineCase } from "../../case.ts";
import { pull } from "../../steps/trigger.ts";

const BODIES = [null, 7, "harvest", [], [{ action: "harvest", url: "https://cloud.example" }]];

export default defineCase({
  title: "JSON that is no object asks for nothing",
  requirements: ["MPLI-TEST-005@70b969e2"],
  role: "node",
  feature: "testing",
  expects: "refuse",
  hunts: "reading a member of null, or a list of one as the one",
  since: "0.1",
  writes: true,
  sequence: ["Kit->>Node: POST trigger, null", "Node-->>Kit: 422 malformed-action"],
  async run(t) {
    for (const body of BODIES) t.refusal(await pull(t, body), 422, "malformed-action");
  },
});
