/**
 * A stand-in for a Gaia-X clearing house (GXDCH): a real HTTP server on loopback, for tests alone. It is not one, and
 * what it signs nobody trusts.
 *
 * As real houses were seen to be (clients and reports of 2025 and 2026): addresses, queries and media types; status 201
 * and 200; a refusal with status 400 and `{message, error, statusCode, errors}`; status 500 for another Content-Type
 * than application/vp+jwt; `iss` demanded in the header; x5u or x5c demanded in the DID document; the older spelling
 * `vc+ld+jwt` and times in milliseconds in its own headers; the label about `#cs` below its own address; types joined by
 * a comma; digests of tokens in hexadecimal.
 *
 * Only assumed: that digests are over the token; which status a notary gives a number that no register knows (here
 * 404), and the bodies of its refusals; 409, 422, 429 and 503, and Retry-After with the latter two, which tests have it
 * play; its validity of three days.
 * Not there: registers of companies, certificate chains, label levels beyond what a participant needs.
 */
import { type IncomingMessage, createServer } from "node:http";
import { createHash } from "node:crypto";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { CompactSign, type CryptoKey, exportJWK, generateKeyPair } from "jose";
import { type JsonObject, Refusal, type Verified, checkPresentation } from "./presentation.ts";

export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What becomes of one honest answer on its way out. */
export type Act = (honest: Reply) => Reply | Promise<Reply>;
export type Service = "notary" | "compliance";

export interface Signer {
  readonly did: string;
  readonly kid: string;
  readonly key: CryptoKey;
}

export interface StandIn {
  readonly origin: string;
  readonly house: { readonly title: string; readonly notary: string; readonly compliance: string };
  readonly signers: Readonly<Record<Service, Signer>>;
  /** Every question so far. */
  readonly asked: { service: Service; method: string; url: URL; accept: string; type: string }[];
  /** The next answers of a service, one act each; then it is honest again. */
  readonly play: (service: Service, ...acts: readonly Act[]) => void;
  /** Has it serve a DID document of somebody who lives at this path. */
  readonly signer: (path: string, more?: JsonObject) => Promise<Signer>;
  readonly stop: () => Promise<void>;
}

const CONTEXTS = ["https://www.w3.org/ns/credentials/v2", "https://w3id.org/gaia-x/development#"];
const REGISTERS: Readonly<Record<string, readonly [type: string, member: string]>> = {
  "vat-id": ["gx:VatID", "gx:vatID"],
  "lei-code": ["gx:LeiCode", "schema:leiCode"],
  eori: ["gx:EORI", "gx:eori"],
  "tax-id": ["gx:TaxID", "schema:taxID"],
};
const LEVELS = { "standard-compliance": "SC", "label-level-1": "L1" } as const;
/** Numbers that the registers do not know. */
const UNKNOWN = /^[A-Z]{2}0+$/;

const json = (status: number, body: JsonObject): Reply => ({
  status,
  type: "application/json; charset=utf-8",
  body: JSON.stringify(body),
});
export const problem = (status: number, message: string, errors: readonly string[] = []): Reply =>
  json(status, { message, error: "Invalid verifiable presentation", statusCode: status, errors });

/** Signs as the houses do: the issuer and the time, in milliseconds, in the header alone. */
export function sign(
  payload: JsonObject,
  { did, kid, key }: Signer,
  header: JsonObject = {},
): Promise<string> {
  const sound = { alg: "ES256", typ: "vc+ld+jwt", cty: "vc+ld", iss: did, kid, iat: 1793534400000 };
  return new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader({ ...sound, ...header })
    .sign(key);
}

/** Starts one; `now` in milliseconds is its clock. */
export async function standIn(now: () => number): Promise<StandIn> {
  const documents = new Map<string, JsonObject>();
  const acts: Record<Service, Act[]> = { notary: [], compliance: [] };
  const asked: StandIn["asked"] = [];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", origin);
    const reply = await answer(request, url).catch((error: unknown) => problem(500, String(error)));
    response.writeHead(reply.status, { "content-type": reply.type, ...reply.headers }).end(reply.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const origin = `http://${host}`;

  async function signer(path: string, more: JsonObject = { x5u: `${origin}/chain.pem` }): Promise<Signer> {
    const { publicKey, privateKey } = await generateKeyPair("ES256", { extractable: true });
    const did = ["did:web", encodeURIComponent(host), ...path.split("/")].join(":");
    const kid = `${did}#key-1`;
    const publicKeyJwk = { ...(await exportJWK(publicKey)), ...more };
    documents.set(`/${path}/did.json`, {
      id: did,
      verificationMethod: [{ id: kid, type: "JsonWebKey2020", controller: did, publicKeyJwk }],
      assertionMethod: [kid],
      authentication: [kid],
    });
    return { did, kid, key: privateKey };
  }
  const signers = { notary: await signer("notary/v2"), compliance: await signer("compliance/v2") };

  async function answer(request: IncomingMessage, url: URL): Promise<Reply> {
    const document = documents.get(url.pathname);
    if (document) return { ...json(200, document), type: "application/did+json" };
    const [, service, rest] = /^\/(notary|compliance)\/v2\/(.+)$/.exec(url.pathname) ?? [];
    if (!rest) return problem(404, `Cannot ${request.method} ${url.pathname}`);
    const name = service as Service;
    const { accept = "", "content-type": type = "" } = request.headers;
    asked.push({ service: name, method: request.method ?? "", url, accept, type });
    const body = await text(request);
    const honest = await (name === "notary" ? notarize(url, rest) : comply(url, rest, { body, type })).catch(
      (error: unknown) => {
        if (error instanceof Refusal) return problem(400, error.message, error.errors);
        throw error;
      },
    );
    return (await acts[name].shift()?.(honest)) ?? honest;
  }

  async function notarize(url: URL, rest: string): Promise<Reply> {
    const [, register = "", number = ""] = /^registration-numbers\/([a-z-]+)\/([^/]+)$/.exec(rest) ?? [];
    const [type, member] = REGISTERS[register] ?? [];
    const [vcId, subjectId] = ["vcId", "subjectId"].map((each) => url.searchParams.get(each));
    if (!type || !member) return problem(404, `Cannot GET ${url.pathname}`);
    if (!vcId || !subjectId) throw new Refusal("Invalid request", ["vcId and subjectId are mandatory"]);
    const value = decodeURIComponent(number);
    if (UNKNOWN.test(value)) return problem(404, `${value} is not in the register`);
    const payload = {
      ...validity(now()),
      "@context": CONTEXTS,
      type: ["VerifiableCredential", type],
      id: vcId,
      name: "Registration number",
      issuer: signers.notary.did,
      credentialSubject: { id: subjectId, [member]: value, "gx:countryCode": value.slice(0, 2) },
      evidence: {
        "gx:evidenceOf": type,
        "gx:evidenceURL": "https://register.example",
        "gx:executionDate": "",
      },
    };
    return token(200, await sign(payload, signers.notary));
  }

  async function comply(url: URL, rest: string, sent: { body: string; type: string }): Promise<Reply> {
    const level = LEVELS[rest.replace(/^api\/credential-offers\//, "") as keyof typeof LEVELS];
    const vcid = url.searchParams.get("vcid");
    if (!level) return problem(404, `Cannot POST ${url.pathname}`);
    if (sent.type !== "application/vp+jwt")
      return json(500, {
        statusCode: 500,
        message: "Internal Server Error",
        errors: ["stream is not readable"],
      });
    if (!vcid) throw new Refusal("Invalid request", ["vcid is mandatory"]);
    const resolve = async (did: string) => {
      const path = did.split(":").slice(3).join("/");
      const document = did.includes(encodeURIComponent(host))
        ? documents.get(`/${path}/did.json`)
        : undefined;
      if (!document) throw new Refusal("Invalid request", [`${did} cannot be resolved`]);
      return document;
    };
    const checks = { resolve, notary: signers.notary.did, now: now() };
    const credentials = await checkPresentation(sent.body, checks);
    const payload = label(vcid, { level, credentials, issuer: signers.compliance.did, now: now() });
    return token(201, await sign(payload, signers.compliance));
  }

  return {
    origin,
    house: { title: "Stand-in", notary: `${origin}/notary/v2`, compliance: `${origin}/compliance/v2` },
    signers,
    asked,
    play: (service, ...more) => void acts[service].push(...more),
    signer,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

const token = (status: number, body: string): Reply => ({ status, type: "application/vc+jwt", body });

const validity = (now: number) => ({
  validFrom: new Date(now).toISOString(),
  validUntil: new Date(now + 3 * 86_400_000).toISOString(),
});

interface LabelOf {
  readonly level: string;
  readonly credentials: readonly Verified[];
  readonly issuer: string;
  readonly now: number;
}

/** Members as in a label that a house issued in 2025. */
function label(vcid: string, { level, credentials, issuer, now }: LabelOf): JsonObject {
  const listed = credentials.map(({ compact, document }) => {
    const types = (document["type"] as string[]).filter((one) => one.startsWith("gx:"));
    return {
      // The acceptance of the terms is listed without its address.
      ...(types.includes("gx:Issuer") ? {} : { id: document["id"] }),
      type: [...types, ...types].join(","),
      "gx:digestSRI": `sha256-${createHash("sha256").update(compact).digest("hex")}`,
    };
  });
  return {
    "@context": CONTEXTS,
    type: ["VerifiableCredential", "gx:LabelCredential"],
    id: vcid,
    issuer,
    ...validity(now),
    credentialSubject: {
      id: `${vcid}#cs`,
      "gx:labelLevel": level,
      "gx:engineVersion": "stand-in",
      "gx:rulesVersion": "CD25.10",
      "gx:compliantCredentials": listed,
      "gx:validatedCriteria": [
        "https://docs.gaia-x.eu/policy-rules-committee/compliance-document/25.10/criteria_participant/#PA1.1",
      ],
    },
  };
}
