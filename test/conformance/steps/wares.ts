// What the kit's parties sell in cases where it matters who says so and not what it is.
import type { JsonObject } from "../http.ts";

/** A virtual machine with a price, so that its graph has a blank node. */
export function machine(id: string, amount = "0.10"): JsonObject {
  return { id, class: "VirtualMachine", price: [{ amount, currency: "EUR", per: "hour" }] };
}

export function database(id: string): JsonObject {
  return { id, class: "RelationalDatabase", engine: "postgresql" };
}
