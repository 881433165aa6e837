import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { ordered, sell, standing } from "../../steps/orders.ts";

const HTML = { accept: "text/html" };

export default defineCase({
  title: "A timeline is shown to who has its whole address, and to nobody else",
  requirements: ["MPLI-ORD-059@b1624036"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "the life of an order, to whoever has heard of its id",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const ware = await sell(t);
    const [one, other] = [await ordered(t, ware), await ordered(t, ware)];
    const addressOf = async (order: typeof one) => t.address(String((await standing(t, order))["timeline"]));
    const address = await addressOf(one);
    t.status(await t.get(address, HTML), 200);
    const { origin, pathname, search } = new URL(address);
    const without = origin + pathname;
    const foreign = without + new URL(await addressOf(other)).search;
    const changed = without + search.replace(/.$/, (last) => (last === "0" ? "1" : "0"));
    for (const wrong of [foreign, changed, ...(search ? [without, `${without}?key=`] : [])])
      t.refusal(await t.get(wrong, HTML), 404, "no-such-order");
    const events = { accept: "text/event-stream" };
    t.refusal(await t.get(changed, events), 404, "no-such-order");
  },
});
