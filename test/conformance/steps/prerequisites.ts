// What a provider asks of its customers, and what a report says is still to be met.
import { type Results, resultsOf } from "./demands.ts";
import type { Exam } from "../exam.ts";
import { type JsonObject, isObject } from "../http.ts";
import type { Shelf } from "../shelf.ts";

/** Terms that customers of the kit's offers accept, or do not. */
export const TERMS = "https://kit.example/terms";

/** The reason and the outcome of each obstacle of a result, in code-unit order of the reasons. */
export function obstaclesOf(result: JsonObject): string[] {
  const obstacles = [result["obstacles"] ?? []].flat().filter(isObject);
  return obstacles.map(({ reason, outcome }) => `${reason} ${outcome}`).sort();
}

/** What each offer still asks of a customer, as reasons of the prerequisites that are not satisfied. */
export interface Unmet {
  /** What the demand says of the customer. */
  readonly customer: JsonObject;
  /** Reasons by offer, each with its outcome: `customer-elsewhere violated`. */
  readonly left: Readonly<Record<string, readonly string[]>>;
}

/** For each customer, every offer has the obstacles and the verdict that its prerequisites give it, and nothing else. */
export async function expectUnmet(t: Exam, shelf: Shelf, all: readonly Unmet[]): Promise<void> {
  for (const { customer, left } of all) {
    const result: Results = await resultsOf(t, shelf, [{}], customer);
    for (const [offer, reasons] of Object.entries(left)) {
      const said = `for ${JSON.stringify(customer)} the offer ${offer} has`;
      t.equal(obstaclesOf(result(0, offer)), [...reasons].sort(), `${said} the obstacles`);
      t.equal(result(0, offer)["verdict"], verdictOf(reasons), `${said} the verdict`);
    }
  }
}

function verdictOf(reasons: readonly string[]): string {
  if (reasons.some((one) => one.endsWith(" violated"))) return "incompatible";
  return reasons.length > 0 ? "undetermined" : "compatible";
}
