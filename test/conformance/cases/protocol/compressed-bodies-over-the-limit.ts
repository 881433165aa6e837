import { gzipSync } from "node:zlib";
import { limitOf, padded } from "../../steps/body-limits.ts";
import { defineCase } from "../../case.ts";
import { matchesDoor, refused, send } from "../../steps/doors.ts";

export default defineCase({
  title: "A body that is small only while it is compressed is refused",
  requirements: ["MPLI-PROT-037@9ba03953"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "counting the bytes before they are decompressed",
  since: "0.1",
  sequence: ["Kit->>Node: POST matches, Content-Encoding: gzip", "Node-->>Kit: 4xx"],
  async run(t) {
    const door = matchesDoor(t);
    const body = gzipSync(padded(door.document, 2 * limitOf(t, door)));
    const headers = { ...door.headers, "content-encoding": "gzip" };
    refused(t, await send(t, { ...door, headers }, body), "a body that decompresses to twice the limit");
  },
});
