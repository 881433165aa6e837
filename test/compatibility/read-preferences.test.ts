// Reading preferences: in order or by weight, and where the customer would like the service to be.
import { describe, expect, it } from "vitest";
import { demand, readJson, readTurtle } from "./reading.ts";

const component = { name: "db", class: "Service" };
const near = { latitude: 52.37, longitude: 4.9 };
const asked = (members: object) => readJson({ component, ...members });
const turtle = (statements: string) =>
  readTurtle(`[] a mpli:Demand ; mpli:component [ schema:name "db" ; mpli:serviceClass mpli:Service ] ;
    ${statements} .`);

describe("preferences", () => {
  it("count in the order in which they are listed", async () => {
    const prefer = ["greenest", "nearest", "fewestProviders", "cheapest"];
    expect((await demand({ component, near, prefer })).preferences).toEqual(
      prefer.map((criterion) => ({ criterion })),
    );
  });

  it("may be nodes without a weight, and still count in order", async () => {
    const prefer = [{ criterion: "greenest" }, "cheapest"];
    expect((await demand({ component, prefer })).preferences).toEqual([
      { criterion: "greenest" },
      { criterion: "cheapest" },
    ]);
  });

  it("with weights, in thousandths, are the same in any order", async () => {
    const prefer = [
      { criterion: "greenest", weight: 0.125 },
      { criterion: "cheapest", weight: 1000 },
    ];
    const { preferences } = await demand({ component, prefer });
    expect(preferences).toEqual([
      { criterion: "cheapest", weight: 1_000_000 },
      { criterion: "greenest", weight: 125 },
    ]);
    expect((await demand({ component, prefer: prefer.toReversed() })).preferences).toEqual(preferences);
  });

  it("mean the same in Turtle", async () => {
    const listed = await asked({ near, prefer: ["nearest", "cheapest"] });
    expect(listed).toMatchObject({ ok: true });
    expect(
      await turtle(`mpli:prefer ( "nearest" "cheapest" ) ;
        mpli:near [ schema:latitude 52.37 ; schema:longitude 4.9 ]`),
    ).toEqual(listed);
    const weighted = await asked({ prefer: [{ criterion: "greenest", weight: 2.5 }] });
    expect(weighted).toMatchObject({ ok: true });
    expect(
      await turtle(`mpli:prefer ( [ a mpli:Preference ; mpli:criterion "greenest" ; mpli:weight 2.5 ] )`),
    ).toEqual(weighted);
  });

  it("may be none", async () => {
    expect((await demand({ component, prefer: [] })).preferences).toEqual([]);
  });

  const misfit = (given: string, expected: string) => ({
    code: "value-does-not-fit",
    term: "prefer",
    given,
    expected,
  });
  const weighted = (weight: unknown) => ({ prefer: [{ criterion: "cheapest", weight }] });
  const badWeight = (given: string) => ({ code: "value-does-not-fit", term: "weight", given });
  const cases: [members: object, refusal: object][] = [
    [{ prefer: ["nearest"] }, { code: "near-needed" }],
    [{ prefer: [{ criterion: "nearest", weight: 1 }] }, { code: "near-needed" }],
    [{ prefer: ["fastest"] }, misfit("fastest", "one of cheapest, nearest, greenest, fewestProviders")],
    [{ prefer: ["cheapest", "cheapest"] }, misfit("", "each preference once")],
    [{ prefer: ["cheapest", { criterion: "cheapest" }] }, misfit("", "each preference once")],
    [
      { prefer: ["cheapest", "greenest", "cheapest", "greenest", "cheapest"] },
      { code: "value-does-not-fit", term: "prefer", expected: "a list of preferences, each once" },
    ],
    [
      { prefer: [{ criterion: "cheapest", weight: 1 }, "greenest"] },
      misfit("", "a weight on each preference, or on none"),
    ],
    [{ prefer: [{ weight: 1 }] }, { code: "value-does-not-fit", term: "prefer", given: "" }],
    [
      { prefer: [{ criterion: "fastest" }] },
      { code: "value-does-not-fit", term: "criterion", given: "fastest" },
    ],
    [{ prefer: [{ criterion: ["cheapest", "greenest"] }] }, { code: "several-values", term: "criterion" }],
    [{ prefer: [{ criterion: "cheapest", on: "price" }] }, { code: "unknown-requirement-term", term: "on" }],
    [weighted(0), badWeight("0")],
    [weighted(-1), badWeight("-1")],
    [weighted(1001), badWeight("1001")],
    [weighted(0.0005), { code: "value-does-not-fit", term: "weight" }],
    [weighted([1, 2]), { code: "several-values", term: "weight" }],
  ];
  it.each(cases)("%j are refused", async (members, refusal) => {
    expect(await asked(members)).toMatchObject({ ok: false, refusal });
  });

  it.each([
    ["two lists", `mpli:prefer ( "cheapest" ), ( "greenest" )`, { code: "several-values", term: "prefer" }],
    ["no list", `mpli:prefer "cheapest"`, { code: "value-does-not-fit", term: "prefer" }],
    [
      "a list without end",
      `mpli:prefer _:list . _:list rdf:first "cheapest" ; rdf:rest _:list`,
      { code: "value-does-not-fit", term: "prefer" },
    ],
    [
      "a list that breaks off",
      `mpli:prefer [ rdf:first "cheapest" ]`,
      { code: "value-does-not-fit", term: "prefer" },
    ],
  ])("in %s are refused", async (_, statements, refusal) => {
    expect(await turtle(statements)).toMatchObject({ ok: false, refusal });
  });
});

describe("a point to be near to", () => {
  it.each([
    [{ latitude: 52.37, longitude: 4.9 }],
    [{ latitude: -90, longitude: 180 }],
    [{ latitude: 0.00001, longitude: -0.5 }],
  ])("%j is read, with or without a wish to be nearest", async (point) => {
    expect(await demand({ component, near: point })).toMatchObject({ near: point, preferences: [] });
    expect(await demand({ component, near: point, prefer: ["nearest"] })).toMatchObject({ near: point });
  });

  it("is absent where none is given", async () => {
    expect(await demand({ component })).not.toHaveProperty("near");
  });

  const cases: [near: unknown, refusal: object][] = [
    [[near, { latitude: 1, longitude: 1 }], { code: "several-values", term: "near" }],
    [{ latitude: 52 }, { code: "value-does-not-fit", term: "near", expected: "a latitude and a longitude" }],
    [{ longitude: 5 }, { code: "value-does-not-fit", term: "near" }],
    [
      { latitude: 90.1, longitude: 0 },
      { code: "value-does-not-fit", term: "latitude", expected: "degrees from -90 to 90" },
    ],
    [
      { latitude: 0, longitude: -181 },
      { code: "value-does-not-fit", term: "longitude", given: "-181" },
    ],
    [
      { latitude: "north", longitude: 0 },
      { code: "value-does-not-fit", term: "latitude", given: "north" },
    ],
    [
      { latitude: [1, 2], longitude: 0 },
      { code: "several-values", term: "latitude" },
    ],
  ];
  it.each(cases)("%j is refused", async (given, refusal) => {
    expect(await asked({ near: given })).toMatchObject({ ok: false, refusal });
  });
});
