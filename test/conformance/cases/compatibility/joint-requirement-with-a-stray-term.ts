import { defineCase } from "../../case.ts";
import { RARE } from "../../steps/demands.ts";
import { expectStrays } from "../../steps/strays.ts";

const BOTH = ["a", "b"];
const together = (...joint: readonly object[]) => ({
  currency: "EUR",
  component: BOTH.map((name) => ({ name, class: RARE })),
  together: joint,
});

export default defineCase({
  title:
    "A joint requirement with a term that does not belong beside its key is refused, and the term is named",
  requirements: ["MPLI-COMP-011@01b0476c"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "leaving joint requirements unread where only single offers are compared",
  since: "0.1",
  async run(t) {
    const sound = together({ sameRegion: BOTH }, { budget: 500, per: "month" });
    await expectStrays(t, sound, [
      [together({ sameRegion: BOTH, per: "month" }), "per"],
      [together({ budget: 500, latency: "5 ms" }), "latency"],
      [together({ maxProviders: 2, weight: 2 }), "weight"],
      [together({ sameProvider: BOTH, "https://terms.example/ns#strict": true }), "strict"],
      [together({ sameRegion: BOTH, differentProvider: BOTH }), "sameRegion", "differentProvider"],
    ]);
  },
});
