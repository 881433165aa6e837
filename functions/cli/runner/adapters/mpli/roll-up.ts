// What the customer of a reseller gets of the orders below: values that the reseller names, access, and receipts.
import { MOST_BELOW } from "../../../../delivery/layers/receipt.ts";
import { type Result, ok, refused } from "../../../../kernel/result.ts";
import { type JsonObject, isObject } from "../../../../trust/token/jws.ts";
import { type Failed, failed } from "../adapter.ts";
import type { ChildOrder } from "./child-order.ts";
import type { Shown } from "./shown.ts";

export interface RolledUp {
  readonly outputs?: JsonObject;
  readonly access?: JsonObject;
  readonly receipts: readonly string[];
}

export type There = readonly (readonly [ChildOrder, Shown])[];

/**
 * Of orders that have been delivered. `outputs` names what is passed on, as component.output: what is not named could
 * tell whose it is. One order's access is passed on as it is, that of several under their names.
 */
export async function rollUp(
  there: There,
  outputs: Readonly<Record<string, string>>,
): Promise<Result<RolledUp, Failed>> {
  const receipts: string[] = [];
  const access: [string, JsonObject][] = [];
  for (const [child, shown] of there) {
    const signed = await child.receipts(shown);
    if (!signed.ok) return signed;
    receipts.push(...signed.value);
    const opened = shown.document["access"] === undefined ? ok(undefined) : await child.access(shown);
    if (!opened.ok) return opened;
    if (opened.value) access.push([child.component.name, opened.value]);
  }
  if (receipts.length > MOST_BELOW)
    return refused(failed("too-many-layers", `more than ${MOST_BELOW} receipts of the layers below`));
  const [[, only] = []] = access;
  const named = namedOutputs(there, outputs);
  return ok({
    receipts,
    ...(Object.keys(named).length > 0 ? { outputs: named } : {}),
    ...(only ? { access: there.length === 1 ? only : Object.fromEntries(access) } : {}),
  });
}

function namedOutputs(there: There, outputs: Readonly<Record<string, string>>): JsonObject {
  return Object.fromEntries(
    Object.entries(outputs).flatMap(([name, from]) => {
      const [component = "", output = ""] = splitOnce(from);
      const shown = there.find(([child]) => child.component.name === component)?.[1];
      const said = shown?.document["outputs"];
      const value = isObject(said) && Object.hasOwn(said, output) ? said[output] : undefined;
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}

/** `disk.path` as `disk` and `path`; names of components have no dots. */
export function splitOnce(text: string): [string, string] {
  const at = text.indexOf(".");
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}
