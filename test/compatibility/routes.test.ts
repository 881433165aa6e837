// The doors of compatibility: what goes in, what comes out, and every way in which they say no.
import { policiesOf } from "../../functions/trust/policy/policies.ts";
import { describe, expect, it } from "vitest";
import { compatibilityRoutes } from "../../functions/compatibility/routes.ts";
import { COMPATIBILITY_PROBLEMS } from "../../functions/compatibility/refusals.ts";
import { REPORT_MEDIA } from "../../functions/compatibility/report-graph.ts";
import { oxigraphFactBase } from "../../functions/host/node/oxigraph.ts";
import { TWO_PROVIDERS, stock } from "./markets.ts";
import { canonicalize } from "../../functions/kernel/digest.ts";
import { syntaxOf } from "../../functions/kernel/media.ts";
import { ok } from "../../functions/kernel/result.ts";
import { parse } from "../../functions/kernel/syntax.ts";

const { market, graphs } = await stock(TWO_PROVIDERS);
const facts = oxigraphFactBase({ get: async (digest) => graphs.get(digest) });
const app = compatibilityRoutes({
  market: async () => ok(market),
  facts,
  policies: () => policiesOf(undefined),
  bodyLimit: 2_000,
});

const json = JSON.stringify({
  "@context": "https://w3id.org/mpli/context/v1",
  type: "Demand",
  component: { class: "Database", must: [{ on: "engine", is: "postgresql" }] },
});
const turtle = `PREFIX mpli: <https://w3id.org/mpli/ns#> PREFIX sh: <http://www.w3.org/ns/shacl#>
[] a mpli:Demand ; mpli:component [ mpli:serviceClass mpli:Database ;
  mpli:must [ sh:path mpli:engine ; sh:hasValue "postgresql" ] ] .`;

const post = (body: string, type = "application/ld+json", path = "/matches", headers = {}) =>
  app.request(path, { method: "POST", body, headers: { "content-type": type, ...headers } });

async function digestOf(text: string, media: string | undefined): Promise<string> {
  const syntax = syntaxOf(media);
  const graph = syntax && (await parse(text, syntax, "https://north.example/"));
  if (!graph?.ok) throw new Error(JSON.stringify(graph));
  const named = await canonicalize(graph.value);
  return named.ok ? named.value.digest : named.refusal.code;
}

describe("POST /matches", () => {
  it("answers a demand in JSON-LD and the same demand in Turtle with the same bytes", async () => {
    const [first, second] = [await post(json), await post(turtle, "text/turtle")];
    expect(first.status).toBe(200);
    expect(first.headers.get("content-type")).toBe("application/json");
    const report = await first.text();
    expect(await second.text()).toBe(report);
    expect(JSON.parse(report)).toMatchObject({
      demand: expect.stringMatching(/^[0-9a-f]{64}$/),
      component: [{ counts: { compatible: 1, undetermined: 2, incompatible: 3 } }],
    });
  });

  it("takes plain JSON as JSON-LD, and answers with JSON that nobody may store", async () => {
    const response = await post(json, "application/json", "/matches", { accept: "application/*" });
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(response.headers.get("cache-control")).toBe("no-store");
  });

  it("cuts the results to the limit", async () => {
    const report = (await (await post(json, undefined, "/matches?limit=1")).json()) as {
      component: { results: [] }[];
    };
    expect(report.component[0]?.results).toHaveLength(1);
  });

  it.each(["0", "1001", "-1", "1.5", "ten", ""])("refuses the limit %j", async (limit) => {
    const response = await post(json, undefined, `/matches?limit=${limit}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: "malformed-parameter", parameter: "limit" });
  });

  it.each([
    ["{", "application/json", 400, "malformed-json"],
    ["a b c", "text/turtle", 400, "malformed-graph"],
    [json, "text/plain", 415, "unsupported-media-type"],
    [json.padEnd(2_001), "application/json", 413, "body-too-large"],
    ["", "text/turtle", 422, "no-demand"],
    [turtle.replace("mpli:engine", "mpli:motor"), "text/turtle", 422, "unknown-property"],
    [
      turtle.replace("sh:hasValue", "sh:minLength 1 ; sh:hasValue"),
      "text/turtle",
      422,
      "unknown-requirement-term",
    ],
  ])("refuses %j as %s with %i %s", async (body, type, status, code) => {
    const response = await post(body, type);
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({
      code,
      type: `https://w3id.org/mpli/errors/${code}`,
      mend: expect.any(String),
    });
  });

  it("refuses a representation that there is not", async () => {
    const response = await post(json, undefined, undefined, { accept: "text/html" });
    expect(response.status).toBe(406);
    expect(await response.json()).toMatchObject({ available: REPORT_MEDIA });
  });

  it("answers with the same bytes as JSON-LD, and with the same graph in every other syntax", async () => {
    const answers = await Promise.all(
      REPORT_MEDIA.map((accept) => post(json, undefined, undefined, { accept })),
    );
    expect(answers.map(({ headers }) => headers.get("content-type"))).toEqual(
      REPORT_MEDIA.map((media) => (media === "text/turtle" ? `${media}; charset=utf-8` : media)),
    );
    const [plain, linked, ...others] = await Promise.all(answers.map((answer) => answer.text()));
    expect(linked).toBe(plain);
    const graphs = [linked, ...others].map((text = "", index) => digestOf(text, REPORT_MEDIA[index + 1]));
    expect(new Set(await Promise.all(graphs)).size).toBe(1);
  });

  it("lists in a graph no more results than it can write, and says so", async () => {
    const must = Array.from({ length: 64 }, (_, index) => ({ on: "vcpus", atLeast: index + 1 }));
    const long = JSON.stringify({
      "@context": "https://w3id.org/mpli/context/v1",
      type: "Demand",
      component: Array.from({ length: 32 }, (_, index) => ({ name: `c${index}`, class: "Database", must })),
    });
    const patient = compatibilityRoutes({
      market: async () => ok(market),
      facts,
      policies: () => policiesOf(undefined),
      bodyLimit: 200_000,
    });
    const headers = { "content-type": "application/ld+json", accept: "application/n-triples" };
    const response = await patient.request("/matches", { method: "POST", body: long, headers });
    expect(await response.text()).toMatch(/ns#resultLimit> "1"/);
  });

  it("refuses other methods", async () => {
    const response = await app.request("/matches");
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("POST, OPTIONS");
  });

  it("lets pages of other origins ask", async () => {
    expect((await post(json)).headers.get("access-control-allow-origin")).toBe("*");
  });

  it("asks for patience while a document is on its way", async () => {
    const nothing = oxigraphFactBase({ get: async () => undefined });
    const sources = market.sources.map((source) => ({ ...source, head: { digest: "not-yet" } }));
    const late = compatibilityRoutes({
      market: async () => ok({ digest: "s", sources }),
      facts: nothing,
      policies: () => policiesOf(undefined),
      bodyLimit: 2_000,
    });
    const response = await late.request("/matches", {
      method: "POST",
      body: json,
      headers: { "content-type": "application/json" },
    });
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBe("60");
  });
});

describe("POST /matches/compose", () => {
  const together = (more: object = {}) =>
    JSON.stringify({
      "@context": "https://w3id.org/mpli/context/v1",
      type: "Demand",
      presents: ["terms"],
      component: ["main", "copy"].map((name) => ({
        name,
        class: "Database",
        must: [{ on: "engine", is: "postgresql" }],
      })),
      ...more,
    });
  const compose = (body: string, query = "", headers = {}) =>
    post(body, undefined, `/matches/compose${query}`, headers);

  it("answers with compositions, as many after the first as were asked for", async () => {
    for (const [query, length] of [
      ["", 4],
      ["?alternatives=0", 1],
      ["?alternatives=2", 3],
    ] as const) {
      const response = await compose(together(), query);
      expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/json"]);
      const report = (await response.json()) as { compositions: [] };
      expect(report).toMatchObject({ type: "CompositionReport", outcome: "optimal" });
      expect(report.compositions, query).toHaveLength(length);
    }
  });

  it.each(["-1", "11", "1.5", "two", ""])("refuses %j alternatives", async (alternatives) => {
    const response = await compose(together(), `?alternatives=${alternatives}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: "malformed-parameter", parameter: "alternatives" });
  });

  it("answers as a graph, too", async () => {
    const response = await compose(together(), "", { accept: "text/turtle" });
    expect(await response.text()).toContain("a mpli:CompositionReport;");
  });

  it("refuses what it cannot read, or answer in, as a comparison does", async () => {
    const unknown = await compose(together({ together: [{ sameRegion: ["main", "elsewhere"] }] }));
    expect([unknown.status, await unknown.json()]).toMatchObject([422, { code: "unknown-component" }]);
    const page = await compose(together(), "", { accept: "text/html" });
    expect([page.status, await page.json()]).toMatchObject([406, { available: REPORT_MEDIA }]);
    const get = await app.request("/matches/compose");
    expect([get.status, get.headers.get("allow")]).toEqual([405, "POST, OPTIONS"]);
  });
});

it("has for every refusal a status, a title and a way to mend it", () => {
  for (const [code, { status, title, mend }] of Object.entries(COMPATIBILITY_PROBLEMS)) {
    expect(status, code).toBeGreaterThanOrEqual(400);
    expect(title, code).not.toMatch(/\.$/);
    expect(mend, code).toMatch(/\.$/);
  }
});
