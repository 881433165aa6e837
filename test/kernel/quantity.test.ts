// Quantities: what parses, what equals what exactly, and what is refused.
import { describe, expect, it } from "vitest";
import { compareQuantities, parseQuantity, parseUnit } from "../../functions/kernel/quantity.ts";

const read = (text: string) => {
  const parsed = parseQuantity(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.refusal.code}`);
  return parsed.value;
};
const code = (text: string) => {
  const parsed = parseQuantity(text);
  return parsed.ok ? undefined : parsed.refusal.code;
};
const order = (a: string, b: string) => compareQuantities(read(a), read(b));

describe("a quantity", () => {
  it.each([
    ["32 GiBy", 34359738368, "information"],
    ["1 bit", 0.125, "information"],
    ["10 Gbit/s", 1.25e9, "information.time-1"],
    ["500 GBy/mo", 500e9 / 2629800, "information.time-1"],
    ["3000 /s", 3000, "time-1"],
    ["3000 Hz", 3000, "time-1"],
    ["1.5 h", 5400, "time"],
    ["10000 {request}", 10000, "1"],
    ["5 {request}/min", 5 / 60, "time-1"],
    ["99.9 %", 0.999, "1"],
    ["8", 8, "1"],
    ["250 W", 250, "energy.time-1"],
    ["1 kW.h", 3.6e6, "energy"],
    ["1 By.s-2", 1, "information.time-2"],
    ["1 By{disk}", 1, "information"],
    ["1 /a", 1 / 31557600, "time-1"],
    ["-1 ms", -0.001, "time"],
    ["4.1E-1 s", 0.41, "time"],
  ])("reads %s as %d of %s", (text, base, dimension) => {
    const quantity = read(text);
    expect(quantity.base).toBeCloseTo(base, 12);
    expect(quantity.dimension).toBe(dimension);
  });

  it("keeps the number and the unit as written", () => {
    expect(read("32 GiBy")).toMatchObject({ value: 32, unit: "GiBy" });
  });

  it.each([
    ["32 GiBy", "32768 MiBy"],
    ["1 GBy", "1000000000 By"],
    ["8 bit", "1 By"],
    ["12 mo", "1 a"],
    ["365.25 d", "1 a"],
    ["0.1 s", "100 ms"],
    ["0.3 GBy", "300 MBy"],
    ["1 TiBy", "1099511627776 By"],
    ["9007199254740993 By", "9007199254740993 By"],
    ["1 PBy/s", "8 Pbit/s"],
    ["50 %", "0.5"],
    ["1 kW.h", "3600 kJ"],
  ])("says that %s equals %s exactly", (a, b) => {
    expect(order(a, b)).toEqual({ ok: true, value: 0 });
  });

  it.each([
    ["1 GBy", "1 GiBy"],
    ["9007199254740992 By", "9007199254740993 By"],
    ["999 Mbit/s", "1 Gbit/s"],
    ["0.29999999999999999 s", "300 ms"],
    ["30 d", "1 mo"],
    ["-1 By", "0 By"],
  ])("says that %s is less than %s", (a, b) => {
    expect(order(a, b)).toEqual({ ok: true, value: -1 });
    expect(order(b, a)).toEqual({ ok: true, value: 1 });
  });

  it("compares only within one dimension, and otherwise names both", () => {
    expect(order("1 By", "1 By/s")).toEqual({
      ok: false,
      refusal: { code: "incomparable-units", left: "information", right: "information.time-1" },
    });
  });

  it.each([
    ["", "malformed-quantity"],
    ["GiBy", "malformed-quantity"],
    ["postgresql", "malformed-quantity"],
    ["32GiBy", "malformed-quantity"],
    ["1 2 By", "malformed-quantity"],
    ["0x10 By", "malformed-quantity"],
    ["1e999 By", "malformed-quantity"],
    ["1 GiBy ".padEnd(100), "malformed-quantity"],
    ["NaN By", "malformed-quantity"],
    ["32 GB", "unknown-unit"],
    ["32 KBy", "unknown-unit"],
    ["1 kiBy", "unknown-unit"],
    ["1 Kis", "unknown-unit"],
    ["1 kmin", "unknown-unit"],
    ["1 constructor", "unknown-unit"],
    ["1 By//s", "unknown-unit"],
    ["1 .By", "unknown-unit"],
    ["1 By0", "unknown-unit"],
    ["1 By/", "unknown-unit"],
    ["1 {a", "unknown-unit"],
    ["1 s.s.s.s.s.s.s", "unknown-unit"],
    ["1e99 PiBy9.PiBy9.PiBy9", "quantity-out-of-range"],
    ["1e-99 /PiBy9.PiBy-9.PiBy-9", "quantity-out-of-range"],
  ])("refuses %j as %s", (text, expected) => {
    expect(code(text)).toBe(expected);
  });

  it("does not echo more than it reads", () => {
    const parsed = parseQuantity("9".repeat(10_000));
    expect(parsed.ok ? "" : parsed.refusal.given.length).toBe(80);
  });
});

describe("a unit", () => {
  it("has a dimension of its own", () => {
    expect(parseUnit("bit/s")?.dimension).toBe("information.time-1");
    expect(parseUnit("By/mo")?.dimension).toBe("information.time-1");
    expect(parseUnit("furlong")).toBeUndefined();
  });
  it("may hold separators inside an annotation", () => {
    expect(parseUnit("{read.or/write}/s")?.dimension).toBe("time-1");
  });
});
