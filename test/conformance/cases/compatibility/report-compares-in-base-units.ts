import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { isObject } from "../../http.ts";
import { shelfOf } from "../../steps/demands.ts";
import { findings } from "../../steps/findings.ts";

/** One byte more than fits into a floating-point number. */
const EXACTLY = "9007199254740993";
const OFFER = {
  memory: "32 GiBy",
  minSize: `${EXACTLY} By`,
  maxSize: "1.5 TBy",
  networkBandwidth: "1 Gbit/s",
};

/** A requirement, and the exact numbers of base units that were found and asked for. */
const COMPARED = [
  [{ on: "memory", atLeast: "32768 MiBy" }, ["34359738368"], { atLeast: "34359738368" }],
  [{ on: "memory", atLeast: "32 GBy" }, ["34359738368"], { atLeast: "32000000000" }],
  [
    { on: "memory", moreThan: "64 GiBy", lessThan: "100 GBy" },
    ["34359738368"],
    { moreThan: "68719476736", lessThan: "100000000000" },
  ],
  [{ on: "maxSize", atMost: "2 TiBy" }, ["1500000000000"], { atMost: "2199023255552" }],
  [{ on: "minSize", is: `${EXACTLY} By` }, [EXACTLY], { is: EXACTLY }],
  [{ on: "networkBandwidth", is: "125 MBy/s" }, ["125000000"], { is: "125000000" }],
] as const;

export default defineCase({
  title: "What was found and what was asked for stand side by side in one unit, without rounding",
  requirements: ["MPLI-COMP-088@0bc821be"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "each amount in the unit in which it was written, or in gigabytes with a few decimals",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const shelf = await shelfOf(t, { vm: OFFER });
    const all = await findings(
      t,
      shelf,
      "vm",
      COMPARED.map(([requirement]) => requirement),
    );
    for (const [index, [requirement, found, expected]] of COMPARED.entries()) {
      const { compared } = all[index] ?? {};
      t.that(isObject(compared), `\`compared\` of ${JSON.stringify(requirement)}`, JSON.stringify(compared));
      const amounts = [compared["found"]].flat().map(read);
      const bounds = Object.entries(Object(compared["expected"])).map(
        ([key, bound]) => [key, read(bound)] as const,
      );
      t.equal(
        amounts.map(({ amount }) => amount),
        found,
        `${JSON.stringify(requirement)} found, in base units,`,
      );
      t.equal(
        bounds.map(([key, { amount }]) => `${key} ${amount}`).sort(),
        Object.entries(expected)
          .map(([key, amount]) => `${key} ${amount}`)
          .sort(),
        `${JSON.stringify(requirement)} asked for, in base units,`,
      );
      const units = new Set([...amounts, ...bounds.map(([, bound]) => bound)].map(({ unit }) => unit));
      t.equal(units.size, 1, `the units of what is compared for ${JSON.stringify(requirement)} are so many:`);
      if (requirement.on !== "networkBandwidth") t.equal([...units], ["By"], "the base unit of data is");
    }
  },
});

function read(quantity: unknown): { amount: string; unit: string } {
  const [amount = "", ...unit] = String(quantity).split(" ");
  return { amount, unit: unit.join(" ") };
}
