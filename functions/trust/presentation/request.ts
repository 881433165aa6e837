// A request for a presentation. It travels in its own id, signed by the node, so that asking leaves nothing behind.
import { SignJWT, base64url, errors, jwtVerify } from "jose";
import type { Json } from "../../kernel/json.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import type { JsonObject } from "../token/jws.ts";
import { type DcqlQuery, readQuery } from "./dcql.ts";

/** Milliseconds for which a request can be answered. */
export const OPEN_MS = 5 * 60_000;
const NONCE_BYTES = 24;
const HEADER = { alg: "HS256", typ: "mpli-request+jwt" } as const;

export interface OpenRequest {
  readonly nonce: string;
  /** The DID of the node that asks. */
  readonly audience: string;
  readonly query: DcqlQuery;
  /** Milliseconds since the epoch. */
  readonly expires: number;
}

export type RequestRefusal = { code: "request-unknown" | "request-expired" };

export interface RequestPorts {
  readonly secret: Uint8Array;
  /** As many random bytes. */
  readonly chance: (bytes: number) => Uint8Array;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** The document of a new request. `query` has been read before; it is passed on as it came. */
export async function openRequest(
  query: Json,
  audience: string,
  { secret, chance, now }: RequestPorts,
): Promise<JsonObject> {
  const nonce = base64url.encode(chance(NONCE_BYTES));
  const seconds = Math.floor((now + OPEN_MS) / 1000);
  const id = await new SignJWT({ nonce, dcql_query: query })
    .setProtectedHeader(HEADER)
    .setAudience(audience)
    .setExpirationTime(seconds)
    .sign(secret);
  const expires = new Date(seconds * 1000).toISOString();
  return { type: "PresentationRequest", id, nonce, audience, dcql_query: query, expires };
}

/** The request of an id, unless it is another node's, nobody's, or has expired. */
export async function readRequest(
  id: string,
  audience: string,
  { secret, now }: Pick<RequestPorts, "secret" | "now">,
): Promise<Result<OpenRequest, RequestRefusal>> {
  try {
    const { payload } = await jwtVerify(id, secret, {
      algorithms: [HEADER.alg],
      typ: HEADER.typ,
      audience,
      currentDate: new Date(now),
      requiredClaims: ["exp"],
    });
    const query = readQuery(payload["dcql_query"] as Json);
    const { nonce, exp = 0 } = payload;
    if (!query.ok || typeof nonce !== "string") return refused({ code: "request-unknown" });
    return ok({ nonce, audience, query: query.value, expires: exp * 1000 });
  } catch (error) {
    return refused({ code: error instanceof errors.JWTExpired ? "request-expired" : "request-unknown" });
  }
}
