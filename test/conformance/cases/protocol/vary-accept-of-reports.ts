import { defineCase } from "../../case.ts";
import { matchesDoor, send, taken } from "../../steps/doors.ts";
import { variesByAccept } from "../../steps/vary.ts";

export default defineCase({
  title: "Reports, and refusals to write one as asked, tell that they depend on Accept",
  requirements: ["MPLI-PROT-020@e8b1e211"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "an answer that is chosen by Accept and does not say so",
  since: "0.1",
  sequence: ["Kit->>Node: POST matches, Accept: image/png", "Node-->>Kit: 406, Vary: Accept"],
  async run(t) {
    const door = matchesDoor(t);
    const ask = (accept: string) => send(t, { ...door, headers: { accept } }, door.document);
    const report = await ask("application/json");
    taken(t, door, report);
    const other = await ask("image/png");
    if (other.status === 200) t.inapplicable("reports do not depend on Accept");
    for (const answer of [report, other]) variesByAccept(t, answer);
  },
});
