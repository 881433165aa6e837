import { knockEverywhere } from "../../steps/all-doors.ts";
import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";

export default defineCase({
  title: "No answer lets pages of other origins send what a browser has stored",
  requirements: ["MPLI-SEC-002@46724a7f"],
  role: "node",
  feature: "core",
  expects: "refuse",
  hunts: "a ready-made setting for requests across origins, with credentials",
  since: "0.1",
  sequence: ["Kit->>Node: OPTIONS an endpoint, Origin", "Node-->>Kit: no Access-Control-Allow-Credentials"],
  async run(t: Exam) {
    for (const answer of await knockEverywhere(t, {
      origin: "https://page.example",
      cookie: "session=kit",
    })) {
      const field = answer.headers["access-control-allow-credentials"];
      t.that(field === undefined, `no Access-Control-Allow-Credentials from ${answer.url}`, field ?? "");
    }
  },
});
