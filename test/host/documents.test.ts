// Queries over documents: asked of the default graph alone, in a store that lives no longer than the answer takes.
import { beforeEach, describe, expect, it } from "vitest";
import { type SparqlStore, documentFacts } from "../../functions/host/documents.ts";
import { openStore } from "../../functions/host/node/oxigraph.ts";

const ASK = "SELECT ?value WHERE { ?s ?p ?value }";
const graphs = new Map([
  ["a", '<urn:s> <urn:p> "1" .\n<urn:s> <urn:p> "2" .\n'],
  ["b", '<urn:s> <urn:p> "3"^^<urn:t> .\n_:x <urn:p> _:y <urn:g> .\n'],
]);

let stores: string[] = [];

function watchedStore(): SparqlStore {
  const store = openStore();
  stores.push("opened");
  return {
    load: (nquads, options) => store.load(nquads, options),
    query: (sparql, options) => store.query(sparql, options),
    free: () => {
      stores.push("freed");
      store.free();
    },
  };
}

const facts = documentFacts(watchedStore, { get: async (digest) => graphs.get(digest) });

beforeEach(() => {
  stores = [];
});

describe("a document", () => {
  it("answers queries over its default graph alone", async () => {
    expect(await facts.select("b", ASK)).toEqual({
      ok: true,
      value: [{ value: { type: "literal", value: "3", datatype: "urn:t" } }],
    });
  });

  it("is freed once it has answered", async () => {
    const answer = await facts.select("a", ASK);
    expect(answer.ok && answer.value).toHaveLength(2);
    expect(stores).toEqual(["opened", "freed"]);
  });

  it("is freed also when a query breaks", async () => {
    await expect(facts.select("a", "SELECT")).rejects.toThrow();
    expect(stores).toEqual(["opened", "freed"]);
  });

  it("is never loaded beside another one, however many ask at once", async () => {
    await Promise.all([facts.select("a", ASK), facts.select("b", ASK)]);
    expect(stores).toEqual(["opened", "freed", "opened", "freed"]);
  });

  it("that the source does not have is refused by its digest", async () => {
    expect(await facts.select("z", ASK)).toEqual({
      ok: false,
      refusal: { code: "document-not-at-hand", digest: "z" },
    });
    expect(stores).toEqual([]);
  });
});
