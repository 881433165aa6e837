import { defineCase } from "../../case.ts";
import { manifestWith } from "../../steps/publications.ts";

export default defineCase({
  title: "Each later publication is answered with 200, also one that changes nothing",
  requirements: ["MPLI-DISC-060@e92057a7"],
  role: "provider",
  feature: "publishing",
  expects: "accept",
  hunts: "201 or 204 where a manifest is replaced, 304 where it is the same",
  since: "0.1",
  writes: true,
  sequence: ["Kit->>Provider: PUT manifest", "Kit->>Provider: PUT the same manifest", "Provider-->>Kit: 200"],
  async run(t) {
    const body = manifestWith(t);
    t.status(await t.publish(body), 200, 201);
    t.status(await t.publish(body), 200);
    t.status(await t.publish(manifestWith(t)), 200);
  },
});
