import { defineCase } from "../../case.ts";
import { refusesInCheck } from "../../steps/publications.ts";

export default defineCase({
  title: "A check refuses half of a JSON text as a publication does",
  requirements: ["MPLI-DISC-064@9bc8ad0e"],
  role: "provider",
  feature: "publishing",
  expects: "refuse",
  hunts: "reading a body with a parser that mends it",
  since: "0.1",
  writes: true,
  sequence: ["Kit->>Provider: PUT half of a JSON text", "Kit->>Provider: POST check of the same body"],
  async run(t) {
    const body = '{"@context":"https://w3id.org/mpli/context/v1","type":"Manifest",';
    await refusesInCheck(t, [body], { "content-type": "application/ld+json" });
  },
});
