import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { eventsOf, provisioning, stateIs } from "../../steps/runner.ts";

export default defineCase({
  title: "Reports whose answer was lost are answered again in the same way, and change nothing",
  requirements: ["MPLI-DEL-056@417684f4"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "an event of the order for each time that a report came",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const { one, run } = await provisioning(t);
    const reports = [run.next("started"), run.next("progress", { milestone: "image-made", percent: 60 })];
    const first = await run.reports(...reports);
    t.status(first, 200);
    const { through } = first.json();
    t.equal(through, 2, "`through` is");
    const events = (await eventsOf(t, one)).length;
    for (const again of [reports, reports.slice(0, 1), reports.slice(1)]) {
      const answer = await run.reports(...again);
      t.status(answer, 200);
    }
    t.equal((await run.reports(...reports)).json()["through"], through, "`through` is");
    const end = run.next("succeeded");
    for (let times = 1; times <= 3; times++) {
      const answer = await run.reports(end);
      t.status(answer, 200);
      t.equal(answer.json()["through"], 3, "`through` is");
      await stateIs(t, one, "ACTIVE");
    }
    const told = (await eventsOf(t, one)).slice(events);
    const states = told.filter(({ type }) => String(type).endsWith(".state"));
    t.equal(states.length, 1, "the events of the state since are");
    t.equal(
      told.filter(({ data }) => JSON.stringify(data).includes("image-made")).length,
      0,
      "the events of what was known already are",
    );
  },
});
