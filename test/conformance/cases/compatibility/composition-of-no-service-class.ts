import { defineCase } from "../../case.ts";
import { expectRefusedAlike, part } from "../../steps/compositions.ts";

export default defineCase({
  title: "A component of a composition that is of no service class is refused",
  requirements: ["MPLI-COMP-102@a87c4768"],
  role: "node",
  feature: "composition",
  expects: "refuse",
  hunts: "taking a class that nobody knows for a component that nobody sells",
  since: "0.1",
  async run(t) {
    await expectRefusedAlike(t, "unknown-class", {
      sound: { component: [part("main")] },
      broken: [
        { component: [part("main", { class: "Certification" })] },
        { component: [part("main", { class: "https://kit.example/ns#Toaster" })] },
      ],
    });
  },
});
