import { defineCase } from "../../case.ts";
import { expectRefusedAlike, part } from "../../steps/compositions.ts";

const one = (more: object) => ({ component: [part("main", { ...more })] });

export default defineCase({
  title: "A bound on the price without a currency is refused in a composition as well",
  requirements: ["MPLI-COMP-102@a87c4768"],
  role: "node",
  feature: "composition",
  expects: "refuse",
  hunts: "finding every offer without a price",
  since: "0.1",
  async run(t) {
    await expectRefusedAlike(t, "currency-needed", {
      sound: one({ must: [{ on: "price", atMost: "5" }] }),
      broken: [{ ...one({ must: [{ on: "price", atMost: "5" }] }), currency: undefined }],
    });
  },
});
