// What the descriptions of delivery's operations share.
import type { Answer, Parameter } from "../edge/operation.ts";
import type { DeliveryRefusal } from "./refusals.ts";

export type DeliveryCode = DeliveryRefusal["code"];

export const ORDER_ID: Parameter = {
  name: "id",
  in: "path",
  description: "The UUID that the customer chose for its order.",
  schema: { type: "string", format: "uuid" },
  example: "0b7d0c3e-5f0a-4c7e-9d53-0c8f6a1b2c3d",
};

/** The order as it stands. */
export const ORDER_ANSWER: Answer = {
  description: "The order as it stands.",
  headers: ["Cache-Control"],
  content: { "application/json": { schema: "Order" } },
};

/** What is wrong with a request that has to be signed. */
export const SIGNED_CODES = [
  "body-too-large",
  "unsupported-encoding",
  "signature-missing",
  "signature-malformed",
  "signature-incomplete",
  "signature-stale",
  "digest-mismatch",
  "key-unknown",
  "signature-invalid",
] as const satisfies readonly DeliveryCode[];

/** The same, where its body is JSON. */
export const SIGNED_JSON_CODES = [
  ...SIGNED_CODES,
  "unsupported-media-type",
  "not-utf-8",
  "malformed-json",
  "duplicate-name",
  "too-deep",
] as const satisfies readonly DeliveryCode[];
