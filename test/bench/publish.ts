// Publishing a manifest of 500 offers: checked, split, named and stored, from request to answer.
import { type Figure, atMost, median } from "./figures.ts";
import { syntheticManifest } from "./manifests.ts";
import { withNodes } from "./rig.ts";

const OFFERS = 500;
const TIMES = 7;

export async function publish(): Promise<Figure[]> {
  return withNodes(
    [{ name: "provider", roles: ["provider"] }],
    async ({ origins: [origin = ""], asOperator }) => {
      const times: number[] = [];
      for (let round = 0; round < TIMES; round++) {
        // Every round changes each offer, so that nothing is found done already.
        const body = syntheticManifest(origin, OFFERS, round);
        const precondition: Record<string, string> =
          round === 0 ? { "If-None-Match": "*" } : { "If-Match": "*" };
        const started = performance.now();
        await asOperator(`${origin}/manifest`, {
          method: "PUT",
          body,
          headers: { "Content-Type": "application/ld+json", ...precondition },
        });
        times.push((performance.now() - started) / 1000);
      }
      return [
        atMost("publish of 500 offers, first after the start", times[0] ?? Number.NaN, "s", 1),
        atMost("publish of 500 offers, median", median(times.slice(1)), "s", 1),
      ];
    },
  );
}
