// The cache of loaded documents: loaded once, kept within its budget of triples, freed when it leaves.
import { beforeEach, describe, expect, it } from "vitest";
import { Documents, type SparqlStore } from "../../functions/host/documents.ts";
import { openStore } from "../../functions/host/node/oxigraph.ts";

const ASK = "SELECT ?value WHERE { ?s ?p ?value }";
const graphs = new Map([
  ["a", '<urn:s> <urn:p> "1" .\n<urn:s> <urn:p> "2" .\n'],
  ["b", '<urn:s> <urn:p> "3"^^<urn:t> .\n_:x <urn:p> _:y <urn:g> .\n'],
  ["c", "<urn:s> <urn:p> <urn:o> .\n"],
  ["large", Array.from({ length: 9 }, (_, index) => `<urn:s> <urn:p> "${index}" .\n`).join("")],
]);

let opened = 0;
let freed = 0;
let fetched: string[] = [];
let documents: Documents;

function countedStore(): SparqlStore {
  const store = openStore();
  opened++;
  return {
    load: (nquads, options) => store.load(nquads, options),
    query: (sparql, options) => store.query(sparql, options),
    free: () => {
      freed++;
      store.free();
    },
  };
}

const facts = () =>
  documents.factBase({
    get: async (digest) => {
      fetched.push(digest);
      return graphs.get(digest);
    },
  });

beforeEach(() => {
  [opened, freed, fetched] = [0, 0, []];
  documents = new Documents(countedStore, 4);
});

describe("a document", () => {
  it("answers queries over its default graph alone", async () => {
    const rows = await facts().select("b", ASK);
    expect(rows).toEqual({
      ok: true,
      value: [{ value: { type: "literal", value: "3", datatype: "urn:t" } }],
    });
  });

  it("is fetched and loaded once", async () => {
    await facts().select("a", ASK);
    await facts().select("a", ASK);
    expect([opened, fetched]).toEqual([1, ["a"]]);
  });

  it("is loaded once even when two requests ask at once", async () => {
    const answers = await Promise.all([facts().select("a", ASK), facts().select("a", ASK)]);
    expect(answers.map((answer) => answer.ok && answer.value.length)).toEqual([2, 2]);
    expect(opened).toBe(1);
  });

  it("that the source does not have is refused by its digest", async () => {
    expect(await facts().select("z", ASK)).toEqual({
      ok: false,
      refusal: { code: "document-not-at-hand", digest: "z" },
    });
    expect(opened).toBe(0);
  });
});

describe("the budget", () => {
  it("lets the least recently used leave, and frees its store", async () => {
    for (const digest of ["a", "b", "a", "c"]) await facts().select(digest, ASK);
    expect([documents.size, freed]).toEqual([2, 1]);
    await facts().select("a", ASK);
    expect(fetched).toEqual(["a", "b", "c"]);
    await facts().select("b", ASK);
    expect(fetched).toEqual(["a", "b", "c", "b"]);
  });

  it("lets a document larger than it in alone, and out with the next", async () => {
    await facts().select("a", ASK);
    const rows = await facts().select("large", ASK);
    expect(rows.ok && rows.value.length).toBe(9);
    expect([documents.size, freed]).toEqual([1, 1]);
    await facts().select("c", ASK);
    expect([documents.size, freed]).toEqual([1, 2]);
  });
});
