import { defineCase } from "../../case.ts";
import { RARE, expectMisread } from "../../steps/demands.ts";

const [AMS, FRA, ZRH] = ["ams", "fra", "zrh"].map((name) => `https://kit.example/${name}`);
const rows = (...latencyTable: readonly object[]) => ({ component: [{ class: RARE }], latencyTable });

export default defineCase({
  title: "A row of latencies is refused that is not for two regions, or says no length of time",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "passing over a row, so that regions close to each other seem far apart",
  since: "0.1",
  async run(t) {
    const sound = { between: [AMS, FRA], latency: "8 ms" };
    await expectMisread(t, {
      sound: rows(sound, { between: [AMS, ZRH], latency: "0.012 s" }),
      broken: [
        rows({ between: [AMS], latency: "8 ms" }),
        rows({ between: [AMS, FRA, ZRH], latency: "8 ms" }),
        rows({ latency: "8 ms" }),
        rows({ between: [AMS, FRA] }),
        rows(sound, { between: [AMS, ZRH], latency: "8 GiBy" }),
        rows(sound, { between: [AMS, ZRH], latency: "quick" }),
      ],
    });
  },
});
