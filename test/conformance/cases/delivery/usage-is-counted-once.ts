import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { rows, running, use, used } from "../../steps/accounts.ts";

export default defineCase({
  title: "Usage of the same id is counted once",
  requirements: ["MPLI-DEL-121@994dda10"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "charging twice for what was sent twice",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const it = await running(t);
    const line = used(it);
    for (const usage of [[line], [line], [line, used(it, { quantity: "1" })], [line, line]])
      t.status(await use(t, it, usage), 200);
    const traffic = (await rows(t, it)).filter(({ ChargeFrequency }) => ChargeFrequency === "Usage-Based");
    const quantities = traffic.map(({ ConsumedQuantity }) => ConsumedQuantity).sort();
    t.equal(JSON.stringify(quantities), '["1","12.5"]', "what was used is");
  },
});
