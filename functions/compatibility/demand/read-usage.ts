// What a component is used for in a month: the quantities that prices are multiplied by.
import { mpli } from "../../kernel/generated/vocabulary.ts";
import { type Store, type Term, objects } from "../../kernel/graph.ts";
import { parseQuantity } from "../../kernel/quantity.ts";
import { type Ratio, divide, ratio } from "../../kernel/ratio.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import type { Usage } from "./demand.ts";
import { UCUM_MONTH } from "./meters.ts";
import { HOURS_PER_MONTH } from "./periods.ts";
import { type Kind, type TermRefusal, type Where, decimal, readTerm } from "./read-term.ts";

const HOURS = decimal("hours above 0, at most 744", 0n, 744n);
const REQUESTS = decimal("a number above 0, at most 10^15", 0n, 10n ** 15n);
const SECOND = ratio(1n);

/** A quantity of one dimension above zero, divided by what its base unit is per. */
function quantity(example: string, dimension: string, per: Ratio): Kind<Ratio> {
  const read = (value: string) => {
    const given = parseQuantity(value);
    return given.ok && given.value.dimension === dimension && given.value.exact.numerator > 0n
      ? divide(given.value.exact, per)
      : undefined;
  };
  return { expected: `a quantity such as "${example}"`, read };
}

const STORAGE = quantity("500 GBy", "information", SECOND);
const TRAFFIC = quantity("2 TBy/mo", "information.time-1", divide(SECOND, UCUM_MONTH));

/** How each member of a usage is read. */
export const USAGE_KINDS = {
  hoursPerMonth: HOURS,
  storage: STORAGE,
  outboundTraffic: TRAFFIC,
  requestsPerMonth: REQUESTS,
} as const satisfies Record<keyof Usage, Kind<Ratio>>;

/** Reads the usage of a component; hours are those of a whole month unless it says less. */
export function readUsage(graph: Store, component: Term, where: Where): Result<Usage, TermRefusal> {
  const [node, ...others] = objects(graph, component, mpli.usage);
  if (others.length > 0) return refused({ code: "several-values", ...where, term: "usage" });
  if (!node) return ok({ hoursPerMonth: HOURS_PER_MONTH });
  const hours = readTerm(graph, node, ["hoursPerMonth", mpli.hoursPerMonth], HOURS, where);
  if (!hours.ok) return hours;
  const storage = readTerm(graph, node, ["storage", mpli.storage], STORAGE, where);
  if (!storage.ok) return storage;
  const traffic = readTerm(graph, node, ["outboundTraffic", mpli.outboundTraffic], TRAFFIC, where);
  if (!traffic.ok) return traffic;
  const requests = readTerm(graph, node, ["requestsPerMonth", mpli.requestsPerMonth], REQUESTS, where);
  if (!requests.ok) return requests;
  return ok({
    hoursPerMonth: hours.value ?? HOURS_PER_MONTH,
    ...(storage.value ? { storage: storage.value } : {}),
    ...(traffic.value ? { outboundTraffic: traffic.value } : {}),
    ...(requests.value ? { requestsPerMonth: requests.value } : {}),
  });
}
