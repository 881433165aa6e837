import { randomUUID } from "node:crypto";
import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { standing } from "../../steps/orders.ts";
import { eventsOf, provisioning } from "../../steps/runner.ts";
import { refusesTool, stateOf, toolOf } from "../../steps/states.ts";

export default defineCase({
  title: "A customer is shown nothing of the state of its own order",
  requirements: ["MPLI-DEL-109@1e311192"],
  role: "provider",
  feature: "states",
  expects: "refuse",
  hunts: "a door that knows the order and asks who its customer is",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const { one, run } = await provisioning(t);
    const secret = `kit-${randomUUID()}`;
    const outputs = { password: { value: secret, type: "string", sensitive: true } };
    t.status(await toolOf(t, run).write(stateOf(randomUUID(), 1, { outputs })), 200);
    await refusesTool(t, toolOf(t, run, one.by), 403, "not-a-runner");
    await run.tell("progress", { milestone: "made" });
    const order = await standing(t, one);
    const told = [JSON.stringify(order), JSON.stringify(await eventsOf(t, one))];
    const { timeline } = order;
    if (typeof timeline === "string") told.push((await t.get(timeline, { accept: "text/html" })).text);
    for (const each of told)
      t.that(!each.includes(secret), "nothing of the state", "what a tool wrote into it");
  },
});
