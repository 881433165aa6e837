import { defineCase } from "../../case.ts";
import { graphDoors, send } from "../../steps/doors.ts";
import { CONTEXT } from "../../graph.ts";

export default defineCase({
  title: "What cannot be read is refused by the code of the table that fits, with its status",
  requirements: ["MPLI-PROT-056@dc849207"],
  role: "node",
  feature: "core",
  expects: "refuse",
  hunts: "one code for everything that is wrong with a body",
  since: "0.1",
  sequence: ["Kit->>Node: POST a body that cannot be read", "Node-->>Kit: 400, and a code that says why"],
  async run(t) {
    for (const door of graphDoors(t)) {
      const document = JSON.stringify(door.document);
      const wrong = [
        ["malformed-json", "{"],
        ["duplicate-name", document.replace("{", '{"type":"Kit",')],
        ["unknown-context", document.replace(CONTEXT, "https://kit.example/context")],
        ["malformed-json-ld", document.replace("{", '{"memmory":"4 GiBy",')],
        ["not-utf-8", Uint8Array.of(0x22, 0xff, 0x22)],
      ] as const;
      for (const [code, body] of wrong) t.refusal(await send(t, door, body), 400, code);
      t.refusal(await send(t, door, "<a> <b", "text/turtle"), 400, "malformed-graph");
    }
  },
});
