import { defineCase } from "../../case.ts";
import { componentsOf, send } from "../../steps/demands.ts";
import { MOST, tabled } from "../../steps/numbers.ts";

export default defineCase({
  title: "A table of 4,096 latencies is taken, and one of 4,097 refused",
  requirements: ["MPLI-COMP-067@d80b505f"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "a table that is read in full before anybody counts its rows, or a smaller number than others take",
  since: "0.1",
  async run(t) {
    const limit = t.declared.limits["demandBytes"] ?? 0;
    const [most, more] = [tabled(MOST.rows), tabled(MOST.rows + 1)];
    if (more.length > limit) t.cannotTell(`a demand of ${more.length} bytes is longer than the target takes`);
    const turtle = { "content-type": "text/turtle" };
    componentsOf(t, await send(t, most, turtle));
    t.refusal(await send(t, more, turtle), 422, "too-many-values");
  },
});
