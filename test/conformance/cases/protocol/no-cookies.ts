import { knockEverywhere } from "../../steps/all-doors.ts";
import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";

export default defineCase({
  title: "No answer sets a cookie",
  requirements: ["MPLI-PRIV-004@9086ebdd"],
  role: "node",
  feature: "core",
  expects: "refuse",
  hunts: "a framework or a gateway that begins a session with everybody",
  since: "0.1",
  sequence: ["Kit->>Node: a request to each endpoint", "Node-->>Kit: answers without Set-Cookie"],
  async run(t: Exam) {
    for (const answer of await knockEverywhere(t)) {
      const field = answer.headers["set-cookie"];
      t.that(field === undefined, `no Set-Cookie from ${answer.url}`, field ?? "");
    }
  },
});
