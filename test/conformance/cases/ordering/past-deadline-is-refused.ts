import { randomUUID } from "node:crypto";
import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { customer, orderOf, place, refusesOrder, sell } from "../../steps/orders.ts";
import { seconds } from "../../steps/signed-requests.ts";

export default defineCase({
  title: "An order that is too late already is refused",
  requirements: ["MPLI-ORD-028@b7906736"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "a deadline that is compared as text",
  since: "0.1",
  writes: true,

  async run(t: Exam) {
    const by = customer();
    const sound = orderOf(await sell(t), by);
    const at = (after: number) => new Date((seconds() + after) * 1000).toISOString();
    for (const deadline of [at(-600), "2020-01-01T00:00:00Z"])
      await refusesOrder(t, by, { ...sound, deadline }, [422, "past-deadline"]);
    // The same time of another zone reads as if it were to come; it is not in UTC, and may be refused for that.
    const zoned = at(12 * 3600 - 600).replace("Z", "+12:00");
    t.status(await place(t, by, { ...sound, id: randomUUID(), deadline: zoned }), 422);
    t.status(await place(t, by, { ...sound, deadline: at(86_400) }), 201);
  },
});
