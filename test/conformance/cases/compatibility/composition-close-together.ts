import { defineCase } from "../../case.ts";
import { expectCompositions, part, ware } from "../../steps/compositions.ts";
import { PLACES } from "../../steps/prices.ts";

export default defineCase({
  title: "Components that are to be close together are in regions with at most that delay between them",
  requirements: ["MPLI-COMP-106@b100a5ce"],
  role: "node",
  feature: "composition",
  expects: "refuse",
  hunts: "a delay in one direction alone, in other units, or of regions that no row names",
  since: "0.1",
  writes: true,
  async run(t) {
    const offers = ["ams", "ber", "nyc"].map((region) =>
      ware(`m-${region}`, "main", { region: `/regions/${region}` }),
    );
    const shelf = await t.shelf([...offers, ware("side", "side", { region: "/regions/ams" })], {
      place: PLACES,
    });
    const between = (one: string, other: string, latency: string) => ({
      between: [one, other].map((region) => new URL(`/regions/${region}`, shelf.offer("side")).href),
      latency,
    });
    const component = [part("main"), part("side")];
    const close = (latency: string) => ({ together: [{ closeTogether: ["main", "side"], latency }] });
    const [ams, ber] = ["main=m-ams@ams, side=side@ams", "main=m-ber@ber, side=side@ams"];
    // Nothing is known of New York.
    for (const latencyTable of [[between("ams", "ber", "8 ms")], [between("ber", "ams", "0.008 s")]]) {
      await expectCompositions(t, { component, latencyTable, ...close("8 ms") }, [ams, ber]);
      await expectCompositions(t, { component, latencyTable, ...close("7.99 ms") }, [ams]);
    }
    await expectCompositions(t, { component, ...close("1 s") }, [ams]);
  },
});
