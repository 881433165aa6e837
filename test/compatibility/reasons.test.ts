// The reasons of the specification are those of the node: the same codes, outcomes and order.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { REASONS } from "../../functions/compatibility/judge/reasons.ts";

test("the table of reasons in the specification has the codes, outcomes and order of the node", () => {
  const chapter = readFileSync("spec/compatibility.md", "utf8");
  const [, table = ""] = chapter.split("| Reason | Outcome | Meaning |\n");
  const rows = [...(table.split("\n\n")[0] ?? "").matchAll(/^\| `([\w-]+)` \| (\w+) \| /gm)];
  expect(rows.map(([, code, outcome]) => [code, outcome])).toEqual(
    Object.entries(REASONS).map(([code, { outcome }]) => [code, outcome]),
  );
});
