// What tools say, in the form in which a node takes it: a word that is not as it should be costs no run its end.
import {
  MOST_CHARACTERS,
  MOST_DATA,
  type ReportType,
  dataFault,
  isReportTime,
} from "../../delivery/jobs/reports.ts";
import type { Json } from "../../kernel/json.ts";
import type { JsonObject } from "../../trust/token/jws.ts";
import { type Failed, type Outcome, failed } from "./adapters/adapter.ts";
import { type Redactor, withoutSecrets } from "./secrets.ts";

/** Templates and shells make texts of numbers, and numbers of names. */
const READERS: Readonly<Record<string, (said: Json) => Json | undefined>> = {
  message: text,
  milestone: text,
  jeopardy: text,
  percent: (said) => (typeof said === "string" && said.trim() !== "" ? Number(said) : said),
  estimated: (said) =>
    typeof said === "string" && !isReportTime(said) && /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:?\d\d)$/.test(said)
      ? timeOf(said)
      : said,
  pastPointOfNoReturn: (said) => (typeof said === "string" ? /^(true|yes|1)$/i.test(said.trim()) : said),
};

function text(said: Json): Json | undefined {
  return typeof said === "number" || typeof said === "boolean" ? String(said) : said;
}

function timeOf(said: string): string | undefined {
  const time = new Date(said);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}

/** Progress without what no node would take of it; undefined when nothing is left to tell. */
export function progressSaid(said: object, hidden: Redactor): JsonObject | undefined {
  const read = Object.entries(READERS).flatMap(([name, reader]) => {
    const value = Object.hasOwn(said, name) ? reader((said as JsonObject)[name] ?? null) : undefined;
    return value === undefined || value === null ? [] : [[name, value] as const];
  });
  const data = textsSaid(Object.fromEntries(read), hidden);
  const fit = Object.entries(data).filter(
    ([name, value]) => dataFault("progress", { [name]: value }) === undefined,
  );
  const told = Object.fromEntries(fit);
  return fit.length === 0 || dataFault("progress", told) !== undefined ? undefined : told;
}

/** Secrets first, because a part of one is none that is known; then the end of each text, where what went wrong stands. */
export function textsSaid(data: JsonObject, hidden: Redactor): JsonObject {
  return Object.fromEntries(
    Object.entries(withoutSecrets(data, hidden)).map(([name, value]) => [
      name,
      typeof value === "string" && name !== "access" ? value.slice(-MOST_CHARACTERS).toWellFormed() : value,
    ]),
  );
}

/** An outcome as a node takes it: itself, or a failure that says why it cannot be told. */
export function outcomeSaid<Said extends { readonly type: Outcome["type"] } & JsonObject>(
  { type, ...said }: Said,
  hidden: Redactor,
): ({ readonly type: Outcome["type"] } & JsonObject) | (Failed & JsonObject) {
  const data = textsSaid(said, hidden);
  const fault = dataFault(type satisfies ReportType, data);
  if (fault === undefined) return { type, ...data };
  if (type === "failed") return { ...failed("tool-failed", String(data["detail"] ?? "")) };
  const what = fault === "" ? `more than ${MOST_DATA} characters` : `${fault}: more than a node takes`;
  return { ...failed("outputs-too-large", what) };
}
