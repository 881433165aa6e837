import { defineCase } from "../../case.ts";
import { someRefusals } from "../../steps/some-refusals.ts";

export default defineCase({
  title: "Each problem states the status code of its response, as a number",
  requirements: ["MPLI-PROT-032@fc2cea90"],
  role: "node",
  feature: "core",
  expects: "refuse",
  hunts: "a status in the body that was copied from another problem, or is text",
  since: "0.1",
  sequence: ["Kit->>Node: a request that is refused", "Node-->>Kit: 405, status: 405"],
  async run(t) {
    for (const answer of await someRefusals(t))
      t.equal(answer.json()["status"], answer.status, `\`status\` of the problem of ${answer.url} is`);
  },
});
