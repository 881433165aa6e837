// Reading what is asked of several components together, and the table of latencies between places.
import { describe, expect, it } from "vitest";
import { ratio } from "../../functions/kernel/ratio.ts";
import { demand, readJson, readTurtle } from "./reading.ts";

const component = ["db", "web", "cache"].map((name) => ({ name, class: "Service" }));
const asked = (together: unknown) => readJson({ currency: "EUR", component, together });
const region = (name: string) => `https://cloud.example/regions/${name}`;

const turtle = (statements: string) =>
  readTurtle(`[] a mpli:Demand ; schema:priceCurrency "EUR" ;
    mpli:component [ schema:name "db" ; mpli:serviceClass mpli:Service ],
      [ schema:name "web" ; mpli:serviceClass mpli:Service ],
      [ schema:name "cache" ; mpli:serviceClass mpli:Service ] ;
    ${statements} .`);

describe("what is asked of components together", () => {
  const groups = ["sameRegion", "sameProvider", "differentProvider"];

  it.each(groups)("%s is of the components that it names, once each, in order", async (kind) => {
    const { together } = await demand({ component, together: { [kind]: ["web", "db", "web"] } });
    expect(together).toEqual([{ kind, components: ["db", "web"] }]);
  });

  it("closeTogether is within a latency", async () => {
    const together = { closeTogether: ["web", "db"], latency: "5 ms" };
    expect((await demand({ component, together })).together).toMatchObject([
      { kind: "closeTogether", components: ["db", "web"], latency: { exact: ratio(1n, 200n) } },
    ]);
    expect((await demand({ component, together: { ...together, latency: "0 s" } })).together).toMatchObject([
      { latency: { base: 0 } },
    ]);
  });

  it("maxProviders is a number, and a budget an amount for a period: a month, unless it says", async () => {
    const budgets = [{ budget: 900.5 }, { budget: 12, per: "year" }, { maxProviders: 2 }];
    expect((await demand({ currency: "EUR", component, together: budgets })).together).toEqual([
      { kind: "budget", atMost: ratio(12n), per: "year" },
      { kind: "budget", atMost: ratio(1801n, 2n), per: "month" },
      { kind: "maxProviders", count: 2 },
    ]);
  });

  it("means the same in Turtle, in any order", async () => {
    const fromJson = await asked([
      { sameRegion: ["db", "web"] },
      { sameProvider: ["db", "cache"] },
      { differentProvider: ["web", "cache"] },
      { closeTogether: ["db", "web"], latency: "5 ms" },
      { maxProviders: 2 },
      { budget: 900, per: "month" },
    ]);
    expect(fromJson).toMatchObject({ ok: true });
    expect(
      await turtle(`mpli:together [ mpli:budget 900.0 ; mpli:per mpli:month ], [ mpli:maxProviders 2 ],
        [ mpli:latency "5 ms"^^cdt:ucum ; mpli:closeTogether "web", "db" ],
        [ mpli:differentProvider "cache", "web" ], [ mpli:sameProvider "cache", "db" ],
        [ a mpli:JointRequirement ; mpli:sameRegion "web", "db" ]`),
    ).toEqual(fromJson);
  });

  const misfit = (term: string, given: string) => ({ code: "value-does-not-fit", term, given });
  const cases: [together: unknown, refusal: object][] = [
    [{ sameRegion: ["db", "queue"] }, { code: "unknown-component", name: "queue" }],
    [
      { closeTogether: ["queue", "db"], latency: "5 ms" },
      { code: "unknown-component", name: "queue" },
    ],
    [{ sameProvider: ["db"] }, misfit("sameProvider", "db")],
    [{ differentProvider: ["db", "db"] }, misfit("differentProvider", "db")],
    [{ closeTogether: ["db", "web"] }, misfit("latency", "")],
    [{ closeTogether: ["db", "web"], latency: "5 GBy" }, misfit("latency", "5 GBy")],
    [{ closeTogether: ["db", "web"], latency: "-5 ms" }, misfit("latency", "-5 ms")],
    [
      { closeTogether: ["db", "web"], latency: ["5 ms", "6 ms"] },
      { code: "several-values", term: "latency" },
    ],
    [{ maxProviders: 0 }, misfit("maxProviders", "0")],
    [{ maxProviders: 1.5 }, { code: "value-does-not-fit", term: "maxProviders" }],
    [{ maxProviders: [1, 2] }, { code: "several-values", term: "maxProviders" }],
    [{ budget: 0 }, misfit("budget", "0")],
    [{ budget: "900 EUR" }, misfit("budget", "900 EUR")],
    [
      { budget: 900, per: "once" },
      { code: "value-does-not-fit", term: "per" },
    ],
    [{ budget: 900, per: "month", maxProviders: 2 }, { code: "unknown-requirement-term" }],
    [{ sameRegion: ["db", "web"], sameProvider: ["db", "web"] }, { code: "unknown-requirement-term" }],
    [
      { sameRegion: ["db", "web"], latency: "5 ms" },
      { code: "unknown-requirement-term", term: "latency" },
    ],
    [
      { maxProviders: 2, per: "month" },
      { code: "unknown-requirement-term", term: "per" },
    ],
    [
      { sameRegion: ["db", "web"], name: "x" },
      { code: "unknown-requirement-term", term: "name" },
    ],
    [{ type: "JointRequirement" }, { code: "value-does-not-fit", term: "together" }],
    [
      Array.from({ length: 65 }, (_, count) => ({ maxProviders: count + 1 })),
      { code: "too-many-values", term: "together", limit: 64 },
    ],
  ];
  it.each(cases)("%j is refused", async (together, refusal) => {
    expect(await asked(together)).toMatchObject({ ok: false, refusal });
  });
});

describe("a table of latencies", () => {
  const [ams, fra, osl] = ["ams", "fra", "osl"].map(region) as [string, string, string];
  const table = (...rows: object[]) => readJson({ component, latencyTable: rows });

  it("is in the order of its pairs, each pair in order", async () => {
    const { latencies } = await demand({
      component,
      latencyTable: [
        { between: [osl, ams], latency: "9 ms" },
        { between: [ams, fra], latency: "3 ms" },
      ],
    });
    expect(latencies).toMatchObject([
      { between: [ams, fra], latency: { exact: ratio(3n, 1000n) } },
      { between: [ams, osl], latency: { exact: ratio(9n, 1000n) } },
    ]);
  });

  it("means the same in Turtle", async () => {
    const currency = { currency: "EUR" };
    const row = { between: [osl, ams], latency: "9 ms" };
    const fromJson = await readJson({ ...currency, component, latencyTable: [row] });
    expect(fromJson).toMatchObject({ ok: true });
    expect(
      await turtle(`mpli:latencyTable [ a mpli:RegionLatency ; mpli:latency "9 ms"^^cdt:ucum ;
        mpli:between <${ams}>, <${osl}> ]`),
    ).toEqual(fromJson);
  });

  it("is refused where it gives a pair twice, either way round", async () => {
    const twice = await table(
      { between: [ams, fra], latency: "3 ms" },
      { between: [fra, ams], latency: "4 ms" },
    );
    expect(twice).toMatchObject({
      refusal: { code: "value-does-not-fit", term: "latencyTable", given: `${ams} ${fra}` },
    });
  });

  const cases: [row: object, refusal: object][] = [
    [
      { between: [ams], latency: "3 ms" },
      { code: "value-does-not-fit", term: "between", given: ams },
    ],
    [
      { between: [ams, ams], latency: "3 ms" },
      { code: "value-does-not-fit", term: "between" },
    ],
    [
      { between: [ams, fra, osl], latency: "3 ms" },
      { code: "value-does-not-fit", term: "between" },
    ],
    [{ latency: "3 ms" }, { code: "value-does-not-fit", term: "between", given: "" }],
    [
      { between: [ams, { "@value": fra }], latency: "3 ms" },
      { code: "value-does-not-fit", term: "between" },
    ],
    [{ between: [ams, fra] }, { code: "value-does-not-fit", term: "latency", given: "" }],
    [
      { between: [ams, fra], latency: "3" },
      { code: "value-does-not-fit", term: "latency", given: "3" },
    ],
    [
      { between: [ams, fra], latency: ["3 ms", "4 ms"] },
      { code: "several-values", term: "latency" },
    ],
    [
      { between: [ams, fra], latency: "3 ms", name: "x" },
      { code: "unknown-requirement-term", term: "name" },
    ],
  ];
  it.each(cases)("with the row %j is refused", async (row, refusal) => {
    expect(await table(row)).toMatchObject({ ok: false, refusal });
  });

  it("is refused where it has more rows than anybody measures", async () => {
    const row = (n: number) => `[ mpli:between <${ams}>, <${region(`r${n}`)}> ; mpli:latency "3 ms" ]`;
    const rows = Array.from({ length: 4097 }, (_, n) => row(n));
    expect(await turtle(`mpli:latencyTable ${rows.join(", ")}`)).toMatchObject({
      refusal: { code: "too-many-values", term: "latencyTable", limit: 4096 },
    });
  });
});
