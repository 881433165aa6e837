import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { pull } from "../../steps/trigger.ts";

export default defineCase({
  title: "An unknown action is refused with the names of those that are known",
  requirements: ["MPLI-TEST-004@c770b1a4"],
  role: "node",
  feature: "testing",
  expects: "refuse",
  hunts: "looking for what the action needs before looking for the action",
  since: "0.1",
  writes: true,
  sequence: ["Kit->>Node: POST trigger, example.com.dance", "Node-->>Kit: 422 unknown-action"],
  async run(t: Exam) {
    const url = "https://cloud.example";
    for (const body of [{ action: "example.com.dance" }, { action: "example.com.dance", url }]) {
      const { actions } = t.refusal(await pull(t, body), 422, "unknown-action");
      t.that(Array.isArray(actions), "a list in `actions`", JSON.stringify(actions));
      const known: unknown[] = actions;
      t.that(
        !known.includes("example.com.dance"),
        "other actions than the one that is refused",
        known.join(),
      );
      if (t.isCatalogue)
        t.that(known.includes("harvest"), "harvest among the actions of a catalogue", known.join());
    }
  },
});
