// What a tool says of itself when it locks a state, and what is told to whoever comes second.
import type { Json } from "../../kernel/json.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import { isObject } from "../../trust/token/jws.ts";

/** Bytes of a request to lock or to unlock. */
export const MOST_LOCK_INFO = 16 * 1024;

/** `statemgr.LockInfo` of OpenTofu and Terraform, in their spelling. */
export interface LockInfo {
  readonly ID: string;
  readonly Operation?: string;
  readonly Info?: string;
  readonly Who?: string;
  readonly Version?: string;
  readonly Created?: string;
  readonly Path?: string;
}

export type LockFormRefusal = { code: "malformed-lock"; member: string };

const SAID = ["Operation", "Info", "Who", "Version", "Created", "Path"] as const;
const MOST_CHARACTERS = 500;

/** Reads what a tool sends to lock, or to unlock. */
export function readLockInfo(json: Json): Result<LockInfo, LockFormRefusal> {
  if (!isObject(json)) return refused({ code: "malformed-lock", member: "" });
  const { ID } = json;
  if (typeof ID !== "string" || ID === "" || ID.length > MOST_CHARACTERS)
    return refused({ code: "malformed-lock", member: "ID" });
  const said = SAID.flatMap((name) => {
    const each = json[name];
    return typeof each === "string" ? [[name, each.slice(0, MOST_CHARACTERS)] as const] : [];
  });
  return ok({ ID, ...Object.fromEntries(said) });
}
