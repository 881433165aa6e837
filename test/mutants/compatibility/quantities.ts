// Faults in how amounts with a unit are compared.
import { hearing, on } from "../faults.ts";
import { judging, stating } from "../judgement.ts";
import type { Mutant } from "../mutant.ts";

const unitOf = (quantity: string) => quantity.split(" ")[1];
const isQuantity = (value: string) => /^[\d.e+-]+ [A-Za-z]/.test(value);

export default [
  {
    breaks: "MPLI-COMP-024",
    fault: "reads the amount of a bound as a floating-point number",
    ...hearing(on("/matches", "POST"), (text) =>
      text.replace(/\d{16,}/g, (digits) => String(BigInt(Number(digits)))),
    ),
  },
  {
    breaks: "MPLI-COMP-024",
    fault: "reads a stated amount as a floating-point number",
    ...stating((value) => (isQuantity(value) ? `${Number.parseFloat(value)} ${unitOf(value)}` : value)),
  },
  {
    breaks: "MPLI-COMP-024",
    fault: "compares quantities of the same unit only",
    ...judging(({ expected, found }) => {
      const bound = String(Object.values(expected)[0]);
      return found[0] && isQuantity(found[0]) && isQuantity(bound) && unitOf(found[0]) !== unitOf(bound)
        ? "unknown"
        : undefined;
    }),
  },
  {
    breaks: "MPLI-COMP-024",
    fault: "compares the numbers and leaves the units aside",
    ...judging(({ expected, found }) => {
      const bound = String(expected["is"]);
      if (!found[0] || !isQuantity(found[0]) || !isQuantity(bound)) return undefined;
      return Number.parseFloat(found[0]) === Number.parseFloat(bound) ? "satisfied" : "violated";
    }),
  },
  {
    breaks: "MPLI-COMP-024",
    fault: "takes a month for thirty days",
    ...stating((value) => value.replace(/^12 TBy\/a$/, "1.0139 TBy/mo")),
  },
  {
    breaks: "MPLI-COMP-024",
    fault: "takes a bit for a byte",
    ...stating((value) => value.replace(/bit$/, "By")),
  },
  {
    breaks: "MPLI-COMP-026",
    fault: "reads GBy as GiBy",
    ...stating((value) =>
      value.replace(/(\d) ([kMGTP])By/, (_, digit, prefix) => `${digit} ${prefix === "k" ? "K" : prefix}iBy`),
    ),
  },
  {
    breaks: "MPLI-COMP-026",
    fault: "reads GiBy as GBy",
    ...stating((value) =>
      value.replace(/(\d) ([KMGTP])iBy/, (_, digit, prefix) => `${digit} ${prefix === "K" ? "k" : prefix}By`),
    ),
  },
  {
    breaks: "MPLI-COMP-026",
    fault: "does not know the prefixes of the largest amounts",
    ...stating((value) => (/ Pi?By/.test(value) ? undefined : value)),
  },
  {
    breaks: "MPLI-COMP-026",
    fault: "reads kBy as 1024 bytes",
    ...stating((value) => value.replace(/^1 kBy/, "1 KiBy")),
  },
] satisfies Mutant[];
