// What runners say of their runs, read strictly: an event that is not understood must not be taken for one that is.
import { MOST_ACCESS, readAccess } from "../access.ts";
import { isObject, type Json } from "../../kernel/json.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";

const TYPES = ["started", "progress", "heartbeat", "planned", "succeeded", "failed", "found"] as const;
export type ReportType = (typeof TYPES)[number];

/** The reports that end a run: nothing comes after them. */
export const LAST: ReadonlySet<ReportType> = new Set(["planned", "succeeded", "failed", "found"]);

type Data = Readonly<Record<string, Json>>;

export interface Report {
  /** From 1, without gaps within a run; in one body they rise. */
  readonly sequence: number;
  readonly type: ReportType;
  /** By the runner's clock: shown, never computed with. */
  readonly time: string;
  readonly data: Data;
}

export interface Reports {
  readonly epoch: number;
  readonly events: readonly Report[];
}

export type ReportRefusal = { code: "malformed-report"; member: string };

const MOST_EVENTS = 200;
/** Characters of a text of a report. */
export const MOST_CHARACTERS = 2_000;
/** Characters of all that a report says as JSON, without access data and receipts. */
export const MOST_DATA = 32_000;

/** The body of `POST /jobs/{id}/events`. */
export function readReports(body: Json): Result<Reports, ReportRefusal> {
  const malformed = (member: string) => refused({ code: "malformed-report" as const, member });
  if (!isObject(body)) return malformed("");
  const { epoch, events } = body;
  if (!isCount(epoch) || epoch < 1) return malformed("epoch");
  if (!Array.isArray(events) || events.length > MOST_EVENTS) return malformed("events");
  const read: Report[] = [];
  for (const [index, event] of events.entries()) {
    const at = (member: string) => malformed(`events[${index}]${member && `.${member}`}`);
    if (!isObject(event)) return at("");
    const { sequence, type, time, data = {} } = event;
    const previous = read.at(-1);
    if (!isCount(sequence) || sequence < 1 || (previous && sequence <= previous.sequence))
      return at("sequence");
    if (!TYPES.some((each) => each === type)) return at("type");
    if (typeof time !== "string" || !TIME.test(time)) return at("time");
    if (!isObject(data)) return at("data");
    // What follows the end of a run belongs to nothing.
    if (previous && LAST.has(previous.type)) return at("");
    const fault = dataFault(type as ReportType, data);
    if (fault !== undefined) return at(`data${fault && `.${fault}`}`);
    read.push({ sequence, type: type as ReportType, time, data });
  }
  return ok({ epoch, events: read });
}

/** What layers below signed, as a report hands it up. */
export const receiptsIn = ({ receipts }: Data): readonly string[] =>
  Array.isArray(receipts) ? receipts.filter((each) => typeof each === "string") : [];

/** Whether a node takes this for a time: in UTC, as RFC 3339 has it. */
export const isReportTime = (text: string): boolean => TIME.test(text);

/** Where a report hands over what no customer could open as the access to this order; undefined where none does. */
export function accessFault(
  { events }: Reports,
  order: string,
): Extract<ReportRefusal, { code: "malformed-report" }> | undefined {
  const index = events.findIndex(
    ({ data: { access } }) => typeof access === "string" && !readAccess(access, { order }).ok,
  );
  return index < 0 ? undefined : { code: "malformed-report", member: `events[${index}].data.access` };
}

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/;

/** The member that cannot be taken, the empty string for all of it, or undefined. */
export function dataFault(type: ReportType, data: Data): string | undefined {
  const { access, receipts, outputs, ...rest } = data;
  if (JSON.stringify({ outputs: outputs ?? null, ...rest }).length > MOST_DATA) return "";
  const texts = ["message", "milestone", "jeopardy", "code", "detail", "tool", "version", "summary"];
  const tooLong = texts.find((name) => name in data && !isText(data[name], MOST_CHARACTERS));
  if (tooLong) return tooLong;
  if (access !== undefined && !(isText(access, MOST_ACCESS) && /^[\w-]+(\.[\w-]*){4}$/.test(access)))
    return "access";
  if (outputs !== undefined && !isObject(outputs)) return "outputs";
  if (
    receipts !== undefined &&
    !(Array.isArray(receipts) && receipts.length <= 50 && receipts.every((one) => isText(one, 20_000)))
  )
    return "receipts";
  switch (type) {
    case "progress":
      return progressFault(data);
    case "failed":
      return isText(data["code"], 100) && data["code"] !== "" ? undefined : "code";
    case "found":
      return ["none", "partial", "complete"].includes(String(data["exists"])) ? undefined : "exists";
    default:
      return undefined;
  }
}

function progressFault({ percent, estimated, pastPointOfNoReturn }: Data): string | undefined {
  if (percent !== undefined && !(typeof percent === "number" && percent >= 0 && percent <= 100))
    return "percent";
  if (estimated !== undefined && !(typeof estimated === "string" && TIME.test(estimated))) return "estimated";
  if (pastPointOfNoReturn !== undefined && typeof pastPointOfNoReturn !== "boolean")
    return "pastPointOfNoReturn";
  return undefined;
}

function isText(value: Json | undefined, most: number): value is string {
  return typeof value === "string" && value.length <= most;
}

function isCount(value: Json | undefined): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}
