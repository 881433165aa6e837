// Numbers in JSON-LD: what an author writes as a JSON number arrives as the decimal that it names.
import { expect, test } from "vitest";
import { schema } from "../../functions/kernel/generated/vocabulary.ts";
import { parse } from "../../functions/kernel/syntax.ts";

async function amountOf(json: string): Promise<string | undefined> {
  const text = `{"@context":"https://w3id.org/mpli/context/v1","id":"https://a.example/x","type":"Offer","price":{"amount":${json},"per":"hour"}}`;
  const graph = await parse(text, "application/ld+json", "https://a.example/");
  if (!graph.ok) throw new Error(graph.refusal.code);
  const [term] = graph.value.getObjects(null, schema.price, null);
  return (
    term && `${term.value} ${term.termType === "Literal" ? term.datatype.value.replace(/^.*#/, "") : ""}`
  );
}

test.each([
  ["0.41", "0.41 decimal"],
  ["2e-7", "0.0000002 decimal"],
  ["1.25e-9", "0.00000000125 decimal"],
  ["-1e-7", "-0.0000001 decimal"],
  ["1e21", "1000000000000000000000 decimal"],
  ["1.5e22", "15000000000000000000000 decimal"],
  ["300", "300 decimal"],
  ['"0.0000002"', "0.0000002 decimal"],
])("an amount of %s is %s", async (written, read) => {
  expect(await amountOf(written)).toBe(read);
});
