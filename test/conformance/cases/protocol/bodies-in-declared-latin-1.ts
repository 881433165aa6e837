import { defineCase } from "../../case.ts";
import { graphDoors, refused, send, taken } from "../../steps/doors.ts";

const TYPE = "application/ld+json; charset=";

export default defineCase({
  title: "A body in Latin-1 is refused when it says so, too",
  requirements: ["MPLI-PROT-027@0dcc673a"],
  role: "node",
  feature: "core",
  expects: "refuse",
  hunts: "a framework that decodes a body by the charset of its media type",
  since: "0.1",
  sequence: ["Kit->>Node: POST a graph in Latin-1, charset=iso-8859-1", "Node-->>Kit: 4xx"],
  async run(t) {
    for (const door of graphDoors(t)) {
      const text = JSON.stringify({ ...door.document, title: "Z\u00fcrich" });
      taken(t, door, await send(t, door, text, `${TYPE}utf-8`));
      const bytes = Uint8Array.from(text, (one) => one.charCodeAt(0));
      refused(t, await send(t, door, bytes, `${TYPE}iso-8859-1`), "a body in Latin-1");
    }
  },
});
