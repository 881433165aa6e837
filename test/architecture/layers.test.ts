// The house keeps its direction: kernel ← edge ← rooms ← node ← worker and command line (DESIGN of the house).
import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { importsOf, violation } from "./layers.ts";

const files = globSync("**/*.ts", { cwd: "functions" });
const imports = files.flatMap((file) => importsOf(file, readFileSync(`functions/${file}`, "utf8")));

test("every import in functions/ points towards the kernel", () => {
  expect(imports.length).toBeGreaterThan(50);
  expect(imports.flatMap((one) => violation(one) ?? [])).toEqual([]);
});

test.each([
  ["a kernel file that imports a room", { from: "kernel/graph.ts", to: "discovery/publish.ts" }],
  ["an edge file that imports a room", { from: "edge/body.ts", to: "catalogue/harvest.ts" }],
  ["a room that imports a room to its right", { from: "discovery/publish.ts", to: "catalogue/harvest.ts" }],
  ["a room that imports the host", { from: "catalogue/harvest.ts", to: "host/memory.ts" }],
  ["a room that imports another room's door", { from: "catalogue/harvest.ts", to: "discovery/routes.ts" }],
  ["a room that imports the node", { from: "catalogue/harvest.ts", to: "node.ts" }],
])("%s is found", (_, planted) => {
  expect(violation(planted)).toBeDefined();
});

test("a room may import rooms to its left, the edge and the kernel", () => {
  for (const to of ["discovery/publish.ts", "compatibility/ports.ts", "edge/body.ts", "kernel/graph.ts"])
    expect(violation({ from: "catalogue/market.ts", to })).toBeUndefined();
});

test("rooms take time, chance and network as arguments", () => {
  const rooms = files.filter((file) => !/^(host|cli)\//.test(file) && file !== "worker.ts");
  const guilty = rooms.filter((file) =>
    /\bDate\.now\(\)|\bMath\.random\(\)|\bnew Date\(\)|(?<![.\w])fetch\(/.test(
      readFileSync(`functions/${file}`, "utf8"),
    ),
  );
  expect(guilty).toEqual([]);
});
