import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import type { Answer } from "../../http.ts";
import { type Door, bodyDoors, send, taken } from "../../steps/doors.ts";

/** Deeper than the stack of most readers that call themselves. */
const DEEP = 20_000;

export default defineCase({
  title: "JSON that is nested deeper than the node can read is refused as that",
  requirements: ["MPLI-PROT-039@c8b65122"],
  role: "node",
  feature: "core",
  expects: "refuse",
  hunts: "a reader that runs out of stack, and answers 500 or not at all",
  since: "0.1",
  sequence: ["Kit->>Node: POST lists inside lists, 20,000 deep", "Node-->>Kit: 4xx too-deep, limit"],
  async run(t: Exam) {
    let isRefused = false;
    for (const door of bodyDoors(t)) {
      const answer = await deepest(t, door);
      if (answer.status < 300) {
        taken(t, door, answer);
        continue;
      }
      // Who reads so many levels of JSON finds that they are no address.
      if (door.name === "providers" && answer.status === 422 && answer.json()["code"] !== "too-deep") {
        t.refusal(answer, 422, "malformed-registration");
        continue;
      }
      isRefused = true;
      const { limit } = t.refusal(answer, [400, 413, 422], "too-deep");
      t.that(typeof limit === "number", "a number of levels in `limit`", JSON.stringify(limit ?? null));
      t.that(
        Number.isInteger(limit) && limit > 0 && limit < DEEP,
        "the levels that are read in `limit`",
        `${limit}`,
      );
      // Levels can be counted in several ways; half as many are within the limit in each of them.
      const within = await send(t, door, nested(door, Math.floor(limit / 2)));
      const code = within.status < 400 ? "none" : String(within.json()["code"]);
      t.that(code !== "too-deep", `half of ${limit} levels to be read by ${within.url}`, code);
    }
    if (!isRefused) t.cannotTell(`the node reads ${DEEP} levels`);
  },
});

/** As deep as it can be in a body that the door does not find too large. */
async function deepest(t: Exam, door: Door): Promise<Answer> {
  const answer = await send(t, door, nested(door, DEEP));
  if (answer.status !== 413) return answer;
  const { limit } = answer.json();
  // Each level takes two bytes.
  return typeof limit === "number" ? send(t, door, nested(door, Math.floor(limit / 3))) : answer;
}

/** The document of a door with lists inside lists, which JSON-LD reads as one list. */
function nested({ document, name }: Door, levels: number): string {
  const member = { matches: "component", check: "offer", providers: "url" }[name];
  const { [member]: inner, ...rest } = document;
  const around = JSON.stringify(rest).slice(0, -1);
  const separator = around === "{" ? "" : ",";
  return `${around}${separator}"${member}":${"[".repeat(levels)}${JSON.stringify(inner)}${"]".repeat(levels)}}`;
}
