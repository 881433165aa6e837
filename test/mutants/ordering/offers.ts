// Faults in how orders are held to what is published, and to what the provider asks for.
import { createHash } from "node:crypto";
import {
  type Heard,
  blindTo,
  delivering,
  instead,
  passing,
  refusingOrders,
  withoutStatus,
} from "../agreeing.ts";
import { refusing } from "../faults.ts";
import type { Mutant } from "../mutant.ts";

type Fault = { pointer: string; problem: string };

const faultsIn = ({ problem }: Pick<Heard, "problem">) => (problem["faults"] ?? []) as Fault[];
const priceIn = ({ payload }: Heard) => (payload["price"] ?? {}) as { [name: string]: unknown };
const pathIn = ({ payload }: Heard) => (payload["path"] ?? []) as string[];

const digestIn = ({ payload }: Heard) =>
  `sha256:${createHash("sha256").update(String(payload["provider"])).digest("hex")}`;

const overlooking = (problem: string, fault: string): Mutant => ({
  breaks: "MPLI-ORD-023",
  fault,
  ...passing("parameters-invalid", (one) => faultsIn(one).every((each) => each.problem === problem)),
});

export default [
  { breaks: "MPLI-ORD-018", fault: "sells what it does not have", ...passing("offer-unknown") },
  {
    breaks: "MPLI-ORD-018",
    fault: "sells what others have",
    ...passing("offer-unknown", ({ payload }) => String(payload["offer"]).includes("elsewhere.example")),
  },
  {
    breaks: "MPLI-ORD-018",
    fault: "answers orders for unknown offers with status 422",
    ...withoutStatus("offer-unknown", 422),
  },
  {
    breaks: "MPLI-ORD-019",
    fault: "does not look in which manifest an offer was read",
    ...passing("offer-changed"),
  },
  {
    breaks: "MPLI-ORD-019",
    fault: "believes in any manifest that it does not have",
    ...passing("offer-changed", ({ payload }) => /^sha256:(.)\1{63}$/.test(String(payload["manifest"]))),
  },
  { breaks: "MPLI-ORD-019", fault: "does not compare the memory of offers", ...blindTo("memory") },
  { breaks: "MPLI-ORD-019", fault: "does not compare how offers are delivered", ...blindTo("binding") },
  {
    breaks: "MPLI-ORD-019",
    fault: "answers orders for changed offers with status 412",
    ...withoutStatus("offer-changed", 412),
  },
  {
    breaks: "MPLI-ORD-020",
    fault: "takes orders from its current manifest alone",
    ...delivering(({ publication }) => ({
      publication: { ...publication, kindOf: async () => undefined },
    })),
  },
  { breaks: "MPLI-ORD-021", fault: "sells what nobody delivers", ...passing("offer-not-for-sale") },
  {
    breaks: "MPLI-ORD-021",
    fault: "says of offers without delivery that there are none",
    ...withoutStatus("offer-not-for-sale", 404),
  },
  { breaks: "MPLI-ORD-022", fault: "takes any price", ...passing("price-differs") },
  {
    breaks: "MPLI-ORD-022",
    fault: "takes a price that is higher",
    ...passing("price-differs", ({ problem: { asked, current } }) => Number(asked) > Number(current)),
  },
  {
    breaks: "MPLI-ORD-022",
    fault: "compares prices by their cents",
    ...passing("price-differs", ({ problem: { asked, current } }) =>
      Boolean(Math.abs(Number(asked) - Number(current)) < 0.005),
    ),
  },
  {
    breaks: "MPLI-ORD-022",
    fault: "compares amounts of any currency",
    ...passing("price-differs", (one) => priceIn(one)["currency"] !== "EUR"),
  },
  {
    breaks: "MPLI-ORD-022",
    fault: "compares amounts of any period",
    ...passing("price-differs", (one) => priceIn(one)["per"] !== "month"),
  },
  {
    breaks: "MPLI-ORD-022",
    fault: "compares amounts as they are written",
    ...refusingOrders((one) => priceIn(one)["amount"] === "4", 409, "price-differs"),
  },
  {
    breaks: "MPLI-ORD-022",
    fault: "passes over the usage",
    ...passing("price-differs", ({ payload }) => "usage" in payload),
  },
  {
    breaks: "MPLI-ORD-022",
    fault: "does not tell the price",
    ...refusing("price-differs", (problem) => delete problem["current"]),
  },
  {
    breaks: "MPLI-ORD-022",
    fault: "does not tell the price that was asked",
    ...refusing("price-differs", (problem) => delete problem["asked"]),
  },
  {
    breaks: "MPLI-ORD-022",
    fault: "tells each price as the other",
    ...refusing("price-differs", (problem) => {
      const { asked, current } = problem;
      Object.assign(problem, { asked: current, current: asked });
    }),
  },
  { breaks: "MPLI-ORD-023", fault: "takes any parameters", ...passing("parameters-invalid") },
  overlooking("required", "does without parameters that are required"),
  overlooking("unknown", "passes over parameters that it does not know"),
  overlooking("datatype", "takes values of any datatype"),
  overlooking("below", "takes values below the least"),
  overlooking("above", "takes values above the most"),
  overlooking("not-one-of", "takes values that are not to be chosen"),
  overlooking("no-match", "takes values that do not match"),
  {
    breaks: "MPLI-ORD-023",
    fault: "does not say which parameter is wrong",
    ...refusing("parameters-invalid", (problem) => delete problem["faults"]),
  },
  {
    breaks: "MPLI-ORD-023",
    fault: "names the first wrong parameter alone",
    ...refusing("parameters-invalid", (problem) => {
      problem["faults"] = faultsIn({ problem }).slice(0, 1);
    }),
  },
  {
    breaks: "MPLI-ORD-023",
    fault: "points without escaping",
    ...refusing("parameters-invalid", (problem) => {
      for (const fault of faultsIn({ problem }))
        fault.pointer = fault.pointer.replaceAll("~1", "/").replaceAll("~0", "~");
    }),
  },
  {
    breaks: "MPLI-ORD-023",
    fault: "answers wrong parameters with status 400",
    ...withoutStatus("parameters-invalid", 400),
  },
  { breaks: "MPLI-ORD-024", fault: "asks nobody to accept its terms", ...passing("terms-not-accepted") },
  {
    breaks: "MPLI-ORD-024",
    fault: "is content with any terms",
    ...passing("terms-not-accepted", ({ payload }) => [payload["terms"] ?? []].flat().length > 0),
  },
  { breaks: "MPLI-ORD-025", fault: "sells to whoever comes", ...passing("prerequisites-missing") },
  {
    breaks: "MPLI-ORD-025",
    fault: "is content with whatever is presented",
    ...passing("prerequisites-missing", ({ payload }) => [payload["presents"] ?? []].flat().length > 0),
  },
  {
    breaks: "MPLI-ORD-025",
    fault: "sells to customers of all countries",
    ...passing("prerequisites-missing", ({ payload }) => "country" in payload),
  },
  {
    breaks: "MPLI-ORD-025",
    fault: "sells to customers who name no country",
    ...passing("prerequisites-missing", ({ problem }) =>
      JSON.stringify(problem["missing"]).includes("customer-place-unknown"),
    ),
  },
  { breaks: "MPLI-ORD-026", fault: "takes orders from any depth", ...passing("too-many-layers") },
  {
    breaks: "MPLI-ORD-026",
    fault: "says of too many layers that they are not in their form",
    ...refusing("too-many-layers", (problem) => {
      problem["code"] = "order-malformed";
    }),
  },
  {
    breaks: "MPLI-ORD-026",
    fault: "takes seven layers at most",
    ...refusingOrders((one) => pathIn(one).length > 7, 422, "too-many-layers"),
  },
  { breaks: "MPLI-ORD-027", fault: "sees no loops", ...passing("order-loop") },
  {
    breaks: "MPLI-ORD-027",
    fault: "sees a loop only where it began",
    ...passing("order-loop", (one) => pathIn(one)[0] !== digestIn(one)),
  },
  {
    breaks: "MPLI-ORD-027",
    fault: "sees a loop only where it came from",
    ...passing("order-loop", (one) => pathIn(one).at(-1) !== digestIn(one)),
  },
  { breaks: "MPLI-ORD-028", fault: "passes over deadlines", ...passing("past-deadline") },
  {
    breaks: "MPLI-ORD-028",
    fault: "compares deadlines as text",
    ...passing("past-deadline", ({ payload }) => String(payload["deadline"]) > new Date().toISOString()),
  },
  {
    breaks: "MPLI-ORD-028",
    fault: "says of deadlines that have passed that they are not in their form",
    ...instead("past-deadline", ({ problem }) =>
      Response.json(
        { ...problem, code: "order-malformed" },
        { status: 422, headers: { "content-type": "application/problem+json" } },
      ),
    ),
  },
] satisfies Mutant[];
