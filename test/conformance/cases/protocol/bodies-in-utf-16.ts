import { defineCase } from "../../case.ts";
import { refusesToRead } from "../../steps/doors.ts";

/** UTF-16 in little-endian order, with the mark that tells so. */
const utf16 = (text: string) =>
  Uint8Array.from([...`\ufeff${text}`].flatMap((one) => [one.charCodeAt(0) & 0xff, one.charCodeAt(0) >> 8]));

export default defineCase({
  title: "A body in UTF-16 is refused, byte order mark or not",
  requirements: ["MPLI-PROT-027@0dcc673a"],
  role: "node",
  feature: "core",
  expects: "refuse",
  hunts: "guessing the encoding, which two readers do in two ways",
  since: "0.1",
  sequence: ["Kit->>Node: POST a graph in UTF-16", "Node-->>Kit: 4xx"],
  async run(t) {
    await refusesToRead(t, "a body in UTF-16", (document) => {
      const bytes = utf16(JSON.stringify(document));
      return [bytes, bytes.slice(2)];
    });
  },
});
