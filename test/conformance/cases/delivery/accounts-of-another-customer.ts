import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { bill, ended, invoice, monthOf, stranger } from "../../steps/accounts.ts";
import { runner } from "../../steps/runner.ts";
import { ask } from "../../steps/signed-requests.ts";

export default defineCase({
  title: "Service level, usage and bills are shown to no other customer",
  requirements: ["MPLI-DEL-129@4410fb74"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "what a competitor pays, for everyone who knows an id",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const it = await ended(t);
    t.status(await bill(t, it, invoice()), 201);
    const paths = ["service-level", `usage?period=${monthOf(it)}`, `bills/${monthOf(it)}`];
    for (const path of paths) {
      t.status(await ask(t, it.one.by, `${it.one.address}/${path}`), 200);
      for (const by of [stranger(), runner(t)])
        t.refusal(await ask(t, by, `${it.one.address}/${path}`), 404, "no-such-order");
      const headers = { authorization: "Bearer somebody-else" };
      const answer = await t.request(`${it.one.address}/${path}`, { headers });
      t.that(
        answer.status === 401 || answer.status === 403 || answer.status === 404,
        "a refusal",
        String(answer.status),
      );
    }
  },
});
