// The examples in schemas/: real rows and real demands that must keep working.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { FACTS } from "../../functions/cli/import-clouds/facts.ts";
import { importCloud, providersIn } from "../../functions/cli/import-clouds/import-cloud.ts";
import { type CloudRow, type CloudRows, KEYS, readRows } from "../../functions/cli/import-clouds/rows.ts";
import { readDemand } from "../../functions/compatibility/demand/read-demand.ts";
import { checkManifest } from "../../functions/discovery/check-manifest.ts";
import { classes, mpli, properties } from "../../functions/kernel/generated/vocabulary.ts";
import { parse } from "../../functions/kernel/syntax.ts";

const FOLDER = "schemas/examples";

function read(name: keyof CloudRows): CloudRow[] {
  const rows = readRows(readFileSync(`${FOLDER}/clouds/${name}.jsonl`, "utf8"), KEYS[name]);
  if (!rows.ok) throw new Error(JSON.stringify(rows.refusal));
  return rows.value;
}

const rows: CloudRows = { offers: read("offers"), providers: read("providers"), regions: read("regions") };

test("every column that is imported becomes a property of offers that the vocabulary knows", () => {
  const known = new Set(Object.values(properties).map(({ name }) => name));
  expect(FACTS.filter(({ property }) => !known.has(property))).toEqual([]);
});

test.each(providersIn(rows))(
  "the manifest of %s conforms, with every row as an offer of a known class",
  async (provider) => {
    const { manifest } = importCloud(rows, provider, `did:web:${provider}.example`);
    const address = `https://${provider}.example/manifest`;
    const graph = await parse(JSON.stringify(manifest), "application/ld+json", address);
    if (!graph.ok) throw new Error(JSON.stringify(graph.refusal));
    const checked = await checkManifest(graph.value, address);
    expect(checked).toMatchObject({ ok: true, value: { provider: `did:web:${provider}.example` } });
    expect(checked.ok && checked.value.offers.length).toBe(
      rows.offers.filter((row) => row.provider === provider).length,
    );
    for (const { value } of graph.value.getObjects(null, mpli.serviceClass, null))
      expect(classes).toHaveProperty([value]);
  },
);

test("every row of the examples names its source and licence, and every source stands in the notice", () => {
  const notice = readFileSync(`${FOLDER}/clouds/LICENSE.md`, "utf8");
  for (const row of [...rows.offers, ...rows.providers, ...rows.regions]) {
    expect(row).toMatchObject({ licence: expect.any(String) });
    const sources = JSON.stringify(row).matchAll(/github:([^@"\s]+)@([0-9a-f]+)/g);
    for (const [, repository, commit] of sources) {
      expect(notice).toContain(`github.com/${repository}`);
      expect(notice).toContain(`\`${commit}\``);
    }
  }
});

test.each(["kubernetes-in-the-eu", "postgresql-in-de-or-fr"])("the demand %s can be read", async (name) => {
  const text = readFileSync(`${FOLDER}/demands/${name}.jsonld`, "utf8");
  const graph = await parse(text, "application/ld+json", "https://demand.invalid/");
  expect(graph.ok && readDemand(graph.value)).toMatchObject({ ok: true, value: { notEvaluated: [] } });
});
