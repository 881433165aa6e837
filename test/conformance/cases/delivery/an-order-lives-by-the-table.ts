import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { leads, tableOfLife, walk } from "../../steps/lives.ts";
import { eventsOf } from "../../steps/runner.ts";

export default defineCase({
  title: "An order moves from state to state along the table, and its events say so",
  requirements: ["MPLI-DEL-001@8f71df9f"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "a state that is passed in silence, or one that nobody has agreed on",
  since: "0.1",
  writes: true,
  sequence: [
    "Kit->>Provider: PUT /orders/{id}",
    "Kit->>Provider: jobs, reports and operations through every state",
    "Kit->>Provider: GET /orders/{id}/events",
  ],
  async run(t: Exam) {
    const table = tableOfLife();
    for (const one of await walk(t)) {
      const states = (await eventsOf(t, one))
        .filter(({ type }) => String(type).endsWith(".state"))
        .map(({ data }) => String((data as { state?: unknown }).state));
      t.equal(states[0], "ORDERED", "the first state is");
      for (const [index, to] of states.slice(1).entries()) {
        const from = states[index] ?? "";
        t.that(from === to || leads(table, from, to), `a row of the table from ${from}`, to);
      }
    }
  },
});
