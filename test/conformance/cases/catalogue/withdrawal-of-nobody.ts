import { defineCase } from "../../case.ts";
import { withdraw } from "../../parties/registration.ts";
import { machine } from "../../steps/wares.ts";

export default defineCase({
  title: "A withdrawal of a provider that is not registered is refused",
  requirements: ["MPLI-CAT-050@d3a43f38"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "a success for whatever was mistyped",
  since: "0.1",
  writes: true,
  sequence: ["Kit->>Catalogue: DELETE providers, an unknown url", "Catalogue-->>Kit: 404, no-such-provider"],
  async run(t) {
    const party = await t.party({ offers: [machine("vm")] });
    t.refusal(await withdraw(t, party.origin), 404, "no-such-provider");
    await party.harvested();
    await party.withdraw();
    t.refusal(await withdraw(t, party.origin), 404, "no-such-provider");
  },
});
