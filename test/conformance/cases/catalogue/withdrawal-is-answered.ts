import { defineCase } from "../../case.ts";
import { withdraw } from "../../parties/registration.ts";
import { machine } from "../../steps/wares.ts";

export default defineCase({
  title: "A withdrawal goes to the address of the registration, and is answered with 204",
  requirements: ["MPLI-CAT-047@9b02d31f"],
  role: "catalogue",
  feature: "core",
  expects: "accept",
  hunts: "a resource for each provider, which nobody knows the address of",
  since: "0.1",
  writes: true,
  sequence: ["Kit->>Catalogue: DELETE providers, url of the provider", "Catalogue-->>Kit: 204"],
  async run(t) {
    const party = await t.party({ offers: [machine("vm")] });
    await party.harvested();
    t.status(await withdraw(t, `${party.origin}/any/path`), 204);
    await party.register();
  },
});
