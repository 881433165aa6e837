import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { CANCELLED, UPDATE, active, lease, operate, operated, stateIs } from "../../steps/runner.ts";

export default defineCase({
  title: "However often a service was changed, its customer can leave",
  requirements: ["MPLI-DEL-153@7b068784"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "a bound on operations that the last of them runs into",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const { ware, one } = await active(t);
    /** Whether the change was taken; a bound on changes is the target's to set. */
    const change = async (body: typeof UPDATE): Promise<boolean> => {
      const answer = await operate(t, one, body);
      if (answer.status === 409 && answer.json()["code"] === "too-many-operations") return false;
      t.status(answer, 202);
      return true;
    };
    let isOpen = true;
    for (let exports = 0; isOpen && exports < EXPORTS; exports++) {
      isOpen = await change({ kind: "export" });
      if (isOpen) await (await lease(t, ware, "export")).tell("succeeded");
    }
    if (isOpen && (await change(UPDATE))) {
      const run = await lease(t, ware, "apply");
      await operated(t, one, { kind: "cancel" });
      await run.tell("failed", CANCELLED);
    }
    await operated(t, one, { kind: "terminate" });
    await (await lease(t, ware, "stop")).tell("succeeded");
    await operated(t, one, { kind: "erase" });
    await (await lease(t, ware, "destroy")).tell("succeeded");
    await stateIs(t, one, "TERMINATED");
  },
});

const EXPORTS = 8;
