import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import type { JsonObject } from "../../http.ts";
import { countOfUsage, running, use, used } from "../../steps/accounts.ts";

export default defineCase({
  title: "Usage that is not in its form, or of another time, is refused",
  requirements: ["MPLI-DEL-123@ce566a56"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "charges for a time in which there was no order",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const it = await running(t);
    const before = await countOfUsage(t, it);
    const at = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();
    const changes: readonly JsonObject[] = [
      { quantity: 12.5 },
      { quantity: "-1" },
      { quantity: "1e3" },
      { quantity: "much" },
      { unit: "pieces of cake" },
      { unit: 1 },
      { id: "" },
      { id: 7 },
      { meter: "" },
      { from: at(-7200), until: at(-3600) },
      { until: at(3600) },
      { until: String(it.one.order["createdAt"]) },
      { from: "today" },
      { gift: true },
    ];
    for (const more of changes) t.refusal(await use(t, it, [used(it, more)]), 422, "malformed-usage");
    for (const body of [{ usage: [] }, { usage: used(it) }, {}, { usage: [used(it)], more: 1 }])
      t.refusal(await use(t, it, body as JsonObject), 422, "malformed-usage");
    t.equal(await countOfUsage(t, it), before, "the number of charges is");
  },
});
