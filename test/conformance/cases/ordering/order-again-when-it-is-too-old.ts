import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import {
  customer,
  orderAddress,
  orderOf,
  place,
  put,
  sell,
  signOrder,
  standing,
} from "../../steps/orders.ts";
import { seconds } from "../../steps/signed-requests.ts";

export default defineCase({
  title:
    "An order that was taken is shown to its customer, and not to whoever has its bytes, once they are too old",
  requirements: ["MPLI-ORD-017@61efe54b"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "an agreement that opens its order to whoever is shown it",
  since: "0.1",
  writes: true,
  slow: true,
  async run(t: Exam) {
    const ware = await sell(t);
    const by = customer();
    const times = { iat: seconds() - 400, exp: seconds() - 298 };
    const payload = orderOf(ware, by, times);
    const token = signOrder(by, payload);
    const first = await put(t, payload["id"], token);
    if (first.status === 401) t.cannotTell("the clock of the target is ahead of the kit's");
    t.status(first, 201);
    await t.eventually(
      "an order that is too old",
      async () => {
        const other = await place(t, by, orderOf(ware, by, times));
        return other.status === 201 ? undefined : t.refusal(other, 401, "signature-stale");
      },
      "cantTell",
    );
    t.refusal(await put(t, payload["id"], token), 401, "signature-stale");
    const one = { by, address: orderAddress(t, payload["id"]) };
    t.equal((await standing(t, one))["id"], payload["id"], "the id of the order is");
  },
});
