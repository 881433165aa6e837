// What a customer asks of an order that is being delivered.
import { sha256Hex } from "../kernel/digest.ts";
import { type Json, canonicalJson, isObject } from "../kernel/json.ts";
import { type Result, ok, refused } from "../kernel/result.ts";
import { readAccessKey } from "./access.ts";
import { OPERATIONS, type OperationKind } from "./lifecycle/table.ts";
import type { OperationRequest } from "./ports.ts";

export type OperationFormRefusal = { code: "malformed-operation"; member: string };

/** Parameters are checked against the offer by whoever has it. */
export function readOperation(id: string, body: Json): Result<OperationRequest, OperationFormRefusal> {
  const malformed = (member: string) => refused({ code: "malformed-operation" as const, member });
  if (!isObject(body)) return malformed("");
  const { kind, parameters, accessKey, ...others } = body;
  const [stranger] = Object.keys(others);
  if (stranger !== undefined) return malformed(stranger.slice(0, 100));
  if (!OPERATIONS.some((each) => each === kind)) return malformed("kind");
  if ((kind === "update") !== (parameters !== undefined)) return malformed("parameters");
  if (parameters !== undefined && !isObject(parameters)) return malformed("parameters");
  const key = kind === "rotate" || accessKey !== undefined ? readAccessKey(accessKey) : undefined;
  if ((key && !key.ok) || (key && kind !== "rotate")) return malformed("accessKey");
  return ok({
    id,
    kind: kind as OperationKind,
    digest: sha256Hex(canonicalJson(body)),
    ...(parameters === undefined ? {} : { parameters }),
    ...(key?.ok ? { accessKey: { ...key.value } } : {}),
  });
}
