// The door of the catalogue: who is registered, and what they all offer.
import { type Context, Hono } from "hono";
import { only } from "../edge/allow.ts";
import { readJson } from "../edge/body.ts";
import { respondGraph } from "../edge/graph-response.ts";
import { requireOperator } from "../edge/operator.ts";
import { problem } from "../edge/problem.ts";
import { manifestIn } from "../discovery/asserted.ts";
import { type NodeIdentity, didOf } from "../discovery/node-document.ts";
import type { GraphStore } from "../discovery/ports.ts";
import { SERVICE_CLASSES } from "../compatibility/demand/names.ts";
import { classes } from "../kernel/generated/vocabulary.ts";
import { type Result, ok, refused } from "../kernel/result.ts";
import { type Permissions, permitted } from "../edge/guard.ts";
import { type OfferQuery, type Position, nextOffers } from "./list-offers.ts";
import { hasSnapshot } from "./market.ts";
import type { CheckedCredential, ProviderBook, Registration } from "./ports.ts";
import { CATALOGUE_PROBLEMS, type CatalogueRefusal } from "./refusals.ts";
import { isStale } from "./schedule.ts";

export interface CataloguePorts {
  readonly identity: (requestUrl: string) => NodeIdentity;
  readonly book: ProviderBook;
  readonly graphs: GraphStore;
  readonly now: () => Date;
  readonly permissions: Permissions;
  readonly harvestSeconds: number;
  /** Number of providers that the catalogue keeps; its node document declares it. */
  readonly mostProviders: number;
  readonly operatorToken: string | undefined;
}

const REGISTRATION_LIMIT = 4096;
const OPEN = { "Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "ETag, Link" };

const refuse = (c: Context, refusal: CatalogueRefusal) =>
  problem(
    c,
    refusal,
    CATALOGUE_PROBLEMS,
    refusal.code === "operator-only" ? { "WWW-Authenticate": "Bearer" } : {},
  );

export function catalogueRoutes(ports: CataloguePorts): Hono {
  const app = new Hono();
  const { book } = ports;

  app.get("/providers", async (c) => {
    const providers = await book.list();
    const body = {
      id: `${ports.identity(c.req.url).origin}/providers`,
      type: "Catalogue",
      provider: providers.map((provider) => describe(provider, ports)),
    };
    return c.body(JSON.stringify(body, null, 2), 200, {
      ...OPEN,
      "Content-Type": "application/json",
      "Cache-Control": "public, max-age=5",
    });
  });

  app.post("/providers", async (c) => {
    const origin = await readRegistration(c);
    if (!origin.ok) return refuse(c, origin.refusal);
    const providers = await book.list();
    const isNew = providers.every((provider) => provider.origin !== origin.value);
    if (isNew && providers.length >= ports.mostProviders)
      return refuse(c, { code: "too-many-providers", limit: ports.mostProviders });
    const { registration, created } = await book.register(origin.value);
    return c.json(describe(registration, ports), created ? 201 : 200, {
      "Cache-Control": "no-store",
      Location: "/providers",
    });
  });

  app.delete("/providers", async (c) => {
    const origin = await readRegistration(c);
    if (!origin.ok) return refuse(c, origin.refusal);
    return (await book.remove(origin.value)) ? c.body(null, 204) : refuse(c, { code: "no-such-provider" });
  });

  app.get("/offers", async (c) => {
    const query = readQuery(c);
    if (!query.ok) return refuse(c, query.refusal);
    const page = nextOffers((await book.list()).filter(hasSnapshot), query.value, ports.graphs);
    if (!page) return refuse(c, { code: "no-more-offers" });
    const next = page.next && nextLink(c, ports.identity(c.req.url).origin, page.next);
    return respondGraph(c, {
      digest: page.digest,
      root: manifestIn,
      load: page.load,
      cacheControl: "public, max-age=5",
      headers: {
        ...OPEN,
        ...(next ? { Link: `<${next}>; rel="next"` } : {}),
      },
    });
  });

  app.all("/providers", only("GET", "HEAD", "POST", "DELETE"));
  app.all("/offers", only("GET", "HEAD"));
  return app;

  async function readRegistration(c: Context): Promise<Result<string, CatalogueRefusal>> {
    const operator = requireOperator(c, ports.operatorToken);
    if (!operator.ok) return operator;
    const json = await readJson(c, REGISTRATION_LIMIT);
    if (!json.ok) return json;
    const url =
      json.value && typeof json.value === "object" && !Array.isArray(json.value) ? json.value.url : undefined;
    if (typeof url !== "string") return refused({ code: "malformed-registration" });
    const target = permitted(url, ports.permissions);
    if (target.ok) return ok(target.value.origin);
    return refused(
      target.refusal.code === "address-not-permitted" ? target.refusal : { code: "malformed-registration" },
    );
  }
}

function describe(provider: Registration, { harvestSeconds, now }: CataloguePorts) {
  const { snapshot, checkedAt, problem, evidence } = provider;
  return {
    id: didOf(provider.origin),
    type: "Provider",
    ...(snapshot?.name ? { name: snapshot.name } : {}),
    node: provider.origin,
    state: snapshot
      ? isStale(provider, harvestSeconds, now())
        ? "stale"
        : "fresh"
      : problem
        ? "unreachable"
        : "waiting",
    ...(snapshot ? { manifest: snapshot.manifest, digest: snapshot.digest } : {}),
    ...(snapshot ? { offers: snapshot.documents.reduce((sum, { offers }) => sum + offers, 0) } : {}),
    ...(checkedAt ? { checkedAt } : {}),
    ...(problem ? { problem } : {}),
    ...(evidence ? { credentials: evidence.credentials.map(describeCredential) } : {}),
  };
}

function describeCredential({ digest, types, until: _, checkedAt: __, ...known }: CheckedCredential) {
  return {
    ...known,
    ...(digest ? { credential: digest } : {}),
    ...(types ? { credentialType: types } : {}),
  };
}

function readQuery(c: Context): Result<OfferQuery, CatalogueRefusal> {
  const { class: name, provider, after } = c.req.query();
  const serviceClass = name && classOf(name);
  if (name && !serviceClass) return refused({ code: "unknown-class", class: name.slice(0, 200) });
  const position = after?.match(/^(did:\S{1,300})~([0-9a-f]{64})$/);
  if (after !== undefined && !position) return refused({ code: "malformed-parameter", parameter: "after" });
  return ok({
    ...(serviceClass ? { serviceClass } : {}),
    ...(provider ? { provider } : {}),
    ...(position?.[1] && position[2] ? { after: { provider: position[1], digest: position[2] } } : {}),
  });
}

function classOf(name: string): string | undefined {
  return Object.hasOwn(classes, name) ? name : SERVICE_CLASSES.get(name);
}

function nextLink(c: Context, origin: string, { provider, digest }: Position): string {
  const { pathname, search } = new URL(c.req.url);
  const url = new URL(pathname + search, origin);
  url.searchParams.set("after", `${provider}~${digest}`);
  return url.href;
}
