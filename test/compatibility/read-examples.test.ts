// The published examples of demands: the reader takes every valid one, and refuses the invalid ones as the shapes do.
import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { read } from "./reading.ts";

/** Every demand in a folder of examples. */
function examples(folder: "valid" | "invalid" | "demands") {
  return readdirSync(`schemas/examples/${folder}`)
    .filter((name) => name.startsWith("demand-") || folder === "demands")
    .map((name) => ({
      name,
      read: () =>
        read(
          readFileSync(`schemas/examples/${folder}/${name}`, "utf8"),
          name.endsWith(".ttl") ? "text/turtle" : "application/ld+json",
        ),
    }));
}

describe("the published example", () => {
  it.each([...examples("valid"), ...examples("demands")])("$name is read", async (example) => {
    expect(await example.read()).toMatchObject({ ok: true });
  });

  it("demand-platform means the same in both of its syntaxes", async () => {
    const [first, second] = await Promise.all(
      examples("valid")
        .filter(({ name }) => name.startsWith("demand-platform."))
        .map((example) => example.read()),
    );
    expect(first).toMatchObject({ ok: true });
    expect(second).toEqual(first);
  });
});

describe("the invalid example", () => {
  it.each(examples("invalid"))("$name is refused by the reader, too", async (example) => {
    expect(await example.read()).toMatchObject({ ok: false });
  });
});
