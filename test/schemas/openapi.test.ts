// The API description: of every route, of no other, with statements that exist and examples that hold.
import { globSync, readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { ROOMS } from "../../functions/operations.ts";
import { exampleOf } from "../../schemas/openapi/examples.ts";
import { DESCRIBED, type Route, faultsOf, nodeRoutes } from "../../schemas/openapi/routes.ts";
import openapi from "../../schemas/openapi/openapi.json" with { type: "json" };
import { faultsIn, fileOf } from "./validators.ts";

const operations = ROOMS.flatMap(({ operations }) => Object.entries(operations));
const chapters = globSync("spec/*.md").map((file) => readFileSync(file, "utf8"));

describe("the descriptions", () => {
  it("are of every route of a node with all roles, and of no other", () => {
    const routes = nodeRoutes();
    expect(routes.length).toBeGreaterThan(30);
    expect(faultsOf(routes, DESCRIBED)).toEqual([]);
  });

  const route = (method: string, path: string): Route => ({ method, path });
  test.each([
    ["a route that is not described", [route("GET", "/a"), route("ALL", "/a")], []],
    ["a description of what is not served", [], ["GET /a"]],
    ["a route that says 404 to other methods", [route("GET", "/a")], ["GET /a"]],
  ])("without %s", (_, routes, described) => {
    expect(faultsOf(routes, described)).toHaveLength(1);
  });

  it("name each operation once", () => {
    const ids = operations.map(([, { id }]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each(operations)("%s: every statement that it refers to exists", (_, { statements }) => {
    expect(statements.length).toBeGreaterThan(0);
    for (const id of statements)
      expect(
        chapters.some((chapter) => chapter.includes(`\n- **${id}** `)),
        id,
      ).toBe(true);
  });

  test.each(operations)("%s: no code is named twice", (_, { problems }) => {
    expect(new Set(problems).size).toBe(problems.length);
  });
});

const bodies = operations.flatMap(([key, { body = {}, answers }]) =>
  [body, ...Object.values(answers).map(({ content = {} }) => content)].flatMap((contents) =>
    Object.entries(contents).flatMap(([media, { schema, examples = {} }]) =>
      Object.values(examples).map((path) => ({ key, media, schema, path })),
    ),
  ),
);

describe("the examples", () => {
  test.each(bodies.filter(({ schema }) => schema !== "Graph" && schema !== "Text"))(
    "$path is a $schema",
    ({ schema, path, media }) => {
      expect(faultsIn(fileOf(schema), exampleOf(path, media))).toEqual([]);
    },
  );

  test.each(
    Object.entries(openapi.components.examples).filter(
      ([, { value }]) => typeof value === "object" && "mend" in value,
    ),
  )("%s is a problem document", (_, { value }) => {
    expect(faultsIn("problem", value)).toEqual([]);
  });

  it("are found wanting when they are", () => {
    expect(faultsIn("registration", { url: 5 })).toHaveLength(1);
    expect(faultsIn("registration", {})).toHaveLength(1);
    expect(faultsIn("registration", { url: "https://cloud.example", name: "x" })).toHaveLength(1);
    expect(faultsIn("check-answer", { conforms: true, digest: "x", offers: 1, pages: 0 })).toHaveLength(1);
  });
});

test("the description is whole: every reference in it leads somewhere", () => {
  const text = JSON.stringify(openapi);
  const references = new Set([...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = ""]) => path));
  expect(references.size).toBeGreaterThan(50);
  for (const path of references) {
    const found = path
      .split("/")
      .reduce<unknown>((at, name) => (at as Record<string, unknown>)?.[name], openapi);
    expect(found, path).toBeDefined();
  }
});
