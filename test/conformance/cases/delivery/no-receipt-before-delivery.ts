import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { type Placed, ordered, sell } from "../../steps/orders.ts";
import { CANCELLED, lease, operated, planned } from "../../steps/runner.ts";
import { ask } from "../../steps/signed-requests.ts";

export default defineCase({
  title: "There is no receipt of what was not delivered",
  requirements: ["MPLI-DEL-092@5635392f"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "a receipt that is signed with the order",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const refused = async ({ by, address }: Placed) =>
      t.refusal(await ask(t, by, `${address}/receipt`), 404, "no-receipt-yet");
    await refused(await ordered(t, await sell(t)));
    const { ware, one } = await planned(t);
    await refused(one);
    const run = await lease(t, ware, "apply");
    await refused(one);
    await run.tell("failed", CANCELLED);
    await (await lease(t, ware, "destroy")).tell("succeeded");
    await refused(one);
    const { one: other } = await planned(t);
    await operated(t, other, { kind: "cancel" });
    await refused(other);
  },
});
