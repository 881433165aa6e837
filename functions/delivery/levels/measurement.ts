// A measurement as a monitor states it, and what it comes to: exact, and by the window that was agreed.
import { mpli } from "../../kernel/generated/vocabulary.ts";
import { type Quad, Store, one, text } from "../../kernel/graph.ts";
import { type Quantity, compareQuantities, parseQuantity } from "../../kernel/quantity.ts";
import { type Ratio, compareRatios, ratio, subtract } from "../../kernel/ratio.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import { instantOf } from "../../trust/credential/time.ts";
import type { Measured } from "./measured.ts";
import type { Comparator, Objective, Remedy, ServiceLevel } from "./service-level.ts";

export interface Measurement {
  /** IRI of what was measured. */
  readonly subject: string;
  /** IRI of the objective. */
  readonly objective: string;
  readonly value: string;
  /** Milliseconds since the epoch. */
  readonly from: number;
  readonly until: number;
}

/** `member` is the one of the measurement that does not fit; `expected` says what would. */
export type UnfitRefusal = {
  code: "measurement-unfit";
  member: "measurement" | "subject" | "objective" | "value" | "from" | "until";
  expected: string;
};

const unfit = (member: UnfitRefusal["member"], expected: string) =>
  refused<UnfitRefusal>({ code: "measurement-unfit", member, expected });

/** The one measurement in the claims of a credential. */
export function readMeasurement(claims: readonly Quad[]): Result<Measurement, UnfitRefusal> {
  const graph = new Store([...claims]);
  const [said, ...others] = graph.getQuads(null, mpli.measurement, null, null);
  if (!said || others.length > 0) return unfit("measurement", "one measurement");
  const node = said.object;
  const objective = one(graph, node, mpli.ofObjective)?.value;
  const value = text(graph, node, mpli.measuredValue);
  const from = instantOf(text(graph, node, mpli.measuredFrom) ?? "");
  const until = instantOf(text(graph, node, mpli.measuredUntil) ?? "");
  if (objective === undefined || value === undefined || from === undefined || until === undefined)
    return unfit("measurement", "objective, value, from and until");
  return ok({ subject: said.subject.value, objective, value, from, until });
}

/** What an order promises, and how it is named. */
export interface Promised {
  readonly level: ServiceLevel;
  /** IRI of the service level; that of an objective adds `#` and its name. */
  readonly address: string;
  readonly offer: string;
  /** Milliseconds since the epoch. */
  readonly orderedAt: number;
  /** When the service ended, where it has; milliseconds since the epoch. */
  readonly endedAt?: number;
}

/** How far a monitor's clock may be ahead. */
const SKEW_MS = 300_000;

/** Holds a measurement against the objective that it names, at `now` in milliseconds since the epoch. */
export function judge(
  { subject, objective: named, value, from, until }: Measurement,
  { level, address, offer, orderedAt, endedAt = Number.POSITIVE_INFINITY }: Promised,
  now: number,
): Result<Omit<Measured, "monitor" | "credential">, UnfitRefusal> {
  if (subject !== offer) return unfit("subject", offer);
  const objective = level.objectives.find(({ name }) => named === `${address}#${name}`);
  if (!objective)
    return unfit("objective", level.objectives.map(({ name }) => `${address}#${name}`).join(", "));
  // A shorter time would break what holds over a longer one, and a longer time would hide what was broken.
  const end = windowEnd(from, objective.window);
  if (end !== until) return unfit("until", `${objective.window} after \`from\``);
  if (until > now + SKEW_MS || until <= orderedAt)
    return unfit("until", "a time after the order was placed that has come");
  if (from >= endedAt) return unfit("from", "a time before the service ended");
  const [target, found] = [parseQuantity(objective.value), parseQuantity(value)];
  const compared = target.ok && found.ok ? compareQuantities(found.value, target.value) : undefined;
  if (!target.ok || !found.ok || !compared?.ok) return unfit("value", `a value such as ${objective.value}`);
  const met = KEPT[objective.comparator](compared.value);
  const serviceCredit = met ? undefined : creditOf(objective, target.value, found.value);
  return ok({
    objective: objective.name,
    promised: `${objective.comparator} ${objective.value}`,
    value,
    from: new Date(from).toISOString(),
    until: new Date(until).toISOString(),
    met,
    ...(serviceCredit === undefined ? {} : { serviceCredit }),
  });
}

/** Whether a bound is kept, by how the measured value compares with it. */
const KEPT: Readonly<Record<Comparator, (compared: -1 | 0 | 1) => boolean>> = {
  atLeast: (compared) => compared >= 0,
  atMost: (compared) => compared <= 0,
  moreThan: (compared) => compared > 0,
  lessThan: (compared) => compared < 0,
};

/** The greatest credit of those whose condition holds. */
function creditOf({ remedies }: Objective, target: Quantity, found: Quantity): string | undefined {
  const gap = subtract(target.exact, found.exact);
  const by = gap.numerator < 0n ? subtract(ratio(0n), gap) : gap;
  const owed = remedies.filter(({ missedBy }) => isMissedBy(missedBy, by, target.dimension));
  return owed.sort((a, b) => compareRatios(shareOf(b), shareOf(a)))[0]?.serviceCredit;
}

function isMissedBy(missedBy: string | undefined, by: Ratio, dimension: string): boolean {
  if (missedBy === undefined) return true;
  const least = parseQuantity(missedBy);
  return least.ok && least.value.dimension === dimension && compareRatios(by, least.value.exact) >= 0;
}

function shareOf({ serviceCredit }: Remedy): Ratio {
  const share = parseQuantity(serviceCredit);
  return share.ok ? share.value.exact : ratio(0n);
}

const WINDOW = /^P(?:(\d{1,3})([YMD])|T(\d{1,6})([HMS]))$/;
const SECONDS: Readonly<Record<string, number>> = { H: 3600, M: 60, S: 1 };

/** The end of a window that begins at `from`, both in milliseconds since the epoch; months are those of UTC. */
export function windowEnd(from: number, window: string): number | undefined {
  const [, days = "", unit = "", times, clock = ""] = WINDOW.exec(window) ?? [];
  if (times !== undefined) return from + Number(times) * (SECONDS[clock] ?? 0) * 1000;
  if (unit === "D") return from + Number(days) * 86_400_000;
  if (unit === "") return undefined;
  const end = new Date(from);
  const day = end.getUTCDate();
  end.setUTCDate(1);
  end.setUTCMonth(end.getUTCMonth() + Number(days) * (unit === "Y" ? 12 : 1));
  // XML Schema 1.1 part 2, appendix E.3.3: a day that the month does not have is its last.
  const last = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0)).getUTCDate();
  return end.setUTCDate(Math.min(day, last));
}
