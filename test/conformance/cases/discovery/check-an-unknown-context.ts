import { defineCase } from "../../case.ts";
import { refusesInCheck } from "../../steps/publications.ts";

export default defineCase({
  title: "A check refuses an unknown context as a publication does",
  requirements: ["MPLI-DISC-064@9bc8ad0e"],
  role: "provider",
  feature: "publishing",
  expects: "refuse",
  hunts: "fetching contexts in a check, where nothing is at stake",
  since: "0.1",
  writes: true,
  sequence: [
    "Kit->>Provider: PUT JSON-LD with a context of another origin",
    "Kit->>Provider: POST check of the same body",
  ],
  async run(t) {
    const body = '{"@context":"https://kit.example/context","type":"Manifest"}';
    await refusesInCheck(t, [body], { "content-type": "application/ld+json" });
  },
});
