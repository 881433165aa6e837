import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { bodyDoors, send } from "../../steps/doors.ts";

const UNREADABLE = [
  "application/pdf",
  "application/x-www-form-urlencoded",
  "application/json-patch+json",
  "text/turtle2",
  // A body without a type is in none that is read.
  "",
];

export default defineCase({
  title: "A body in a media type that the node does not read is refused, and told what it reads",
  requirements: ["MPLI-PROT-029@b645fbb1"],
  role: "node",
  feature: "core",
  expects: "refuse",
  hunts: "reading everything as JSON, or comparing only how the name begins",
  since: "0.1",
  sequence: [
    "Kit->>Node: POST a body of application/pdf",
    "Node-->>Kit: 415 unsupported-media-type, supported",
  ],
  async run(t: Exam) {
    for (const door of bodyDoors(t))
      for (const type of UNREADABLE) {
        const answer = await send(t, door, door.document, type);
        const { supported } = t.refusal(answer, 415, "unsupported-media-type");
        const names = Array.isArray(supported) ? supported : [];
        const isList = names.length > 0 && names.every((one) => typeof one === "string" && one.includes("/"));
        t.that(isList, "media types in `supported`", JSON.stringify(supported ?? null));
      }
  },
});
