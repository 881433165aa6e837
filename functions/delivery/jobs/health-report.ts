// What a runner says of the health of a service: read strictly, since the customer is shown it.
import type { Json } from "../../kernel/json.ts";
import { type Result, refused } from "../../kernel/result.ts";
import { type Form, Members, reading, text } from "../agreement/members.ts";
import type { Health } from "../lifecycle/health.ts";

/** `pointer` leads to the member (RFC 6901). */
export type HealthFormRefusal = { code: "malformed-health"; pointer: string; problem: string };

const HEALTHY: Form<boolean> = ["true or false", (value) => (typeof value === "boolean" ? value : undefined)];
const DETAIL = text("a text of 1 to 500 characters without line breaks", /^[^\p{Cc}]+$/u, 500);

/** The body of `POST /orders/{id}/health`. */
export function readHealth(body: Json): Result<Health, HealthFormRefusal> {
  const read = reading((): Health => {
    const members = new Members(body);
    const healthy = members.needed("healthy", HEALTHY);
    const health: Health = healthy ? { healthy } : { healthy, detail: members.needed("detail", DETAIL) };
    members.end();
    return health;
  });
  if (read.ok) return read;
  const { pointer, problem } = read.refusal;
  return refused({ code: "malformed-health", pointer, problem });
}
