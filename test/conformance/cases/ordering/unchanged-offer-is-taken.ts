import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { customer, orderOf, place, sell, ware } from "../../steps/orders.ts";

export default defineCase({
  title: "An order that names an older manifest with the same offer is taken",
  requirements: ["MPLI-ORD-020@6e04e1b8"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "manifests that are compared instead of offers",
  since: "0.1",
  writes: true,

  async run(t: Exam) {
    const by = customer();
    const offered = ware();
    const before = await sell(t, offered, ware());
    const now = await sell(t, offered, ware());
    t.that(before.manifest !== now.manifest, "another manifest", now.manifest);
    t.status(await place(t, by, orderOf(before, by)), 201);
  },
});
