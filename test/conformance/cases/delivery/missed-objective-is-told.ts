import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import type { JsonObject } from "../../http.ts";
import { OBJECTIVE, breaches, reported, running } from "../../steps/accounts.ts";
import { standing } from "../../steps/orders.ts";

export default defineCase({
  title: "A missed objective is told, and is a condition until it is kept again",
  requirements: ["MPLI-DEL-116@e570eba5", "MPLI-DEL-117@1c9f5014"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "breaches that nobody hears of, or that never end",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const it = await running(t);
    const conditions = async (): Promise<string> => JSON.stringify((await standing(t, it.one))["conditions"]);
    const window = (seconds: number): JsonObject => {
      const until = Math.floor(Date.now() / 1000) * 1000 + seconds * 1000;
      return { from: new Date(until - 3_600_000).toISOString(), until: new Date(until).toISOString() };
    };
    await reported(t, it, window(10));
    t.equal(
      (await breaches(t, it.one)).length,
      0,
      "the number of breaches, of an objective that is kept, is",
    );
    await reported(t, it, { value: "98 %", ...window(60) });
    const [breach, ...others] = await breaches(t, it.one);
    t.that(breach !== undefined && others.length === 0, "one event of a breach", String(others.length));
    const text = JSON.stringify(breach["data"]);
    t.that(text.includes(OBJECTIVE.name) && text.includes("98 %"), "the objective and the value", text);
    const missed = await conditions();
    t.that(missed.includes("ObjectiveMissed"), "the condition ObjectiveMissed", missed);
    // Of an earlier time: it does not end what is so now.
    await reported(t, it, window(30));
    const still = await conditions();
    t.that(still.includes("ObjectiveMissed"), "the condition ObjectiveMissed, still", still);
    await reported(t, it, window(120));
    const kept = await conditions();
    t.that(!kept.includes("ObjectiveMissed"), "no condition ObjectiveMissed", kept);
    t.equal((await breaches(t, it.one)).length, 1, "the number of breaches is");
  },
});
