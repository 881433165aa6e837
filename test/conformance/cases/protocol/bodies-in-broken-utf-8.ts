import { defineCase } from "../../case.ts";
import { refusesToRead } from "../../steps/doors.ts";
import type { JsonObject } from "../../http.ts";

/** Bytes that no UTF-8 has (RFC 3629, 3): overlong, half of a surrogate pair, beyond U+10FFFF, cut off. */
const BROKEN = [
  [0xc0, 0xaf],
  [0xed, 0xa0, 0x80],
  [0xf4, 0x90, 0x80, 0x80],
  [0xe2, 0x82],
];

export default defineCase({
  title: "A body is refused when a single sequence of its bytes is not UTF-8",
  requirements: ["MPLI-PROT-027@0dcc673a"],
  role: "node",
  feature: "core",
  expects: "refuse",
  hunts: "a decoder that lets pass what another one reads as something else",
  since: "0.1",
  sequence: ["Kit->>Node: POST a graph with an overlong sequence", "Node-->>Kit: 4xx"],
  async run(t) {
    await refusesToRead(t, "a body that is not UTF-8", (document) =>
      BROKEN.map((bytes) => titled(document, bytes)),
    );
  },
});

/** The document with these bytes as its title. */
function titled(document: JsonObject, bytes: readonly number[]): Uint8Array {
  const [before = "", after = ""] = JSON.stringify({ ...document, title: "|" }).split("|");
  const encoder = new TextEncoder();
  return Uint8Array.of(...encoder.encode(before), ...bytes, ...encoder.encode(after));
}
