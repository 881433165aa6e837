import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { promised } from "../../steps/accounts.ts";
import { standing } from "../../steps/orders.ts";
import { fallSilent, lease } from "../../steps/runner.ts";
import { ask } from "../../steps/signed-requests.ts";

export default defineCase({
  title: "What a lookup finds complete is delivered, with all that was promised of it",
  requirements: ["MPLI-DEL-110@5c8af3a1", "MPLI-DEL-151@78e019f3"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "a service that runs, and counts as delivered only if its runner lived to say so",
  since: "0.1",
  writes: true,
  slow: true,
  async run(t: Exam) {
    const { ware, one } = await promised(t);
    await (await lease(t, ware, "plan")).tell("planned", { create: 1 });
    await fallSilent(t, await lease(t, ware, "apply"));
    await (await lease(t, ware, "lookup")).tell("found", { exists: "complete", running: true });
    const { delivered, parameters } = await standing(t, one);
    t.equal(delivered, parameters, "`delivered` is");
    t.status(await ask(t, one.by, `${one.address}/service-level`), 200);
  },
});
