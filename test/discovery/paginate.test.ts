// Large manifests: pages that are always the same for the same graph, and mostly the same for a similar one.
import { describe, expect, it, test } from "vitest";
import { PAGE_LIMITS, paginate } from "../../functions/discovery/paginate.ts";
import { prepare } from "../../functions/discovery/put-manifest.ts";
import { mpli, rdf as rdfTerms, tree } from "../../functions/kernel/generated/vocabulary.ts";
import { type Quad, Store, objects, quadsOf, rdf, text } from "../../functions/kernel/graph.ts";
import { parse } from "../../functions/kernel/syntax.ts";
import { type OfferText, PREFIXES, digestOf, graphOf, manifest, many } from "../support/manifests.ts";
import { problemOf, providerNode } from "../support/provider.ts";

const ADDRESS = "https://cloud.example/manifest";
const SMALL = { offers: 10, statements: 10_000 };

const graphOfOffers = (offers: readonly OfferText[], more = "") =>
  graphOf(manifest("https://cloud.example", offers, more), ADDRESS, "application/trig");

function split(graph: Store, limits = PAGE_LIMITS) {
  const outcome = paginate(graph, ADDRESS, limits);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
}

/** The offers of each page, one line a page. */
const shape = (graph: Store, limits = SMALL) =>
  split(graph, limits).pages.map(({ offers }) => [...offers].sort().join(" "));

describe("a manifest", () => {
  it("of as many offers as a page takes is one document", async () => {
    const graph = await graphOfOffers(many(250));
    const { head, pages, offers } = split(graph);
    expect(pages).toEqual([]);
    expect(head).toBe(graph);
    expect(offers.size).toBe(250);
  });

  it("of one offer more is a head and pages, none larger than a page may be", async () => {
    const { head, pages } = split(await graphOfOffers(many(251)));
    expect(pages.length).toBeGreaterThanOrEqual(2);
    expect(pages.flatMap(({ offers }) => offers).length).toBe(251);
    for (const page of pages) expect(page.offers.length).toBeLessThanOrEqual(250);
    expect(head.countQuads(null, mpli.offer, null, null)).toBe(0);
    expect(head.countQuads(null, rdfTerms.type, mpli.Manifest, null)).toBe(1);
  });

  it("of few offers that say very much is paged as well, and one that says too much has a page of its own", async () => {
    const talkative = Array.from({ length: 60 }, (_, index) => `mpli:engineVersion "${index}" ;`).join(" ");
    const graph = await graphOfOffers([...many(8), { id: "big", more: talkative }]);
    const { pages } = split(graph, { offers: 250, statements: 50 });
    const big = pages.find(({ offers }) => offers.some((offer) => offer.endsWith("/big")));
    expect(big?.offers).toHaveLength(1);
    for (const { graph: page, offers } of pages)
      expect(page.size - offers.length <= 50 || offers.length === 1).toBe(true);
  });

  it("is the union of its head and its pages, without the terms that pages need", async () => {
    const credential = "</credentials/1> { </offers/a-3> mpli:memory [ ] . }";
    const original = await graphOfOffers(
      [...many(30), { id: "linked", more: "mpli:portability </offers/a-1> ;" }],
      `</offers/a-2> mpli:certification [ mpli:scheme mpli:C5 ; schema:name [ schema:name "deep" ] ] .
       </manifest> schema:name "of" ; <urn:best> </offers/a-7> . ${credential}`,
    );
    const { head, pages } = split(original, SMALL);
    expect(pages.length).toBeGreaterThan(2);
    const union = new Store([head, ...pages.map(({ graph }) => graph)].flatMap(quadsOf));
    expect(await digestOf(union)).toBe(await digestOf(original));
  });
});

/** A fixed shuffle, since chance comes in through the door; seed 0 turns the order round. */
function shuffled<T>(values: readonly T[], seed: number): T[] {
  if (seed === 0) return values.toReversed();
  let state = seed;
  const keyed = values.map((value) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return { value, key: state };
  });
  return keyed.sort((a, b) => a.key - b.key).map(({ value }) => value);
}

describe("the pages", () => {
  it("are the same whatever the order of the statements and the labels of the blank nodes", async () => {
    const two = { class: "Cache", more: "mpli:serviceClass mpli:BlockStorage ;" };
    const offers = [...many(40), ...many(15, "one", { class: "Cache" }), ...many(9, "two", two)];
    const graph = await graphOfOffers(offers);
    const expected = await Promise.all(split(graph, SMALL).pages.map((page) => digestOf(page.graph)));
    for (const seed of [0, 1, 2]) {
      const relabel = <T extends Quad["subject"] | Quad["object"]>(term: T) =>
        term.termType === "BlankNode" ? rdf.blankNode(`s${seed}${term.value}`) : term;
      const other = new Store(
        shuffled(quadsOf(graph), seed).map((q) =>
          rdf.quad(relabel(q.subject), q.predicate, relabel(q.object), q.graph),
        ),
      );
      expect(await Promise.all(split(other, SMALL).pages.map((page) => digestOf(page.graph)))).toEqual(
        expected,
      );
    }
  });

  it("change for a new offer in one place only: one page differs, or it has become two", () => {
    const bare = (names: readonly string[]) =>
      new Store(
        names.flatMap((name) => {
          const node = rdf.namedNode(`https://cloud.example/offers/${name}`);
          return [
            rdf.quad(rdf.namedNode(ADDRESS), mpli.offer, node),
            rdf.quad(node, mpli.serviceClass, mpli.Cache),
          ];
        }),
      );
    const names = many(200).map(({ id }) => id);
    const before = shape(bare(names));
    let splits = 0;
    for (let index = 0; index < 40; index++) {
      const after = shape(bare([...names, `new-${index}`]));
      const fresh = after.filter((page) => !before.includes(page));
      const gone = before.filter((page) => !after.includes(page));
      expect(fresh.length).toBeLessThanOrEqual(2);
      expect(gone.length).toBeLessThanOrEqual(1);
      if (fresh.length === 2) splits++;
    }
    expect(splits).toBeGreaterThan(0);
  });

  it("change by their digests for a new offer at most twice, and for another price once", async () => {
    const documents = async (offers: readonly OfferText[]) => {
      const prepared = await prepare(await graphOfOffers(offers), ADDRESS);
      if (!prepared.ok) throw new Error(prepared.refusal.code);
      return prepared.value.documents.slice(1).map(({ digest }) => digest);
    };
    const base = many(320);
    const before = new Set(await documents(base));
    expect(before.size).toBeGreaterThan(1);
    const fresh = (digests: string[]) => digests.filter((digest) => !before.has(digest)).length;
    expect(fresh(await documents([...base, { id: "new" }]))).toBeLessThanOrEqual(2);
    expect(fresh(await documents(base.map((one, at) => (at === 7 ? { ...one, price: "9.99" } : one))))).toBe(
      1,
    );
  });

  it("hold one class each, and an offer of two classes once", async () => {
    const two = { id: "both", class: "RelationalDatabase", more: "mpli:serviceClass mpli:Cache ;" };
    const offers = [...many(12), ...many(12, "cache", { class: "Cache" }), two];
    const { pages } = split(await graphOfOffers(offers), SMALL);
    expect(pages.flatMap((page) => page.offers).filter((name) => name.endsWith("/both"))).toHaveLength(1);
    for (const { graph, offers: names } of pages) {
      const classes = new Set(graph.getObjects(null, mpli.serviceClass, null).map(({ id }) => id));
      if (!names.some((name) => name.endsWith("/both"))) expect(classes.size).toBe(1);
      else expect([...classes].sort()).toEqual([mpli.Cache.value, mpli.RelationalDatabase.value]);
    }
  });
});

describe("an unnamed node", () => {
  const pair = (facts: string) =>
    `${PREFIXES} </manifest> a mpli:Manifest ; mpli:provider <did:web:cloud.example> ;
      mpli:offer </o/1>, </o/2> .
      </o/1> mpli:serviceClass mpli:Cache . </o/2> mpli:serviceClass mpli:Cache . ${facts}`;
  const ONE = { offers: 1, statements: 10_000 };

  test.each([
    ["that two offers share", "</o/1> mpli:price _:p . </o/2> mpli:price _:p . _:p schema:price 1.0 ."],
    ["that two offers share and nobody describes", "</o/1> mpli:price _:p . </o/2> mpli:price _:p ."],
    [
      "deep in one offer that another one shares",
      "</o/1> <urn:x> [ <urn:y> _:p ] . </o/2> <urn:x> _:p . _:p <urn:z> 1 .",
    ],
    [
      "that an offer shares with the provider",
      "</o/1> mpli:certification _:c . <did:web:cloud.example> mpli:certification _:c . _:c mpli:scheme mpli:C5 .",
    ],
    ["of an offer that names a graph", "</o/1> <urn:proof> _:g . _:g { <urn:a> <urn:b> <urn:c> . }"],
    [
      "of an offer that a named graph speaks of",
      "</o/1> <urn:proof> _:g . <urn:g> { _:g <urn:b> <urn:c> . }",
    ],
  ])("%s is refused with the name of an offer", async (_, facts) => {
    const graph = await graphOf(pair(facts), ADDRESS, "application/trig");
    const outcome = paginate(graph, ADDRESS, ONE);
    const offer = expect.stringMatching(/^https:\/\/cloud\.example\/o\/[12]$/);
    expect(outcome).toMatchObject({ ok: false, refusal: { code: "shared-blank-node", offer } });
    expect(paginate(graph, ADDRESS).ok).toBe(true);
  });

  test.each([
    ["of one offer, twice referred to", "</o/1> <urn:x> _:p, [ <urn:y> _:p ] . _:p <urn:z> 1 ."],
    ["of the provider alone", "<did:web:cloud.example> mpli:certification [ mpli:scheme mpli:C5 ] ."],
    ["that is part of a circle", "</o/1> <urn:x> _:p . _:p <urn:y> _:q . _:q <urn:y> _:p ."],
  ])("%s goes where it belongs", async (_, facts) => {
    const graph = await graphOf(pair(facts), ADDRESS, "application/trig");
    const { head, pages } = split(graph, ONE);
    const union = new Store([head, ...pages.map((page) => page.graph)].flatMap(quadsOf));
    expect(await digestOf(union)).toBe(await digestOf(graph));
  });

  it("that two offers share is refused at the door, and nothing is published", async () => {
    const node = providerNode();
    const shared = `</offers/a-1> mpli:certification _:c . </offers/a-2> mpli:certification _:c . _:c mpli:scheme mpli:C5 .`;
    const response = await node.put(manifest(node.origin, many(251), shared));
    expect(response.status).toBe(422);
    expect(await problemOf(response)).toMatchObject({ code: "shared-blank-node" });
    expect(await node.publication.head()).toBeUndefined();
    expect((await node.put(manifest(node.origin, many(250), shared))).status).toBe(201);
  });
});

describe("a paged manifest, as it is served", () => {
  const node = providerNode();
  const offers = [...many(255), ...many(3, "db", { class: "RelationalDatabase" })];
  const page = async (path: string) => {
    const response = await node.get(path, { Accept: "application/n-quads" });
    const graph = await parse(await response.text(), "application/n-quads", ADDRESS);
    if (!graph.ok) throw new Error(graph.refusal.code);
    return { graph: graph.value, headers: response.headers };
  };

  it("has a head that describes its pages by digest, size and classes", async () => {
    const { pages } = (await (await node.put(manifest(node.origin, offers))).json()) as { pages: number };
    const { graph } = await page("/manifest");
    const listed = objects(graph, rdf.namedNode(ADDRESS), mpli.page);
    expect(listed).toHaveLength(pages);
    let counted = 0;
    for (const name of listed) {
      const digest = text(graph, name, mpli.digest) ?? "";
      expect(name.value).toBe(`${ADDRESS}/pages/${digest}`);
      expect(graph.countQuads(null, tree.node, name, null)).toBe(1);
      const { graph: served } = await page(`/manifest/pages/${digest}`);
      expect(await digestOf(served)).toBe(digest);
      expect(objects(graph, name, mpli.containsClass).map(({ value }) => value)).toEqual([
        ...new Set(served.getObjects(null, mpli.serviceClass, null).map(({ value }) => value)),
      ]);
      const count = served.countQuads(null, mpli.offer, null, null);
      expect(Number(text(graph, name, mpli.offerCount))).toBe(count);
      counted += count;
    }
    expect(counted).toBe(258);
  });

  it("can be walked by links, from the head through every page", async () => {
    const seen: string[] = [];
    let path: string | undefined = "/manifest";
    while (path) {
      seen.push(path);
      const { headers }: { headers: Headers } = await page(path);
      path = /<https:\/\/cloud\.example([^>]+)>; rel="next"/.exec(headers.get("link") ?? "")?.[1];
    }
    const head = await node.publication.head();
    expect(seen).toEqual(["/manifest", ...(head?.pages ?? []).map((digest) => `/manifest/pages/${digest}`)]);
  });

  it("cannot be put back as it was read: its pages are the node's to write", async () => {
    const text = await (await node.get("/manifest", { Accept: "text/turtle" })).text();
    expect(await problemOf(await node.put(text))).toMatchObject({ code: "reserved-term" });
  });

  it("shows people the pages, where they are and how much is on them", async () => {
    const shown = await (await node.get("/manifest", { Accept: "text/html" })).text();
    const head = await node.publication.head();
    for (const digest of head?.pages ?? []) expect(shown).toContain(`href="${ADDRESS}/pages/${digest}"`);
    expect(shown).toContain("258 offers");
    const [first] = head?.pages ?? [];
    const one = await (await node.get(`/manifest/pages/${first}`, { Accept: "text/html" })).text();
    expect(one).toMatch(/Offer (a|db)-\d/);
  });
});

test("a manifest of more pages than a catalogue takes is refused, and one of as many is not", async () => {
  const classes = (count: number) =>
    Array.from(
      { length: 251 },
      (_, index) => `</o/${index}> a mpli:Offer ; mpli:serviceClass <urn:c:${index % count}> .`,
    );
  const paged = async (count: number) => {
    const links = Array.from({ length: 251 }, (_, index) => `<> mpli:offer </o/${index}> .`);
    const text = `PREFIX mpli: <https://w3id.org/mpli/ns#>\n${[...links, ...classes(count)].join("\n")}`;
    return paginate(await graphOf(text, ADDRESS), ADDRESS);
  };
  expect(await paged(201)).toMatchObject({ ok: false, refusal: { code: "too-many-pages", limit: 200 } });
  expect((await paged(200)).ok).toBe(true);
});
