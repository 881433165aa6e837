// The examples: each valid one has no violation, each invalid one breaks exactly the shape that the index names.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readDemand } from "../../functions/compatibility/demand/read-demand.ts";
import { shapes } from "../../functions/kernel/generated/shapes.ts";
import { checkShapes } from "../../functions/kernel/shape.ts";
import { SHAPE, examples, file, graphOf, shapesFor, syntaxOf } from "./documents.ts";

const index = JSON.parse(file("examples/invalid/index.json")) as Record<string, string>;

async function violations(path: string) {
  const name = path.split("/").at(-1) ?? path;
  return checkShapes(await graphOf(file(`examples/${path}`), syntaxOf(name)), shapesFor(name));
}

describe("a valid example", () => {
  it.each(examples("valid"))("has no violation: %s", async (name) => {
    expect(await violations(`valid/${name}`)).toEqual([]);
  });

  it("is there for every kind of service that the outline names", () => {
    const kinds = examples("valid").map((name) => name.replace(/\..*/, ""));
    const named = "virtual-machine bare-metal kubernetes database cache search container network node".split(
      " ",
    );
    const storage = ["object-storage", "block-storage", "file-storage"];
    expect(kinds).toEqual(expect.arrayContaining([...named, ...storage]));
  });
});

describe("an invalid example", () => {
  it.each(examples("invalid"))("breaks exactly one shape: %s", async (name) => {
    const broken = new Set((await violations(`invalid/${name}`)).map(({ shape }) => shape));
    expect([...broken]).toEqual([index[name]]);
  });

  it("is indexed, and every file of the index is there", () => {
    expect(Object.keys(index).toSorted()).toEqual(examples("invalid").toSorted());
  });

  it("names a shape that exists", () => {
    const all = Object.values(shapes).join("\n");
    for (const shape of Object.values(index))
      expect(all).toContain(`shape:${shape.slice(SHAPE.length)} a sh:`);
  });

  it("is refused with a message that says what was expected and how to mend it", async () => {
    for (const name of examples("invalid"))
      for (const { message } of await violations(`invalid/${name}`))
        expect(message, name).toMatch(/^[A-Z][^{}]+: [^{}]+\.$/);
  });
});

describe("the example of a demand", () => {
  const demands = (kind: "valid" | "invalid") =>
    examples(kind).filter((name) => shapesFor(name) === "demand");
  const reading = async (path: string, name: string) =>
    readDemand(await graphOf(file(`examples/${path}/${name}`), syntaxOf(name))).ok;

  it.each(demands("valid"))("is read, where the shapes accept it: %s", async (name) => {
    expect(await reading("valid", name)).toBe(true);
  });

  it.each(demands("invalid"))("is refused, where the shapes refuse it: %s", async (name) => {
    expect(await reading("invalid", name)).toBe(false);
  });
});

describe("the generated files", () => {
  it("carry the shapes as they are written", () => {
    for (const [name, text] of Object.entries(shapes))
      expect(text).toBe(readFileSync(`schemas/shapes/${name}.ttl`, "utf8"));
  });
});
