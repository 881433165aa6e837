import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { promised } from "../../steps/accounts.ts";
import { active } from "../../steps/runner.ts";
import { ask } from "../../steps/signed-requests.ts";

export default defineCase({
  title: "There is no service level before the delivery, or of an offer without one",
  requirements: ["MPLI-DEL-111@ca65c809"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "promises for what does not exist yet",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    for (const { one } of [await promised(t), await active(t)])
      t.refusal(await ask(t, one.by, `${one.address}/service-level`), 404, "no-service-level");
  },
});
