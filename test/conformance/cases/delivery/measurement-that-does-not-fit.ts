import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import type { JsonObject } from "../../http.ts";
import { breaches, measured, report, running, stated } from "../../steps/accounts.ts";
import { runner } from "../../steps/runner.ts";

export default defineCase({
  title: "A measurement that does not fit an objective of the order is refused",
  requirements: ["MPLI-DEL-115@4c139cf4"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "an hour that breaks the promise of a month",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const it = await running(t);
    const { one } = it;
    const at = (hours: number) =>
      new Date(Math.floor(Date.now() / 1000) * 1000 + hours * 3_600_000).toISOString();
    const value = "50 %";
    const unfit: readonly JsonObject[] = [
      measured(it, { value, objective: `${one.address}/service-level#durability` }),
      measured(it, { value, objective: `${one.address.slice(0, -1)}x/service-level#availability` }),
      measured(it, { value, from: at(-0.5), until: at(0) }),
      measured(it, { value, from: at(-3), until: at(0) }),
      measured(it, { value, from: at(-24), until: at(-23) }),
      measured(it, { value, from: at(1), until: at(2) }),
      measured(it, { value: "50 ms" }),
      measured(it, { value: "half" }),
      { ...measured(it, { value }), id: `${it.ware.offer}-other` },
    ];
    for (const each of unfit)
      t.refusal(await report(t, it, stated(runner(t), each)), 422, "measurement-unfit");
    const untyped = stated(runner(t), measured(it, { value, until: undefined as never }));
    t.refusal(await report(t, it, untyped), 422, "measurement-unfit");
    t.equal((await breaches(t, one)).length, 0, "the number of breaches is");
  },
});
