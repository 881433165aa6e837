// The vocabulary's address: a page for people, a graph for programs, and the places of the world beside it.
import { describe, expect, it, test } from "vitest";
import { nsRoutes } from "../../functions/ns/routes.ts";
import { SYNTAX_NAMES } from "../../functions/kernel/media.ts";
import { digestOf, graphOf } from "../support/manifests.ts";
import { problemOf } from "../support/provider.ts";

const BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
const ALL = [...new Set(["application/ld+json", ...SYNTAX_NAMES])];

const asked: Request[] = [];
const withSite = nsRoutes({
  page: async (request) => {
    asked.push(request);
    const isKnown = request.headers.get("if-none-match") === '"page"';
    const headers = { ETag: '"page"', "Content-Type": "text/html; charset=utf-8" };
    return new Response(isKnown ? null : "<h1>Vocabulary</h1>", { status: isKnown ? 304 : 200, headers });
  },
});
const withoutSite = nsRoutes({ page: async () => new Response("nothing here", { status: 404 }) });
const alone = nsRoutes({ page: undefined });

const get = (path: string, accept?: string, headers: Record<string, string> = {}, app = withSite) =>
  app.request(path, { headers: { ...(accept === undefined ? {} : { Accept: accept }), ...headers } });
const typeOf = (response: Response) => response.headers.get("content-type")?.split(";")[0];

describe.each(["/ns", "/ns/", "/place", "/place/"])("%s", (path) => {
  test.each([
    ["a browser", BROWSER, "text/html"],
    ["no Accept field", undefined, "application/ld+json"],
    ["anything", "*/*", "application/ld+json"],
    ["Turtle", "text/turtle", "text/turtle"],
    ["JSON-LD", "application/ld+json", "application/ld+json"],
    ["N-Quads before a page", "text/html;q=0.5, application/n-quads", "application/n-quads"],
    ["a page before Turtle", "text/html, text/turtle;q=0.5", "text/html"],
  ])("answers %s", async (_, accept, expected) => {
    const response = await get(path, accept);
    expect([response.status, typeOf(response)]).toEqual([200, expected]);
    expect(response.headers.get("vary")).toBe("Accept");
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(response.headers.get("etag")).toMatch(/^"[^"]+"$/);
  });

  it("has one graph in every syntax, and spares its bytes to who has them", async () => {
    const digests = new Set<string>();
    for (const syntax of SYNTAX_NAMES) {
      const response = await get(path, syntax);
      digests.add(await digestOf(await graphOf(await response.text(), "https://x.example/", syntax)));
      const again = await get(path, syntax, { "If-None-Match": response.headers.get("etag") ?? "" });
      expect([again.status, await again.text(), again.headers.get("vary")]).toEqual([304, "", "Accept"]);
    }
    expect(digests.size).toBe(1);
  });

  it("refuses what it has not, naming what it has", async () => {
    const response = await get(path, "image/png");
    expect([response.status, response.headers.get("vary")]).toEqual([406, "Accept"]);
    expect(await problemOf(response)).toMatchObject({
      code: "not-acceptable",
      available: [...ALL, "text/html"],
    });
  });

  it("refuses other methods", async () => {
    const response = await withSite.request(path, { method: "POST" });
    expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  });

  it("answers HEAD without a body", async () => {
    const response = await withSite.request(path, { method: "HEAD", headers: { Accept: "text/turtle" } });
    expect([response.status, typeOf(response), await response.text()]).toEqual([200, "text/turtle", ""]);
  });
});

describe("the page", () => {
  it("is the site's, asked for with the slash and with the reader's own conditions", async () => {
    const page = await get("/ns?q=1", BROWSER);
    expect(await page.text()).toBe("<h1>Vocabulary</h1>");
    expect(new URL(asked.at(-1)?.url ?? "").pathname).toBe("/ns/");
    const again = await get("/place", BROWSER, { "If-None-Match": '"page"' });
    expect([again.status, again.headers.get("vary"), again.headers.get("etag")]).toEqual([
      304,
      "Accept",
      '"page"',
    ]);
    expect(new URL(asked.at(-1)?.url ?? "").pathname).toBe("/place/");
  });

  test.each([
    ["that was not built", withoutSite],
    ["that there is not", alone],
  ])("of a site %s is not among what there is", async (_, app) => {
    expect(typeOf(await get("/ns", BROWSER, {}, app))).toBe("application/ld+json");
    const response = await get("/ns", "text/html", {}, app);
    expect(response.status).toBe(406);
    expect(await problemOf(response)).toMatchObject({ available: ALL });
  });
});

describe("the graph", () => {
  it("begins with the vocabulary itself and defines its terms", async () => {
    const turtle = await (await get("/ns", "text/turtle")).text();
    expect(turtle).toMatch(/\n\n<https:\/\/w3id\.org\/mpli\/ns#> a /);
    expect(turtle).toContain("mpli:memory a rdf:Property");
  });

  it("is for programs of plain JSON a list under the context of all documents", async () => {
    const document = (await (await get("/place")).json()) as { "@context": string; "@graph": object[] };
    expect(document["@context"]).toBe("https://w3id.org/mpli/context/v1");
    expect(document["@graph"]).toContainEqual(
      expect.objectContaining({ id: "https://w3id.org/mpli/place/NL", within: "EU" }),
    );
  });
});

describe("a place", () => {
  it("leads to the document that describes it", async () => {
    const response = await get("/place/NL");
    expect([response.status, response.headers.get("location")]).toEqual([303, "/place/#NL"]);
  });

  test.each(["nl", "NLD", "__proto__", "constructor", "https://w3id.org/mpli/place/NL", "x".repeat(500)])(
    "that does not exist is refused: %s",
    async (name) => {
      const response = await get(`/place/${encodeURIComponent(name)}`);
      expect(response.status).toBe(404);
      expect(await problemOf(response)).toMatchObject({ code: "no-such-place", place: name.slice(0, 100) });
    },
  );

  it("takes no other method", async () => {
    expect((await withSite.request("/place/NL", { method: "PUT" })).status).toBe(405);
  });
});
