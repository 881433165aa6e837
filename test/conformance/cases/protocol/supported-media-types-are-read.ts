import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { bodyDoors, send } from "../../steps/doors.ts";

/** Something that begins as no text of these media types does. */
const NONSENSE = "}{";

export default defineCase({
  title: "Each media type that a refusal names as supported is one that the node reads",
  requirements: ["MPLI-PROT-029@b645fbb1"],
  role: "node",
  feature: "core",
  expects: "refuse",
  hunts: "a list that names what another door reads",
  since: "0.1",
  sequence: ["Kit->>Node: POST application/pdf", "Kit->>Node: POST as each of `supported`"],
  async run(t: Exam) {
    for (const door of bodyDoors(t)) {
      const answer = await send(t, door, door.document, "application/pdf");
      const { supported } = t.refusal(answer, 415, "unsupported-media-type");
      const names = [supported ?? []].flat().map(String);
      t.that(names.length > 0, "media types in `supported`", "none");
      for (const type of names) {
        const { status, url } = await send(t, door, NONSENSE, type);
        t.that(
          status >= 400 && status !== 415,
          `${url} to read ${type} and to refuse nonsense in it`,
          `status ${status}`,
        );
      }
    }
  },
});
