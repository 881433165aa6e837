// The doors of issuing: credentials and their status are the operator's to give, status lists anyone's to read.
import { type Context, Hono } from "hono";
import { type NodeIdentity, didOf } from "../../discovery/node-document.ts";
import { only } from "../../edge/allow.ts";
import { readJson } from "../../edge/body.ts";
import { isNotModified } from "../../edge/negotiate.ts";
import { requireOperator } from "../../edge/operator.ts";
import { problem } from "../../edge/problem.ts";
import type { Json } from "../../kernel/json.ts";
import type { Result } from "../../kernel/result.ts";
import { LISTS } from "./addresses.ts";
import { issue } from "./issue.ts";
import type { Sign } from "./keys.ts";
import type { IssuanceBook, IssuedCredential } from "./ports.ts";
import { ISSUING_PROBLEMS, type IssuingRefusal } from "./refusals.ts";
import { readStatusRequest } from "./request.ts";
import { KEPT_SECONDS, ListSigner } from "./status-list.ts";

export interface IssuingPorts {
  readonly identity: (requestUrl: string) => NodeIdentity;
  readonly operatorToken: string | undefined;
  readonly sign: Sign;
  readonly book: IssuanceBook;
  readonly now: () => Date;
  /** A new identifier, such as `urn:uuid:…`. */
  readonly mint: () => string;
  /** Bytes of the largest request. */
  readonly bodyLimit: number;
}

const ISSUED_PER_PAGE = 100;
const PRIVATE = { "Cache-Control": "no-store" };
const OPEN = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": "ETag",
  "Cache-Control": `public, max-age=${KEPT_SECONDS}`,
};

/** W3C VC API §3.2: issuing, and changing the status of what was issued. */
export function issuingRoutes(ports: IssuingPorts): Hono {
  const { identity, operatorToken, sign, book, now, mint } = ports;
  const app = new Hono();
  const lists = new ListSigner();
  const originAt = (c: Context) => identity(c.req.url).origin;
  const addressOf = (origin: string, list: number) => `${origin}${LISTS}/${list}`;

  app.post("/credentials/issue", async (c) => {
    const body = await operatorsJson(c, ports);
    if (!body.ok) return refuse(c, body.refusal);
    const origin = originAt(c);
    const listAddress = (list: number) => addressOf(origin, list);
    const world = { book, sign, now: now(), mint, did: didOf(origin), listAddress };
    const issued = await issue(body.value, world);
    return issued.ok
      ? c.json({ verifiableCredential: issued.value }, 201, PRIVATE)
      : refuse(c, issued.refusal);
  });

  app.post(LISTS, async (c) => {
    const body = await operatorsJson(c, ports);
    if (!body.ok) return refuse(c, body.refusal);
    const request = readStatusRequest(body.value);
    if (!request.ok) return refuse(c, request.refusal);
    const changed = await book.change(request.value.id, request.value.changes);
    return changed.ok
      ? c.json(
          entryOf(changed.value, (list) => addressOf(originAt(c), list)),
          200,
          PRIVATE,
        )
      : refuse(c, changed.refusal);
  });

  app.get(`${LISTS}/:list`, async (c) => {
    const asked = c.req.param("list");
    const number = /^[1-9]\d{0,8}$/.test(asked) ? Number(asked) : 0;
    const state = number > 0 ? await book.list(number) : undefined;
    if (!state) return refuse(c, { code: "no-such-list" });
    const origin = originAt(c);
    const signing = { did: didOf(origin), now: now(), sign };
    const { token, etag } = await lists.signed(addressOf(origin, number), state, signing);
    const headers = { ...OPEN, ETag: etag };
    if (isNotModified(c.req.header("if-none-match"), etag)) return c.body(null, 304, headers);
    return c.body(token, 200, { ...headers, "Content-Type": "application/vc+jwt" });
  });

  app.get("/credentials/issued", async (c) => {
    const operator = requireOperator(c, operatorToken);
    if (!operator.ok) return refuse(c, operator.refusal);
    const origin = originAt(c);
    const id = c.req.query("id");
    const known = id === undefined ? undefined : await book.find(id);
    if (id !== undefined && !known) return refuse(c, { code: "no-such-credential", id: id.slice(0, 200) });
    const after = c.req.query("after") ?? "0";
    if (!/^\d{1,15}$/.test(after)) return refuse(c, { code: "malformed-parameter", parameter: "after" });
    const page = known ? [known] : await book.issuedAfter(Number(after), ISSUED_PER_PAGE);
    const last = page.length < ISSUED_PER_PAGE ? undefined : page.at(-1)?.sequence;
    const next = last === undefined ? {} : { next: `${origin}/credentials/issued?after=${last}` };
    const credential = page.map((each) => entryOf(each, (list) => addressOf(origin, list)));
    return c.json({ type: "IssuedCredentials", credential, ...next }, 200, PRIVATE);
  });

  app.all("/credentials/issue", only("POST"));
  app.all(LISTS, only("POST"));
  app.all(`${LISTS}/:list`, only("GET", "HEAD"));
  app.all("/credentials/issued", only("GET", "HEAD"));
  return app;
}

async function operatorsJson(
  c: Context,
  { operatorToken, bodyLimit }: IssuingPorts,
): Promise<Result<Json, IssuingRefusal>> {
  const operator = requireOperator(c, operatorToken);
  return operator.ok ? readJson(c, bodyLimit) : operator;
}

/** What is remembered of a credential, with addresses for numbers. */
function entryOf({ sequence: _, status, ...known }: IssuedCredential, addressOf: (list: number) => string) {
  return {
    ...known,
    credentialStatus: status.map(({ purpose, list, index, isSet }) => ({
      type: "BitstringStatusListEntry",
      statusPurpose: purpose,
      statusListIndex: String(index),
      statusListCredential: addressOf(list),
      status: isSet,
    })),
  };
}

function refuse(c: Context, refusal: IssuingRefusal): Response {
  const challenge = refusal.code === "operator-only" ? { "WWW-Authenticate": "Bearer" } : {};
  return problem(c, refusal, ISSUING_PROBLEMS, challenge);
}
