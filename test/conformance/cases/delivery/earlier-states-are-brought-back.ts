import { randomUUID } from "node:crypto";
import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { ordered, sell } from "../../steps/orders.ts";
import { Run, lease, operated } from "../../steps/runner.ts";
import { restore, stateOf, toolOf, versionsOf } from "../../steps/states.ts";

export default defineCase({
  title: "The operator brings back the last state of each of three runs",
  requirements: ["MPLI-DEL-107@5c0b84d4"],
  role: "provider",
  feature: "states",
  expects: "accept",
  hunts: "keeping the last state alone, or every other one of a run that writes many",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    t.operator();
    const ware = await sell(t);
    const one = await ordered(t, ware);
    const lineage = randomUUID();
    let serial = 0;
    const carryOut = async (run: Run, end: string) => {
      for (let written = 0; written < 5; written++)
        t.status(await toolOf(t, run).write(stateOf(lineage, ++serial)), 200);
      await run.tell(end);
    };
    await carryOut(await lease(t, ware, "plan"), "planned");
    await carryOut(await lease(t, ware, "apply"), "succeeded");
    await operated(t, one, { kind: "suspend" });
    await carryOut(await lease(t, ware, "suspend"), "succeeded");
    for (const back of [5, 10, 15]) {
      const versions = await versionsOf(t, one.id);
      const { version } = versions.find((each) => each["serial"] === back) ?? {};
      t.that(version !== undefined, `a version with the serial ${back}`, JSON.stringify(versions));
      t.status(await restore(t, one.id, version), 200);
    }
    const { version } = (await versionsOf(t, one.id)).find((each) => each["serial"] === 5) ?? {};
    t.status(await restore(t, one.id, version), 200);
    await operated(t, one, { kind: "resume" });
    const tool = toolOf(t, await lease(t, ware, "resume"));
    t.that(
      (await tool.read()).text === JSON.stringify(stateOf(lineage, 5)),
      "the state of the first run",
      "another",
    );
    t.status(await tool.write(stateOf(lineage, 6)), 200);
  },
});
