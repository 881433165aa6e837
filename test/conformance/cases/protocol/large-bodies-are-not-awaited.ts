import { setTimeout as pause } from "node:timers/promises";
import { limitOf } from "../../steps/body-limits.ts";
import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { matchesDoor, send } from "../../steps/doors.ts";

const LONGEST_MS = 3_000;

export default defineCase({
  title: "A body that is announced to be too large is refused before it has come",
  requirements: ["MPLI-PROT-038@221135ee"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "waiting for the end of a body that will be refused anyway",
  since: "0.1",
  slow: true,
  sequence: [
    "Kit->>Node: POST matches, Content-Length beyond the limit, and a few bytes",
    "Node-->>Kit: 413",
  ],
  async run(t: Exam) {
    const door = matchesDoor(t);
    const announced = { "content-length": String(limitOf(t, door) * 10), connection: "close" };
    const asked = send(t, { ...door, headers: { ...door.headers, ...announced } }, "{");
    const answer = await Promise.race([asked, pause(LONGEST_MS, undefined, { ref: false })]);
    if (!answer) t.fail(`an answer within ${LONGEST_MS / 1000} s, before the body has come`, "none");
    t.refusal(answer, 413, "body-too-large");
  },
});
