import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { bill, ended, invoice } from "../../steps/accounts.ts";
import { ask } from "../../steps/signed-requests.ts";

export default defineCase({
  title: "A month in which nothing was charged is not billed",
  requirements: ["MPLI-DEL-149@219744b6"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "bills for the time before the order",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const it = await ended(t);
    const before = "2020-01";
    t.refusal(await bill(t, it, invoice(), before), 409, "nothing-to-bill");
    t.refusal(await ask(t, it.one.by, `${it.one.address}/bills/${before}`), 404, "no-such-bill");
  },
});
