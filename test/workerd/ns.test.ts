// The vocabulary inside workerd: the graph is in the Worker itself, whether there is a site or not.
import { exports } from "cloudflare:workers";
import { expect, test } from "vitest";

const worker = (exports as unknown as { default: { fetch: typeof fetch } }).default;
const ask = (path: string, accept: string) =>
  worker.fetch(`http://localhost${path}`, { headers: { Accept: accept } });

test("a program gets the vocabulary in the syntax that it asks for", async () => {
  const turtle = await ask("/ns", "text/turtle");
  expect([turtle.status, turtle.headers.get("vary")]).toEqual([200, "Accept"]);
  expect(await turtle.text()).toContain("mpli:memory a rdf:Property");
  const json = await ask("/ns/", "application/ld+json");
  expect(await json.json()).toMatchObject({ "@context": "https://w3id.org/mpli/context/v1" });
});

test("a browser gets the page, or what there is without it", async () => {
  const response = await ask("/ns", "text/html,*/*;q=0.8");
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toMatch(/^(text\/html|application\/ld\+json)/);
  await response.text();
});

test("the IRI of a place leads to the places", async () => {
  const response = await worker.fetch("http://localhost/place/NL", { redirect: "manual" });
  expect([response.status, response.headers.get("location")]).toEqual([303, "/place/#NL"]);
});
