import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { isObject } from "../../http.ts";
import { listedProviders } from "../../parties/registration.ts";

export default defineCase({
  title: "The node document of a catalogue says how many providers it keeps",
  requirements: ["MPLI-CAT-042@634d0a61"],
  role: "catalogue",
  feature: "core",
  expects: "accept",
  hunts: "a limit that callers learn of when they meet it",
  since: "0.1",
  async run(t: Exam) {
    const limits = (await t.get("/.well-known/mpli")).json()["limits"];
    const most = isObject(limits) ? limits["providers"] : undefined;
    t.that(typeof most === "number", "a number as `limits.providers`", JSON.stringify(most) ?? "none");
    t.that(Number.isInteger(most) && most >= 1, "a whole number from 1", String(most));
    const { length } = await listedProviders(t);
    t.that(length <= most, `at most ${most} providers in the list`, String(length));
  },
});
