// The state of OpenTofu or Terraform: of what it says only its lineage and serial are read, which tell what follows what.
import type { Json } from "../../kernel/json.ts";
import { type Result, refused, ok } from "../../kernel/result.ts";
import { isObject } from "../../trust/token/jws.ts";

/** Bytes of a state: some thousands of resources. */
export const MOST_STATE = 4 * 1024 * 1024;

export interface StateHead {
  /** A name that the tool chose when it wrote its first state. */
  readonly lineage: string;
  /** Rises with every state of a lineage. */
  readonly serial: number;
}

export type StateFormRefusal = { code: "malformed-state"; member: string };

/** Reads a state file of version 4. What is refused is repeated nowhere: states hold secrets. */
export function readState(json: Json): Result<StateHead, StateFormRefusal> {
  const malformed = (member: string) => refused({ code: "malformed-state" as const, member });
  if (!isObject(json)) return malformed("");
  const { lineage, serial } = json;
  if (typeof lineage !== "string" || lineage === "" || lineage.length > 200) return malformed("lineage");
  if (typeof serial !== "number" || !Number.isSafeInteger(serial) || serial < 0) return malformed("serial");
  return ok({ lineage, serial });
}
