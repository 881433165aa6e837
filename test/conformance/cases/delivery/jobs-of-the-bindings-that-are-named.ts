import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { ordered, sell, type Ware, ware } from "../../steps/orders.ts";
import { jobOf, lease } from "../../steps/runner.ts";

export default defineCase({
  title: "A runner gets jobs of the bindings that it names, and no others",
  requirements: ["MPLI-DEL-052@8c2963d0"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "whatever comes first, for whoever asks first",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const [wanted, other] = [ware(), ware()];
    const first = await sell(t, wanted, other);
    const second: Ware = {
      ...first,
      offer: new URL(`/offers/${other.id}`, first.offer).href,
      binding: `kit:${other.id}`,
    };
    const one = await ordered(t, first);
    t.equal((await jobOf(t, second))?.id, undefined, "a job of another binding is");
    const two = await ordered(t, second);
    for (const [each, { id }] of [
      [second, two],
      [first, one],
    ] as const) {
      const { job } = await lease(t, each, "plan");
      t.equal([job.more["binding"], job.order], [each.binding, id], "binding and order of the job are");
    }
  },
});
