import { defineCase } from "../../case.ts";
import { refusesToRead } from "../../steps/doors.ts";

export default defineCase({
  title: "A member that no context defines is refused, wherever it stands",
  requirements: ["MPLI-PROT-025@cd02ac45"],
  role: "node",
  feature: "core",
  expects: "refuse",
  hunts: "a library for JSON-LD that drops what it does not know, and a fact with it",
  since: "0.1",
  sequence: ["Kit->>Node: POST a graph with a misspelt member", "Node-->>Kit: 4xx"],
  async run(t) {
    await refusesToRead(t, "a member that no context defines", (document, { name }) => {
      const member = name === "check" ? "offer" : "component";
      const [inner] = [document[member]].flat();
      return [
        { ...document, memmory: "4 GiBy" },
        { ...document, [member]: [{ ...(inner as object), memmory: "4 GiBy" }] },
        // Even a member without a value is a word that somebody meant.
        { ...document, memmory: { "@value": "4 GiBy" }, Title: "in other letters" },
      ];
    });
  },
});
