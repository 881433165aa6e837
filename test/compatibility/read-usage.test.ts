// Reading the usage of a component: exact quantities a month.
import { describe, expect, it } from "vitest";
import { ratio } from "../../functions/kernel/ratio.ts";
import { readJson, readTurtle } from "./reading.ts";

const asked = (usage: unknown) => readJson({ component: { name: "db", class: "Service", usage } });

async function usage(written: unknown) {
  const read = await asked(written);
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return read.value.components[0]?.usage;
}

describe("a usage", () => {
  it("is a whole month of hours, where it says nothing", async () => {
    expect(await usage(undefined)).toEqual({ hoursPerMonth: ratio(730n) });
    expect(await usage({ type: "Usage" })).toEqual({ hoursPerMonth: ratio(730n) });
  });

  it("is in bytes, bytes of a month and requests", async () => {
    expect(
      await usage({
        hoursPerMonth: 100.5,
        storage: "500 GBy",
        outboundTraffic: "2 TBy/mo",
        requestsPerMonth: 1_000_000,
      }),
    ).toEqual({
      hoursPerMonth: ratio(201n, 2n),
      storage: ratio(500n * 10n ** 9n),
      outboundTraffic: ratio(2n * 10n ** 12n),
      requestsPerMonth: ratio(10n ** 6n),
    });
  });

  it("counts traffic of any period by UCUM's month of 30.4375 days", async () => {
    expect(await usage({ outboundTraffic: "1 By/s" })).toMatchObject({ outboundTraffic: ratio(2_629_800n) });
    expect(await usage({ outboundTraffic: "12 GBy/a" })).toMatchObject({ outboundTraffic: ratio(10n ** 9n) });
    expect(await usage({ outboundTraffic: "8 Mbit/s" })).toMatchObject({
      outboundTraffic: ratio(2_629_800n * 10n ** 6n),
    });
  });

  it("is as large or as small as it is written", async () => {
    expect(await usage({ storage: "1 PiBy" })).toMatchObject({ storage: ratio(2n ** 50n) });
    expect(await usage({ requestsPerMonth: 0.25 })).toMatchObject({ requestsPerMonth: ratio(1n, 4n) });
    expect(await usage({ requestsPerMonth: 1e15 })).toMatchObject({ requestsPerMonth: ratio(10n ** 15n) });
    expect(await usage({ hoursPerMonth: 744 })).toMatchObject({ hoursPerMonth: ratio(744n) });
  });

  it("means the same in Turtle", async () => {
    const fromJson = await asked({ storage: "1 GBy", outboundTraffic: "1 By/s", requestsPerMonth: 5 });
    expect(fromJson).toMatchObject({ ok: true });
    expect(
      await readTurtle(`[] a mpli:Demand ; mpli:component [
        schema:name "db" ; mpli:serviceClass mpli:Service ; mpli:usage [ a mpli:Usage ;
          mpli:requestsPerMonth 5 ; mpli:outboundTraffic "1 By/s"^^cdt:ucum ; mpli:storage "1 GBy"^^cdt:ucum ] ] .`),
    ).toEqual(fromJson);
  });

  const misfit = (term: string, given: string) => ({
    code: "value-does-not-fit",
    component: "db",
    term,
    given,
  });
  const cases: [usage: unknown, refusal: object][] = [
    [{ hoursPerMonth: 745 }, misfit("hoursPerMonth", "745")],
    [{ hoursPerMonth: 0 }, misfit("hoursPerMonth", "0")],
    [{ hoursPerMonth: "always" }, misfit("hoursPerMonth", "always")],
    [{ storage: "0 GBy" }, misfit("storage", "0 GBy")],
    [{ storage: "-1 GBy" }, misfit("storage", "-1 GBy")],
    [{ storage: 500 }, misfit("storage", "500")],
    [{ storage: "500 GB" }, misfit("storage", "500 GB")],
    [{ storage: "500 GBy/mo" }, misfit("storage", "500 GBy/mo")],
    [{ outboundTraffic: "2 TBy" }, misfit("outboundTraffic", "2 TBy")],
    [{ outboundTraffic: "0 TBy/mo" }, misfit("outboundTraffic", "0 TBy/mo")],
    [{ outboundTraffic: "2 TBy.mo" }, misfit("outboundTraffic", "2 TBy.mo")],
    [{ requestsPerMonth: 0 }, misfit("requestsPerMonth", "0")],
    [{ requestsPerMonth: "5 {request}" }, misfit("requestsPerMonth", "5 {request}")],
    [{ requestsPerMonth: 1e16 }, misfit("requestsPerMonth", "10000000000000000")],
    [{ storage: ["1 GBy", "2 GBy"] }, { code: "several-values", component: "db", term: "storage" }],
    [
      [{ hoursPerMonth: 1 }, { hoursPerMonth: 2 }],
      { code: "several-values", component: "db", term: "usage" },
    ],
  ];
  it.each(cases)("%j is refused", async (written, refusal) => {
    expect(await asked(written)).toMatchObject({ ok: false, refusal });
  });

  it("is refused with an example of how to write it", async () => {
    expect(await asked({ storage: "lots" })).toMatchObject({
      refusal: { expected: 'a quantity such as "500 GBy"' },
    });
    expect(await asked({ outboundTraffic: "lots" })).toMatchObject({
      refusal: { expected: 'a quantity such as "2 TBy/mo"' },
    });
  });
});
