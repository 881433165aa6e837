import { defineCase } from "../../case.ts";
import { RARE, expectMisread } from "../../steps/demands.ts";

const BOTH = ["a", "b"];
const together = (joint: object) => ({
  currency: "EUR",
  component: BOTH.map((name) => ({ name, class: RARE })),
  together: [joint],
});

export default defineCase({
  title: "A joint requirement whose amount, number or length of time cannot be read is refused",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "reading it only where something is composed, or a budget without an end",
  since: "0.1",
  async run(t) {
    await expectMisread(t, {
      sound: together({ closeTogether: BOTH, latency: "5 ms" }),
      broken: [
        { closeTogether: BOTH },
        { closeTogether: BOTH, latency: "5 GiBy" },
        { closeTogether: BOTH, latency: ["5 ms", "9 ms"] },
        { maxProviders: "few" },
        { maxProviders: 1.5 },
        { budget: "much" },
        { budget: ["300", "500"] },
        { budget: 300, per: "fortnight" },
      ].map(together),
    });
  },
});
