import { defineCase } from "../../case.ts";
import { refusesInCheck } from "../../steps/publications.ts";

export default defineCase({
  title: "A check refuses half of a Turtle document as a publication does",
  requirements: ["MPLI-DISC-064@9bc8ad0e"],
  role: "provider",
  feature: "publishing",
  expects: "refuse",
  hunts: "checking as many statements as could be read",
  since: "0.1",
  writes: true,
  sequence: ["Kit->>Provider: PUT half of a Turtle document", "Kit->>Provider: POST check of the same body"],
  async run(t) {
    const body = "<#m> a <https://w3id.org/mpli/ns#Manifest";
    await refusesInCheck(t, [body], { "content-type": "text/turtle" });
  },
});
