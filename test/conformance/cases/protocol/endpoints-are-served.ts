import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { ENDPOINTS, GUARDED, doorAt, endpointsIn, nodeDocument } from "../../steps/node-document.ts";

/** Endpoints that only take `POST`: a `GET` there is refused as a method. */
const TO_POST = [
  "check",
  "matches",
  "compose",
  "verify",
  "verifyPresentation",
  "requestPresentation",
  "issue",
  "status",
  "lease",
  "trigger",
];
/** Endpoints without anything behind them yet may say that there is nothing. */
const NOTHING_YET = ["no-manifest", "no-more-offers"];

export default defineCase({
  title: "There is an endpoint at each address that the node document gives",
  requirements: ["MPLI-PROT-006@50ecb486"],
  role: "node",
  feature: "core",
  expects: "accept",
  hunts: "addresses made of another base than the one that requests come to",
  since: "0.1",
  async run(t: Exam) {
    const names = Object.keys(endpointsIn(t, await nodeDocument(t))).filter((name) => ENDPOINTS[name]);
    t.that(names.length > 0, "endpoints of the specification in `endpoint`", "none");
    for (const name of names) {
      const answer = await t.get(doorAt(t, name), { accept: "application/ld+json" });
      if (TO_POST.includes(name)) t.status(answer, 200, 405, ...(GUARDED.includes(name) ? [401, 403] : []));
      else if (GUARDED.includes(name)) t.status(answer, 401, 403);
      else if (answer.status === 404) {
        const code = String(answer.json()["code"]);
        t.that(NOTHING_YET.includes(code), `\`${name}\` at ${answer.url}`, `404 with the code ${code}`);
      } else {
        t.status(answer, 200);
        t.that(Object.keys(answer.json()).length > 0, `\`${name}\` at ${answer.url}`, answer.text);
      }
    }
  },
});
