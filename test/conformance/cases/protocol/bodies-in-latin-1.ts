import { defineCase } from "../../case.ts";
import { refusesToRead } from "../../steps/doors.ts";

/** A text in ISO 8859-1, in which each character is one byte. */
const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

export default defineCase({
  title: "A body in Latin-1 is refused",
  requirements: ["MPLI-PROT-027@0dcc673a"],
  role: "node",
  feature: "core",
  expects: "refuse",
  hunts: "a decoder that puts a question mark for what it cannot read",
  since: "0.1",
  sequence: ["Kit->>Node: POST a graph with Zürich in Latin-1", "Node-->>Kit: 4xx"],
  async run(t) {
    await refusesToRead(t, "a body in Latin-1", (document) => [
      latin1(JSON.stringify({ ...document, title: "Z\u00fcrich" })),
    ]);
  },
});
