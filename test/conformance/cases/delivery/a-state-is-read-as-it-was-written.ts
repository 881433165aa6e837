import { randomUUID } from "node:crypto";
import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { provisioning } from "../../steps/runner.ts";
import { stateOf, toolOf } from "../../steps/states.ts";

export default defineCase({
  title: "A tool reads the state that it has written last, byte for byte",
  requirements: ["MPLI-DEL-100@44299420"],
  role: "provider",
  feature: "states",
  expects: "accept",
  hunts: "a state that is parsed and written anew, or the first that came",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const { run } = await provisioning(t);
    const tool = toolOf(t, run);
    const lineage = randomUUID();
    t.status(await tool.write(stateOf(lineage, 1)), 200);
    const text = `${JSON.stringify(stateOf(lineage, 2, { outputs: { a: { value: 1e2 } }, note: "ä/" }), null, 2)}\n`;
    t.status(await tool.write(text), 200);
    const answer = await tool.read();
    t.status(answer, 200);
    t.that(answer.text === text, "the text that was written", answer.text);
  },
});
