import { defineCase } from "../../case.ts";
import { refusesInCheck } from "../../steps/publications.ts";

export default defineCase({
  title: "A check refuses what is no graph as a publication does",
  requirements: ["MPLI-DISC-064@9bc8ad0e"],
  role: "provider",
  feature: "publishing",
  expects: "refuse",
  hunts: "guessing the syntax where the type is not known",
  since: "0.1",
  writes: true,
  sequence: ["Kit->>Provider: PUT a table in text/csv", "Kit->>Provider: POST check of the same body"],
  async run(t) {
    const body = "offer,class\nvm,VirtualMachine\n";
    await refusesInCheck(t, [body], { "content-type": "text/csv" });
  },
});
