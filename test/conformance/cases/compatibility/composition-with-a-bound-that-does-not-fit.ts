import { defineCase } from "../../case.ts";
import { expectRefusedAlike, part } from "../../steps/compositions.ts";

const one = (more: object) => ({ component: [part("main", { ...more })] });

export default defineCase({
  title: "A bound or a joint bound that does not fit is refused in a composition as well",
  requirements: ["MPLI-COMP-102@a87c4768"],
  role: "node",
  feature: "composition",
  expects: "refuse",
  hunts: "reading a budget with its currency as no budget at all",
  since: "0.1",
  async run(t) {
    await expectRefusedAlike(t, "value-does-not-fit", {
      sound: {
        ...one({ must: [{ on: "memory", atLeast: "32 GiBy" }] }),
        together: [{ budget: 5, per: "month" }, { maxProviders: 1 }],
      },
      broken: [
        one({ must: [{ on: "memory", atLeast: "32 s" }] }),
        { ...one({}), together: [{ budget: "5 EUR" }] },
        { ...one({}), together: [{ budget: 5, per: "fortnight" }] },
        { ...one({}), together: [{ maxProviders: 0 }] },
        { ...one({}), together: [{ closeTogether: ["main", "main"], latency: "5 ms" }] },
      ],
    });
  },
});
