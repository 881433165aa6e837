import { defineCase } from "../../case.ts";
import { pull } from "../../steps/trigger.ts";

export default defineCase({
  title: "A harvest needs an address",
  requirements: ["MPLI-TEST-005@70b969e2"],
  role: "catalogue",
  feature: "testing",
  expects: "refuse",
  hunts: "harvesting everybody where nobody is named",
  since: "0.1",
  writes: true,
  sequence: ["Kit->>Catalogue: POST trigger, harvest without url", "Catalogue-->>Kit: 422 malformed-action"],
  async run(t) {
    t.refusal(await pull(t, { action: "harvest" }), 422, "malformed-action");
    for (const url of [null, 7, {}, ["https://cloud.example"]])
      t.refusal(await pull(t, { action: "harvest", url }), 422, "malformed-action");
  },
});
