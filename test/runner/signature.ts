// Whether a request is signed as the protocol asks (RFC 9421, RFC 9530), looked at from the other side.
import { createHash } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { didKeyDocument } from "../../functions/trust/did/key.ts";
import { readMultikey } from "../../functions/trust/did/multikey.ts";

interface Sent {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

const INPUT =
  /^(\w+)=(\(([^)]*)\);created=(\d+);expires=(\d+);keyid="([^"]+)";alg="([^"]+)";nonce="[^"]+";tag="([^"]+)")$/;

/** The code of what is wrong with the signature, or undefined. */
export async function signatureFault(
  { method, url, headers, body }: Sent,
  runners: readonly string[] | undefined,
): Promise<string | undefined> {
  const read = INPUT.exec(String(headers["signature-input"] ?? ""));
  if (!read) return headers["signature-input"] ? "signature-malformed" : "signature-missing";
  const [, label, parameters, components = "", created, expires, keyid = "", alg, tag] = read;
  const asked =
    body.length > 0 ? '"@method" "@target-uri" "content-digest" "content-type"' : '"@method" "@target-uri"';
  if (components !== asked || tag !== "mpli-request-1") return "signature-incomplete";
  if (Number(expires) > Number(created) + 300 || Math.abs(Date.now() / 1000 - Number(created)) > 300)
    return "signature-stale";
  const digest = `sha-256=:${createHash("sha256").update(body).digest("base64")}:`;
  if (body.length > 0 && headers["content-digest"] !== digest) return "digest-mismatch";
  const [did = "", fragment = ""] = keyid.split("#");
  const document = didKeyDocument({ did, method: "key", id: fragment } as Parameters<
    typeof didKeyDocument
  >[0]);
  const jwk = readMultikey(fragment);
  if (!document.ok || !jwk.ok || (runners && !runners.includes(did))) return "key-unknown";
  const values: Readonly<Record<string, string>> = {
    "@method": method,
    "@target-uri": url,
    "content-digest": String(headers["content-digest"]),
    "content-type": String(headers["content-type"]),
  };
  const names = components.split(" ").map((name) => name.slice(1, -1));
  const lines = [...names.map((name) => `"${name}": ${values[name]}`), `"@signature-params": ${parameters}`];
  const signature = new RegExp(`^${label}=:(.*):$`).exec(String(headers["signature"]))?.[1] ?? "";
  const isEd25519 = alg === "ed25519";
  const form = isEd25519 ? { name: "Ed25519" } : { name: "ECDSA", namedCurve: "P-256" };
  const key = await crypto.subtle.importKey("jwk", jwk.value as JsonWebKey, form, false, ["verify"]);
  const algorithm = isEd25519 ? { name: "Ed25519" } : { name: "ECDSA", hash: "SHA-256" };
  const base = Buffer.from(lines.join("\n"));
  const holds = await crypto.subtle.verify(algorithm, key, Buffer.from(signature, "base64"), base);
  return holds ? undefined : "signature-invalid";
}
