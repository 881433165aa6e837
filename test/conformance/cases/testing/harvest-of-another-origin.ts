import { defineCase } from "../../case.ts";
import { harvestsOf, pull } from "../../steps/trigger.ts";

export default defineCase({
  title: "Another scheme or another port is another provider, which is not registered",
  requirements: ["MPLI-TEST-008@34bfc698"],
  role: "catalogue",
  feature: "testing",
  expects: "refuse",
  hunts: "looking providers up by their host, or by the beginning of their address",
  since: "0.1",
  writes: true,
  sequence: [
    "Kit->>Catalogue: POST trigger, harvest of http in place of https",
    "Catalogue-->>Kit: 404 no-such-provider",
  ],
  async run(t) {
    const party = await t.party();
    await party.harvested();
    const { protocol, host, hostname, port } = new URL(party.origin);
    const others = [
      `${protocol === "https:" ? "http:" : "https:"}//${host}`,
      `${protocol}//${hostname}:${port === "8443" ? "9443" : "8443"}`,
      `${protocol}//${host}@elsewhere.example`,
    ];
    // A harvest that happens to be due may fall between two requests, but not every time.
    const meanwhile: number[] = [];
    for (const url of others) {
      const before = harvestsOf(party);
      t.refusal(await pull(t, { action: "harvest", url }), 404, "no-such-provider");
      meanwhile.push(harvestsOf(party) - before);
    }
    t.equal(Math.min(...meanwhile), 0, "the number of requests for the manifest is");
  },
});
