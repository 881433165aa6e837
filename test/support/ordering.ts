// Customers and runners for tests: they sign as the protocol says, through whatever carries their requests.
import { base64url } from "jose";
import { signOrder } from "../../functions/delivery/agreement/countersign.ts";
import { TYPES } from "../../functions/delivery/agreement/signed.ts";
import { REQUEST_TAG, signedHeaders } from "../../functions/edge/http-signature.ts";
import type { Sign } from "../../functions/trust/issuing/keys.ts";
import { RFC_8037_KEY, ringOf } from "./issuing.ts";
import { manifest } from "./manifests.ts";

type Fetch = (request: Request) => Response | Promise<Response>;
export interface Answered<T = Record<string, unknown>> {
  readonly status: number;
  readonly body: T;
}
export interface Party {
  readonly did: string;
  /** A signed request; `body` is sent as JSON, and makes it a POST. */
  readonly ask: <T = Record<string, unknown>>(url: string, body?: unknown) => Promise<Answered<T>>;
  /** An order for the volume of `volumes`, to be sent as often as it takes. */
  readonly sign: (
    origin: string,
    manifest: string,
    more?: Record<string, unknown>,
  ) => Promise<{ readonly address: string; readonly token: string }>;
  readonly place: (signed: Awaited<ReturnType<Party["sign"]>>) => Promise<Answered>;
}

/** A runner or a customer; the keys of each are known to everyone. */
export function party(fetcher: Fetch, key: Readonly<Record<string, string>> = RFC_8037_KEY): Party {
  const { d: _, ...open } = key;
  const did = `did:jwk:${base64url.encode(JSON.stringify(open))}`;
  const ring = ringOf({ ...key, kid: "0" });
  const carry = async <T>(request: Request): Promise<Answered<T>> => {
    const answer = await fetcher(request);
    const text = await answer.text();
    return { status: answer.status, body: (text ? JSON.parse(text) : {}) as T };
  };
  return {
    did,
    async ask(url, body) {
      const method = body === undefined ? "GET" : "POST";
      const bytes = body === undefined ? undefined : new TextEncoder().encode(JSON.stringify(body));
      const content = bytes ? { content: { type: "application/json", body: bytes } } : {};
      const created = Math.floor(Date.now() / 1000);
      const how = { tag: REQUEST_TAG, created, nonce: crypto.randomUUID() } as const;
      const headers = await signedHeaders({ method, url, ...content }, ring.signerOf(did), how);
      return await carry(new Request(url, { method, headers, ...(bytes ? { body: bytes } : {}) }));
    },
    async sign(origin, version, more = {}) {
      const now = Math.floor(Date.now() / 1000);
      const payload = {
        type: "Order",
        id: crypto.randomUUID(),
        customer: did,
        provider: `did:web:${encodeURIComponent(new URL(origin).host)}`,
        offer: `${origin}/offers/volume-s`,
        manifest: version,
        price: { amount: "0.01", currency: "EUR", per: "hour" },
        parameters: { size: "2 GiBy" },
        iat: now,
        exp: now + 300,
        ...more,
      };
      return { address: `${origin}/orders/${payload.id}`, token: await signOrder(payload, ring.sign) };
    },
    place: ({ address, token }) =>
      carry(
        new Request(address, {
          method: "PUT",
          headers: { "Content-Type": "application/jose" },
          body: token,
        }),
      ),
  };
}

/** Buys what an offer holds, as the customer; `digest` is that of the order, in hexadecimal. */
export function signAcceptance(customer: string, digest: string, sign: Sign): Promise<string> {
  return sign({ order: `sha256:${digest}` }, { did: customer, typ: TYPES.acceptance, cty: "json" });
}

export const BINDING = "ansible:volume";

/** A manifest of one offer, which can be ordered. */
export const volumes = (origin: string): string =>
  `PREFIX sh: <http://www.w3.org/ns/shacl#>\n${manifest(origin, [
    {
      id: "volume-s",
      class: "BlockStorage",
      price: "0.01",
      more: `mpli:delivery [ mpli:by "ansible" ; mpli:binding "${BINDING}" ; mpli:parameter
        [ sh:name "size" ; sh:datatype cdt:ucum ; sh:minInclusive "1 GiBy" ; sh:defaultValue "2 GiBy" ] ] ;`,
    },
  ])}`;

/** The digest of what is published, as an order names it: that of the version in the node's answer to PUT. */
export async function publishVolumes(fetcher: Fetch, origin: string, token: string): Promise<string> {
  const before = await fetcher(new Request(`${origin}/manifest`, { method: "HEAD" }));
  const headers = {
    Authorization: `Bearer ${token}`,
    "Content-Type": "text/turtle",
    ...(before.ok ? { "If-Match": "*" } : { "If-None-Match": "*" }),
  };
  const put = await fetcher(
    new Request(`${origin}/manifest`, { method: "PUT", headers, body: volumes(origin) }),
  );
  if (!put.ok) throw new Error(await put.text());
  const [, digest = ""] = /([0-9a-f]{64})/.exec(`${put.headers.get("etag")} ${await put.text()}`) ?? [];
  return `sha256:${digest}`;
}
