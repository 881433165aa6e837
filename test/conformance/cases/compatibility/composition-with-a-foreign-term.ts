import { defineCase } from "../../case.ts";
import { expectRefusedAlike, part } from "../../steps/compositions.ts";

const one = (more: object) => ({ component: [part("main", { ...more })] });

export default defineCase({
  title: "A term that does not belong into a requirement is refused in a composition as well",
  requirements: ["MPLI-COMP-102@a87c4768"],
  role: "node",
  feature: "composition",
  expects: "refuse",
  hunts: "passing over what decides, since joint requirements are what matters here",
  since: "0.1",
  async run(t) {
    await expectRefusedAlike(t, "unknown-requirement-term", {
      sound: one({ must: [{ on: "vcpus", atLeast: "2" }] }),
      broken: [
        one({ must: [{ on: "vcpus", atLeast: "2", weight: 2 }] }),
        one({ should: [{ on: "vcpus", atLeast: "2", "https://kit.example/ns#about": "roughly" }] }),
        { ...one({}), together: [{ maxProviders: 1, "https://kit.example/ns#about": "roughly" }] },
        { ...one({}), together: [{ maxProviders: 1, budget: 5 }] },
      ],
    });
  },
});
