// Measurements against objectives: exact, over whole windows.
import { describe, expect, it } from "vitest";
import { judge, windowEnd } from "../../../functions/delivery/levels/measurement.ts";
import type { Objective } from "../../../functions/delivery/levels/service-level.ts";

const ADDRESS = "https://p.example/orders/1/service-level";
const AVAILABILITY: Objective = {
  name: "availability",
  metric: "https://w3id.org/mpli/ns#availabilityMetric",
  comparator: "atLeast",
  value: "99.95 %",
  window: "P1M",
  remedies: [{ serviceCredit: "10 %" }, { missedBy: "0.95 %", serviceCredit: "25 %" }],
};
const LATENCY: Objective = {
  ...AVAILABILITY,
  name: "latency",
  comparator: "lessThan",
  value: "20 ms",
  window: "P1D",
  remedies: [],
};
const PROMISED = {
  level: { objectives: [AVAILABILITY, LATENCY], monitors: [] },
  address: ADDRESS,
  offer: "https://p.example/offers/pg",
  orderedAt: Date.parse("2026-10-15T00:00:00Z"),
};
const NOW = Date.parse("2026-11-01T06:00:00Z");
const SAID = {
  subject: PROMISED.offer,
  objective: `${ADDRESS}#availability`,
  value: "99.97 %",
  from: Date.parse("2026-10-01T00:00:00Z"),
  until: Date.parse("2026-11-01T00:00:00Z"),
};

describe("a measurement over the window of its objective", () => {
  it.each([
    ["99.97 %", true, undefined],
    ["99.95 %", true, undefined],
    ["99.9499999999999999999 %", false, "10 %"],
    ["99.01 %", false, "10 %"],
    ["99.00 %", false, "25 %"],
    ["0.9995 1", true, undefined],
  ])("of %s keeps it: %s", (value, met, serviceCredit) => {
    expect(judge({ ...SAID, value }, PROMISED, NOW)).toMatchObject({
      ok: true,
      value: { objective: "availability", promised: "atLeast 99.95 %", met },
    });
    const judged = judge({ ...SAID, value }, PROMISED, NOW);
    expect(judged.ok && judged.value.serviceCredit).toBe(serviceCredit);
  });

  it("counts where it began before the service ended, and not after", () => {
    const ended = (at: number) => judge(SAID, { ...PROMISED, endedAt: at }, NOW);
    expect(ended(SAID.from + 1).ok).toBe(true);
    expect(ended(SAID.from)).toMatchObject({ refusal: { code: "measurement-unfit", member: "from" } });
  });

  it("compares units of one dimension, and leaves out the bound itself where it has to be less", () => {
    const day = {
      ...SAID,
      objective: `${ADDRESS}#latency`,
      from: Date.parse("2026-10-31T00:00:00Z"),
    };
    expect(judge({ ...day, value: "19999 us" }, PROMISED, NOW)).toMatchObject({ value: { met: true } });
    expect(judge({ ...day, value: "0.02 s" }, PROMISED, NOW)).toMatchObject({ value: { met: false } });
  });
});

describe("a measurement that does not fit", () => {
  it.each([
    ["subject", { subject: "https://p.example/offers/other" }],
    ["objective", { objective: `${ADDRESS}#durability` }],
    ["objective", { objective: "https://p.example/orders/2/service-level#availability" }],
    ["until", { until: SAID.until - 1 }],
    ["until", { from: Date.parse("2026-09-01T00:00:00Z") }],
    ["until", { from: Date.parse("2026-09-01T00:00:00Z"), until: Date.parse("2026-10-01T00:00:00Z") }],
    ["until", { from: SAID.until, until: Date.parse("2026-12-01T00:00:00Z") }],
    ["value", { value: "20 ms" }],
    ["value", { value: "often" }],
  ])("is refused for its %s", (member, more) => {
    expect(judge({ ...SAID, ...more }, PROMISED, NOW)).toMatchObject({
      ok: false,
      refusal: { code: "measurement-unfit", member },
    });
  });
});

describe("the end of a window", () => {
  it.each([
    ["2026-01-31T00:00:00Z", "P1M", "2026-02-28T00:00:00Z"],
    ["2028-01-31T00:00:00Z", "P1M", "2028-02-29T00:00:00Z"],
    ["2028-02-29T12:00:00Z", "P1Y", "2029-02-28T12:00:00Z"],
    ["2026-12-15T00:00:00Z", "P2M", "2027-02-15T00:00:00Z"],
    ["2026-03-29T00:00:00Z", "P1D", "2026-03-30T00:00:00Z"],
    ["2026-11-01T00:00:00Z", "PT15M", "2026-11-01T00:15:00Z"],
    ["2026-11-01T00:00:00Z", "PT36H", "2026-11-02T12:00:00Z"],
  ])("from %s over %s is %s", (from, window, end) => {
    expect(windowEnd(Date.parse(from), window)).toBe(Date.parse(end));
  });

  it.each(["P1M1D", "1M", "P", "PT", "P1H", "", "P1W"])("of %j is unknown", (window) => {
    expect(windowEnd(0, window)).toBeUndefined();
  });
});
