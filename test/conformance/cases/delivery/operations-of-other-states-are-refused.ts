import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { OPERATIONS, tableOfLife, walk } from "../../steps/lives.ts";
import { operate, stateIs } from "../../steps/runner.ts";

export default defineCase({
  title: "In each state, whatever the table does not have is refused",
  requirements: ["MPLI-DEL-001@8f71df9f", "MPLI-DEL-013@18034ae6", "MPLI-DEL-017@a4b13eed"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "a resume of what runs, an update of what has ended, a cancellation of what is done",
  since: "0.1",
  writes: true,
  sequence: ["Kit->>Provider: every operation in every state", "Provider-->>Kit: 409, not-in-this-state"],
  async run(t: Exam) {
    const { rows } = tableOfLife();
    await walk(t, async (state, one, run) => {
      for (const body of OPERATIONS) {
        if (rows.some(({ from, on }) => from === state && on === body["kind"])) continue;
        await run?.reports();
        const answer = await operate(t, one, body);
        t.status(answer, 409);
        const { code } = answer.json();
        const isBusy = code === "operation-in-progress";
        t.that(
          isBusy || code === "not-in-this-state",
          `the code not-in-this-state for ${String(body["kind"])} in ${state}`,
          String(code),
        );
        if (isBusy) t.header(answer, "Retry-After");
      }
      await stateIs(t, one, state);
    });
  },
});
