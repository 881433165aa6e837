import { defineCase } from "../../case.ts";
import { pull } from "../../steps/trigger.ts";

const url = "https://cloud.example";
const NAMES = [null, 7, true, ["harvest"], { name: "harvest" }];

export default defineCase({
  title: "An object without the name of an action is refused",
  requirements: ["MPLI-TEST-005@70b969e2"],
  role: "node",
  feature: "testing",
  expects: "refuse",
  hunts: "making a text of whatever stands in `action`",
  since: "0.1",
  writes: true,
  sequence: ["Kit->>Node: POST trigger, an empty object", "Node-->>Kit: 422 malformed-action"],
  async run(t) {
    for (const body of [{}, { url }, ...NAMES.map((action) => ({ action, url }))])
      t.refusal(await pull(t, body), 422, "malformed-action");
  },
});
