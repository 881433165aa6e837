import { defineCase } from "../../case.ts";
import {
  RARE,
  componentsOf,
  expectUnreadable,
  listed,
  requirementsOf,
  shelfOf,
} from "../../steps/demands.ts";

export default defineCase({
  title: "A component of very many requirements is judged by all of them or refused",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "judging by the first requirements and passing over the rest",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(t, { vm: { vcpus: 1_000 } });
    const must = Array.from({ length: 150 }, (_, index) => ({ on: "vcpus", atLeast: index + 1 }));
    const answer = await shelf.ask({ component: [{ class: RARE, must }] });
    if (answer.status === 413) return void t.refusal(answer, 413, "body-too-large");
    if (answer.status !== 200) return expectUnreadable(t, answer);
    const result = listed(componentsOf(t, answer)[0]).find(({ offer }) => offer === shelf.offer("vm"));
    t.equal(requirementsOf(result ?? {}).length, must.length, "the number of requirements in the report is");
  },
});
