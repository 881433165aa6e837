// The tables that chapters make from data say all that the schemas say, and of nothing else.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readChapters } from "../../spec/tools/chapters.ts";
import { memberTable } from "../../spec/tools/schema-tables.ts";
import { withTables } from "../../spec/tools/tables.ts";

const made = (name: string) => withTables(`<!-- table: ${name} -->\n\nout of date\n\n<!-- end -->`);

/** First cells of the rows below the head. */
const names = (text: string) => [...text.matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name);

interface Schema {
  readonly properties: Readonly<Record<string, Schema>>;
  readonly items: Schema;
  readonly enum: readonly string[];
}

const schema = (name: string) =>
  JSON.parse(readFileSync(`schemas/json/${name}.schema.json`, "utf8")) as Schema;

test("every table of a chapter is as it is made", () => {
  for (const { text } of readChapters()) expect(withTables(text)).toBe(text);
});

test("each type of events has its data in the text", () => {
  expect(names(made("events"))).toEqual(schema("order-event").properties["type"]?.enum);
});

test("each condition of an order has its meaning in the text", () => {
  const { conditions } = schema("order").properties;
  expect(names(made("conditions")).sort()).toEqual(conditions?.items.properties["type"]?.enum.toSorted());
});

describe("a table of members", () => {
  test("has every member of its schema, also of objects within, each with its form", () => {
    const rows = memberTable("order-request", "Needed");
    const { properties } = schema("order-request");
    expect(names(rows).filter((name) => !name?.includes("."))).toEqual(Object.keys(properties));
    expect(rows).toContain("| `price.currency` | yes | three capital letters | ISO 4217 |");
    expect(rows).toContain("| `hold` |  | whole number from 1 to 86,400 |");
    expect(rows).toContain("| `path` |  | list of at most 8 digests |");
  });

  test("tells a layer that holds layers once", () => {
    expect(names(memberTable("receipt", "Always")).filter((name) => name?.startsWith("below"))).toEqual([
      "below",
      "below[].digest",
      "below[].countries",
      "below[].certifications",
      "below[].below",
    ]);
  });

  test("leaves no cell with a bar of its own", () => {
    for (const { text } of readChapters())
      for (const [table] of text.matchAll(/<!-- table: (?:request|answer):[\s\S]*?<!-- end -->/g))
        for (const row of table.split("\n").filter((line) => line.startsWith("|")))
          expect(row.split("|").length, row).toBe(6);
  });
});

test("a table of doors says for whom each is", () => {
  const doors = ["ordering", "orders", "jobs", "levels", "billing"]
    .map((room) => made(`doors-${room}`))
    .join();
  for (const [door, who] of [
    ["PUT /orders/{id}", "whoever signed the body"],
    ["POST /orders/{id}/agreement/acceptance", "whoever signed the body"],
    ["GET /orders/{id}", "the customer"],
    ["POST /jobs/lease", "a runner"],
    ["PUT /orders/{id}/bills/{period}", "the operator"],
    ["GET /orders/{id}/bills/{period}", "the customer, the operator"],
    ["GET /orders/{id}/timeline", "whoever has its address"],
  ])
    expect(doors).toMatch(
      new RegExp(`^\\| \`${door?.replace(/[{}]/g, "\\$&")}\` \\| [^|]+ \\| ${who} \\|`, "m"),
    );
});

test("a table that nobody makes is refused", () => {
  expect(() => made("of-nothing")).toThrow("of-nothing");
});
