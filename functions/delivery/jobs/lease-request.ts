// What a runner asks for: a job of one of the tools that it has.
import { type Json, isObject } from "../../kernel/json.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";

export interface LeaseRequest {
  /** Names of delivery bindings. */
  readonly bindings: readonly string[];
  readonly waitSeconds: number;
}

export type LeaseFormRefusal = { code: "malformed-lease"; member: string };

const MOST_BINDINGS = 50;
const MOST_WAIT = 25;

/** The body of `POST /jobs/lease`. */
export function readLease(body: Json): Result<LeaseRequest, LeaseFormRefusal> {
  const malformed = (member: string) => refused({ code: "malformed-lease" as const, member });
  if (!isObject(body)) return malformed("");
  const { bindings, waitSeconds = 0 } = body;
  const isName = (each: Json) => typeof each === "string" && each.length > 0 && each.length <= 200;
  if (
    !Array.isArray(bindings) ||
    bindings.length === 0 ||
    bindings.length > MOST_BINDINGS ||
    !bindings.every(isName)
  )
    return malformed("bindings");
  if (typeof waitSeconds !== "number" || !(waitSeconds >= 0 && waitSeconds <= MOST_WAIT))
    return malformed("waitSeconds");
  return ok({ bindings: bindings as string[], waitSeconds });
}
