import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { standing } from "../../steps/orders.ts";
import { jobOf, planned, stateIs } from "../../steps/runner.ts";

export default defineCase({
  title: "An order whose deadline passes before a runner begins has failed, and nobody gets its job",
  requirements: ["MPLI-DEL-150@f7f2749c"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "a runner that makes what nobody waits for any more, and nobody removes",
  since: "0.1",
  writes: true,
  slow: true,
  sequence: [
    "Kit->>Provider: PUT /orders/{id}, with a deadline",
    "Kit->>Provider: planned",
    "Kit->>Kit: waits until the deadline has passed",
    "Kit->>Provider: POST /jobs/lease",
    "Provider-->>Kit: 204",
  ],
  async run(t: Exam) {
    const deadline = Math.ceil(Date.now() / 1000) * 1000 + SECONDS * 1000;
    const { ware, one } = await planned(t, { deadline: new Date(deadline).toISOString() });
    if (Date.now() > deadline - 500) t.cannotTell("the plan was not made before the deadline");
    await stateIs(t, one, "PLANNED");
    t.meanwhile();
    await new Promise((resolve) => setTimeout(resolve, deadline + 200 - Date.now()));
    t.equal((await jobOf(t, ware))?.action, undefined, "the next job is");
    await t.eventually(
      "the state FAILED",
      async () => (await standing(t, one))["state"] === "FAILED" || undefined,
    );
  },
});

const SECONDS = 3;
