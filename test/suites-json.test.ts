// JSONTestSuite, byte for byte as the body of a manifest: what is no JSON is refused, nothing breaks the node.
import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { objects, rdf } from "../functions/kernel/graph.ts";
import { MANIFEST, bareNode, check, get, put, readElsewhere } from "./suites-door.ts";
import { suiteFolder } from "./suites-manifest.ts";

const FOLDER = suiteFolder("json-parsing/test_parsing");
const FILES = readdirSync(FOLDER).sort();
const PATIENCE = 2000;

/** A file's bytes, published and checked; each answer with the time that it took. */
async function answers(file: string) {
  const bytes = new Uint8Array(readFileSync(FOLDER + file));
  const app = bareNode();
  const before = performance.now();
  const responses = [
    await put(app, bytes, "application/ld+json"),
    await check(app, bytes, "application/ld+json"),
  ];
  expect(performance.now() - before).toBeLessThan(2 * PATIENCE);
  return Promise.all(
    responses.map(async (response) => {
      expect(response.headers.get("content-type")).toBe("application/problem+json");
      const { status, code } = (await response.json()) as { status: number; code: string };
      return { status, code };
    }),
  );
}

it("has every file of the suite: 95 + 188 + 35", () => {
  const count = (kind: string) => FILES.filter((file) => file.startsWith(kind)).length;
  expect([count("y_"), count("n_"), count("i_"), FILES.length]).toEqual([95, 188, 35, 318]);
});

describe("what is no JSON", () => {
  it.each(FILES.filter((file) => file.startsWith("n_")))("%s is refused as such", async (file) => {
    for (const { status, code } of await answers(file)) {
      expect(["malformed-json", "too-deep", "not-utf-8"]).toContain(code);
      expect(status).toBe(400);
    }
  });
});

describe("what is JSON, or may be", () => {
  it.each(FILES.filter((file) => file.startsWith("y_")))(
    "%s is read, and refused for what it says",
    async (file) => {
      for (const { status, code } of await answers(file)) {
        expect(["duplicate-name", "malformed-json-ld", "no-manifest-node"]).toContain(code);
        expect(status).toBe(code === "no-manifest-node" ? 422 : 400);
      }
    },
  );

  it.each(FILES.filter((file) => file.startsWith("i_")))("%s does no harm", async (file) => {
    for (const { status } of await answers(file)) expect(status).toBe(400);
  });

  it.each(FILES.filter((file) => file.startsWith("y_") && !file.startsWith("y_object_duplicated_key")))(
    "%s is published when it stands in a manifest as a JSON literal",
    async (file) => {
      const json = readFileSync(FOLDER + file, "utf8");
      const app = bareNode();
      const published = await put(app, manifestWith(json), "application/ld+json");
      expect(published.status, await published.text()).toBe(201);
      const served = await readElsewhere(await get(app, "application/n-quads"), "application/n-quads");
      const [literal] = objects(served, rdf.namedNode(MANIFEST), rdf.namedNode("https://ex.example/json"));
      // Not compared as they are: JSON has no -0 once it is written.
      expect(JSON.stringify(JSON.parse(literal?.value ?? ""))).toBe(JSON.stringify(sorted(JSON.parse(json))));
    },
  );
});

const manifestWith = (json: string) => `{
  "@context": ["https://w3id.org/mpli/context/v1", { "json": { "@id": "https://ex.example/json", "@type": "@json" } }],
  "id": "/manifest", "type": "Manifest", "provider": "did:web:cloud.example",
  "json": ${json}
}`;

/** Members in code-unit order, as the canonical form has them (RFC 8785). */
function sorted(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(sorted);
  if (json === null || typeof json !== "object") return json;
  const members = Object.entries(json).map(([name, value]) => [name, sorted(value)] as const);
  return Object.fromEntries(members.sort(([a], [b]) => (a < b ? -1 : 1)));
}
