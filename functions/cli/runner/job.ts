// What a node hands a runner to do, and what a runner says of it: the words of the two, as types and one strict reader.
import type { JWK } from "jose";
import type { Json } from "../../kernel/json.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import { type JsonObject, isObject } from "../../trust/token/jws.ts";

export const ACTIONS = [
  "plan",
  "apply",
  "suspend",
  "resume",
  "export",
  "stop",
  "destroy",
  "rotate",
  "lookup",
] as const;
export type Action = (typeof ACTIONS)[number];

export interface Job {
  /** Of the run, as the node chose it: a UUID, or one with a number. */
  readonly id: string;
  /** UUID of the order. What is made for it carries this as a name or tag, so that a lookup finds it. */
  readonly order: string;
  /** Fencing token: what runs under a lower one has lost its right to speak. */
  readonly epoch: number;
  readonly action: Action;
  readonly binding: string;
  readonly leaseSeconds: number;
  readonly parameters: JsonObject;
  readonly generation: number;
  /** Public key of the customer, to which access data is encrypted. */
  readonly accessKey?: JWK;
  /** The job as the node sent it, for tools that want to know more. */
  readonly sent: JsonObject;
}

/** Types of events that end a run. */
export const ENDS = ["planned", "succeeded", "failed", "found"] as const;
export type End = (typeof ENDS)[number];

export interface RunEvent {
  /** From 1, without gaps. */
  readonly sequence: number;
  readonly type: "started" | "progress" | End;
  readonly time: string;
  readonly data: JsonObject;
}

export const isEnd = (type: string): type is End => ENDS.some((end) => end === type);

export type JobRefusal = { code: "malformed-job"; reason: string };

/** They become names of folders, so nothing else is let in. */
const RUN = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(\.[1-9]\d{0,8})?$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const LONGEST_LEASE = 3600;

/** Reads the answer to `POST /jobs/lease`. Members that are not known are passed on to the tool, not looked at. */
export function readJob(json: Json): Result<Job, JobRefusal> {
  if (!isObject(json)) return malformed("it is no object");
  const { id, order, epoch, action, binding, leaseSeconds, parameters = {}, generation = 1 } = json;
  if (typeof id !== "string" || !RUN.test(id)) return malformed("its id names no run");
  if (typeof order !== "string" || !UUID.test(order)) return malformed("its order is no UUID");
  if (!isCount(epoch)) return malformed("its epoch is no number of a run");
  if (!isCount(generation)) return malformed("its generation is no number");
  const known = ACTIONS.find((each) => each === action);
  if (!known) return malformed("its action is not known");
  if (typeof binding !== "string") return malformed("it names no binding");
  if (!isCount(leaseSeconds) || leaseSeconds > LONGEST_LEASE) return malformed("its lease has no length");
  if (!isObject(parameters)) return malformed("its parameters are no object");
  const key = json["accessKey"];
  if (key !== undefined && !(isObject(key) && typeof key["kty"] === "string"))
    return malformed("its accessKey is no key");
  const accessKey = key === undefined ? {} : { accessKey: key as JWK };
  const read = { id, order, epoch, action: known, binding, leaseSeconds, parameters, generation };
  return ok({ ...read, ...accessKey, sent: json });
}

const malformed = (reason: string) => refused<JobRefusal>({ code: "malformed-job", reason });

const isCount = (value: Json | undefined): value is number =>
  typeof value === "number" && Number.isSafeInteger(value) && value >= 1;
