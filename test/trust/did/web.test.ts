// did:web: which address a DID names, which are never asked, and what is taken for its document.
import { describe, expect, it, test } from "vitest";
import { BoundedMap } from "../../../functions/edge/bounded-map.ts";
import { guardedFetch } from "../../../functions/edge/guard.ts";
import { parseDid } from "../../../functions/trust/did/did.ts";
import { resolver } from "../../../functions/trust/did/resolve.ts";
import { didWebUrl } from "../../../functions/trust/did/web.ts";
import { P256_JWK } from "./vectors.ts";

function urlOf(did: string, loopback = false) {
  const parsed = parseDid(did);
  return parsed.ok ? didWebUrl(parsed.value, loopback) : parsed;
}

describe("the address of a document", () => {
  test.each([
    ["did:web:cloud.example", "https://cloud.example/.well-known/did.json"],
    ["did:web:cloud.example%3A8443", "https://cloud.example:8443/.well-known/did.json"],
    ["did:web:cloud.example%3A443", "https://cloud.example/.well-known/did.json"],
    ["did:web:cloud.example:tenants:A", "https://cloud.example/tenants/A/did.json"],
    ["did:web:cloud.example%3A8443:a", "https://cloud.example:8443/a/did.json"],
    ["did:web:cloud.example:m%C3%BCnchen:a%20b", "https://cloud.example/m%C3%BCnchen/a%20b/did.json"],
    ["did:web:cloud.example:...", "https://cloud.example/.../did.json"],
    ["did:web:xn--mnchen-3ya.example", "https://xn--mnchen-3ya.example/.well-known/did.json"],
  ])("of %s is %s", (did, url) => {
    expect(urlOf(did)).toEqual({ ok: true, value: url });
  });

  test.each([
    ["an upper-case host", "did:web:Cloud.example"],
    ["an escaped host", "did:web:cloud%2Eexample"],
    ["an escaped letter in the host", "did:web:%63loud.example"],
    ["a host of another script", "did:web:m%C3%BCnchen.example"],
    ["the root's dot", "did:web:cloud.example."],
    ["an empty label", "did:web:cloud..example"],
    ["an empty host", "did:web::a"],
    ["an underscore in the host", "did:web:cloud_1.example"],
    ["a user", "did:web:user%40cloud.example"],
    ["a user and a password", "did:web:user%3Asecret%40cloud.example"],
    ["a path in the host", "did:web:cloud.example%2Fa"],
    ["a query in the host", "did:web:cloud.example%3Fa"],
    ["a fragment in the host", "did:web:cloud.example%23a"],
    ["a port in lower-case hexadecimal", "did:web:cloud.example%3a8443"],
    ["an empty port", "did:web:cloud.example%3A"],
    ["two ports", "did:web:cloud.example%3A1%3A2"],
    ["a port that is no number", "did:web:cloud.example%3A80a"],
    ["a port beyond all", "did:web:cloud.example%3A65536"],
    ["an IPv4 address", "did:web:93.184.216.34"],
    ["an IPv4 address with a port", "did:web:93.184.216.34%3A8443"],
    ["an IPv4 address, shortened", "did:web:127.1"],
    ["an IPv4 address in decimal", "did:web:2130706433"],
    ["an IPv4 address in octal", "did:web:0177.0.0.1"],
    ["an IPv4 address in hexadecimal", "did:web:0x7f.0.0.1"],
    ["an IPv4 address of this machine", "did:web:127.0.0.1%3A8443"],
    ["an IPv6 address", "did:web:%5B%3A%3A1%5D"],
    ["an empty segment", "did:web:cloud.example::a"],
    ["a step up", "did:web:cloud.example:..:a"],
    ["a step up, escaped", "did:web:cloud.example:%2e%2E:a"],
    ["a step nowhere", "did:web:cloud.example:.:a"],
    ["a slash", "did:web:cloud.example:a%2Fb"],
    ["a slash in lower-case hexadecimal", "did:web:cloud.example:a%2fb"],
    ["a backslash", "did:web:cloud.example:a%5Cb"],
    ["an escape of an escape", "did:web:cloud.example:%252e%252e"],
    ["a zero byte", "did:web:cloud.example:a%00"],
    ["a line break", "did:web:cloud.example:a%0Ab"],
    ["no UTF-8", "did:web:cloud.example:%ff"],
  ])("with %s is none", (_, did) => {
    expect(urlOf(did)).toMatchObject({ ok: false, refusal: { code: "malformed-did" } });
  });

  test.each([
    ["did:web:localhost%3A8787", "http://localhost:8787/.well-known/did.json"],
    ["did:web:127.0.0.1%3A8787:a", "http://127.0.0.1:8787/a/did.json"],
    ["did:web:cloud.example", "https://cloud.example/.well-known/did.json"],
  ])("of %s is %s in a federation on one machine", (did, url) => {
    expect(urlOf(did, true)).toEqual({ ok: true, value: url });
  });

  test.each(["did:web:127.0.0.2%3A8787", "did:web:10.0.0.1", "did:web:0.0.0.0"])(
    "of %s is none there either",
    (did) => {
      expect(urlOf(did, true)).toMatchObject({ refusal: { code: "malformed-did" } });
    },
  );
});

interface Answer {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

const DID = "did:web:cloud.example";
const KEY = `${DID}#key-1`;

const document = (did = DID) => ({
  id: did,
  verificationMethod: [{ id: "#key-1", type: "JsonWebKey", controller: did, publicKeyJwk: P256_JWK }],
  assertionMethod: ["#key-1"],
});

/** A resolver on the real guard, above a network that notes what it is asked. */
function asking(answer: Answer = {}, { loopback = false, did = DID } = {}) {
  const asked: string[] = [];
  const requests: RequestInit[] = [];
  const network = async (url: unknown, init?: unknown) => {
    asked.push(String(url));
    requests.push(init as RequestInit);
    return new Response(answer.body ?? JSON.stringify(document(did)), {
      status: answer.status ?? 200,
      headers: { "content-type": "application/did+json", ...answer.headers },
    });
  };
  const resolveKey = resolver({
    fetch: guardedFetch(network as typeof fetch, { loopback }),
    now: () => 0,
    loopback,
    cache: new BoundedMap(1e6),
  });
  return { resolveKey, asked, requests };
}

describe("a document", () => {
  test.each([
    "application/did+json",
    "application/did+ld+json",
    "application/json",
    "Application/JSON; charset=utf-8",
  ])("is taken as %s", async (type) => {
    const { resolveKey, asked, requests } = asking({ headers: { "content-type": type } });
    expect(await resolveKey(KEY, "assertionMethod")).toEqual({
      ok: true,
      value: { id: KEY, controller: DID, jwk: P256_JWK },
    });
    expect(asked).toEqual(["https://cloud.example/.well-known/did.json"]);
    expect(requests[0]).toMatchObject({
      redirect: "manual",
      headers: { Accept: "application/did+json, application/did+ld+json, application/json" },
    });
  });

  test.each([
    ["as a page", { headers: { "content-type": "text/html" } }],
    ["as JSON-LD of any kind", { headers: { "content-type": "application/ld+json" } }],
    ["as something like JSON", { headers: { "content-type": "application/jsonx" } }],
    ["as nothing", { headers: { "content-type": "" } }],
    ["that is gone", { status: 410 }],
    ["that is not there", { status: 404 }],
    ["with a status of something else", { status: 203 }],
    ["that stands elsewhere", { status: 301, headers: { location: "https://cloud.example/did.json" } }],
    ["from a host in trouble", { status: 503 }],
    ["of more than 64 KiB", { body: `${JSON.stringify(document())}${" ".repeat(65_536)}` }],
  ])("%s is not read", async (_, answer) => {
    const { resolveKey, asked } = asking(answer);
    expect(await resolveKey(KEY, "assertionMethod")).toMatchObject({ refusal: { code: "did-unreachable" } });
    expect(asked).toHaveLength(1);
  });

  test.each([
    ["that is no JSON", "{"],
    ["with a name twice", '{"id":"did:web:cloud.example","id":"did:web:cloud.example"}'],
    ["that is a list", "[]"],
    ["without an id", "{}"],
  ])("%s is none", async (_, body) => {
    const { resolveKey } = asking({ body });
    expect(await resolveKey(KEY, "assertionMethod")).toMatchObject({
      refusal: { code: "malformed-did-document" },
    });
  });

  test.each(["did:web:other.example", "did:web:Cloud.example", "did:web:cloud.example:a", `${DID}#`])(
    "of %s is that of another",
    async (id) => {
      const { resolveKey } = asking({ body: JSON.stringify(document(id)) });
      expect(await resolveKey(KEY, "assertionMethod")).toMatchObject({ refusal: { code: "did-mismatch" } });
    },
  );
});

describe("hosts that may not be asked", () => {
  test.each([
    "did:web:localhost",
    "did:web:localhost%3A8787",
    "did:web:a.localhost",
    "did:web:intranet",
    "did:web:127.0.0.1",
    "did:web:127.0.0.1%3A8787",
    "did:web:169.254.169.254:latest:meta-data",
    "did:web:10.0.0.1",
    "did:web:2130706433",
    "did:web:0x7f000001",
    "did:web:%5B%3A%3A1%5D%3A8787",
    "did:web:user%40localhost",
    "did:web:cloud.example%40127.0.0.1",
    "did:web:cloud.example%2F..%2F",
  ])("%s is never asked", async (did) => {
    const { resolveKey, asked } = asking({}, { did });
    expect(await resolveKey(`${did}#key-1`, "assertionMethod")).toMatchObject({ ok: false });
    expect(asked).toEqual([]);
  });

  it("is asked when it is this machine in a federation on one machine", async () => {
    const did = "did:web:localhost%3A8787";
    const { resolveKey, asked } = asking({}, { loopback: true, did });
    expect(await resolveKey(`${did}#key-1`, "assertionMethod")).toMatchObject({ ok: true });
    expect(asked).toEqual(["http://localhost:8787/.well-known/did.json"]);
  });

  test.each(["did:web:10.0.0.1", "did:web:169.254.169.254", "did:web:intranet"])(
    "%s is not asked there either",
    async (did) => {
      const { resolveKey, asked } = asking({}, { loopback: true, did });
      expect(await resolveKey(`${did}#key-1`, "assertionMethod")).toMatchObject({ ok: false });
      expect(asked).toEqual([]);
    },
  );

  it("are not reached by a redirect", async () => {
    const { resolveKey, asked } = asking({ status: 302, headers: { location: "https://127.0.0.1/" } });
    expect(await resolveKey(KEY, "assertionMethod")).toMatchObject({ refusal: { code: "did-unreachable" } });
    expect(asked).toEqual(["https://cloud.example/.well-known/did.json"]);
  });
});
