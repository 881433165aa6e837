import { defineCase } from "../../case.ts";
import { expectRefusedAlike, part } from "../../steps/compositions.ts";

const one = (more: object) => ({ component: [part("main", { ...more })] });

export default defineCase({
  title: "A requirement on a property that offers do not have is refused in a composition as well",
  requirements: ["MPLI-COMP-102@a87c4768"],
  role: "node",
  feature: "composition",
  expects: "refuse",
  hunts: "a component that nothing can meet, and so an infeasible composition",
  since: "0.1",
  async run(t) {
    await expectRefusedAlike(t, "unknown-property", {
      sound: one({ must: [{ on: "memory", atLeast: "1 GiBy" }] }),
      broken: [
        one({ must: [{ on: "https://kit.example/ns#colour", is: "blue" }] }),
        one({ should: [{ on: "title", is: "blue" }] }),
      ],
    });
  },
});
