// Faults in how a large manifest is split, what its head says of its pages, and how a catalogue puts it together.
import { canonicalize } from "../../../functions/kernel/digest.ts";
import { type Store, rdf } from "../../../functions/kernel/graph.ts";
import { parse } from "../../../functions/kernel/syntax.ts";
import { answering, fetching, on, serving, withHeaders, withJson } from "../faults.ts";
import type { Mutant, Spoil } from "../mutant.ts";
import { PAGE_LIMITS } from "../reference.ts";

const MPLI = "https://w3id.org/mpli/ns#";
const isPage = (nquads: string) => !nquads.includes(`<${MPLI}Manifest>`);
const onPages = (change: (nquads: string) => string): Spoil =>
  serving((nquads) => (isPage(nquads) ? change(nquads) : nquads));
const inHead = (change: (nquads: string) => string): Spoil =>
  serving((nquads) => (isPage(nquads) ? nquads : change(nquads)));

/** Declares other limits than those by which it splits. */
const declaring = (change: (limits: Record<string, unknown>) => void): Spoil =>
  answering(on("/.well-known/mpli", "GET"), (answer) =>
    withJson(answer, (body) => change(body["limits"] as Record<string, unknown>)),
  );

/** Lines of a page or a head that state this property. */
const linesOf = (property: string) => new RegExp(`^.*<${MPLI}${property}> .*\n`, "gm");

/** Takes pages as they come: what the head says of a page is made to fit before it is compared. */
function believing(): Spoil {
  const served = new Map<string, string>();
  return fetching(async (request, wire) => {
    const answer = await wire(new Request(served.get(request.url) ?? request.url, request));
    const turtle = await answer.clone().text();
    if (!turtle.includes("ns#ManifestPage>")) return answer;
    let head = turtle;
    for (const [page = "", digest = ""] of new Set(turtle.matchAll(/http[^>]+\/pages\/([0-9a-f]{64})/g))) {
      const found = await parse(await (await wire(page)).text(), "text/turtle", page);
      const named = found.ok ? await canonicalize(found.value) : found;
      if (!named.ok) continue;
      head = head.replaceAll(digest, named.value.digest);
      served.set(page.replace(digest, named.value.digest), page);
    }
    return new Response(head, { status: answer.status, headers: answer.headers });
  });
}

/** Reads another head than the provider sent. */
const misreading = (change: (head: Store, wire: typeof fetch) => Promise<void> | void): Spoil =>
  fetching(async (request, wire) => {
    const answer = await wire(request);
    const found = await parse(await answer.clone().text(), "text/turtle", request.url);
    if (!found.ok || found.value.countQuads(null, `${MPLI}page`, null, null) === 0) return answer;
    await change(found.value, wire);
    const named = await canonicalize(found.value);
    const headers = { ...Object.fromEntries(answer.headers), "content-type": "application/n-quads" };
    return named.ok ? new Response(named.value.nquads, { status: answer.status, headers }) : answer;
  });

const pagesIn = (head: Store) => head.getSubjects(null, `${MPLI}ManifestPage`, null);

/** Takes a head without the pages that cannot be read. */
const skipping = misreading(async (head, wire) => {
  for (const page of pagesIn(head))
    if (!(await wire(page.value)).ok)
      head.removeQuads([...head.getQuads(page, null, null, null), ...head.getQuads(null, null, page, null)]);
});

/** Takes the digest of a page from its address. */
const believingAddresses = misreading((head) => {
  for (const page of pagesIn(head))
    for (const stated of head.getQuads(page, `${MPLI}digest`, null, null)) {
      head.delete(stated);
      head.add(rdf.quad(page, stated.predicate, rdf.literal(page.value.slice(-64))));
    }
});

/** Shows snapshots otherwise, by the documents that they consist of. */
const showing = (change: <T>(documents: readonly T[]) => readonly T[]): Spoil => ({
  host: (host) => {
    const { book } = host.catalogue;
    const list = async () =>
      (await book.list()).map((entry) =>
        entry.snapshot
          ? { ...entry, snapshot: { ...entry.snapshot, documents: change(entry.snapshot.documents) } }
          : entry,
      );
    return { ...host, catalogue: { ...host.catalogue, book: { ...book, list } } };
  },
});

export default [
  {
    breaks: "MPLI-DISC-025",
    fault: "keeps its largest number of offers to itself",
    spreads: ["protocol"],
    ...declaring((limits) => delete limits["offersPerPage"]),
  },
  {
    breaks: "MPLI-DISC-025",
    fault: "keeps its largest number of statements to itself",
    ...declaring((limits) => delete limits["statementsPerPage"]),
  },
  {
    breaks: "MPLI-DISC-025",
    fault: "declares its limits as text",
    spreads: ["protocol"],
    ...declaring((limits) => Object.assign(limits, { offersPerPage: "50", statementsPerPage: "2000" })),
  },
  {
    breaks: "MPLI-DISC-025",
    fault: "has more offers on a page than it declares",
    stage: "large",
    ...declaring((limits) => Object.assign(limits, { offersPerPage: PAGE_LIMITS.offers - 20 })),
  },
  {
    breaks: "MPLI-DISC-025",
    fault: "has more statements on a page than it declares",
    stage: "large",
    ...declaring((limits) => Object.assign(limits, { statementsPerPage: 200 })),
  },
  {
    breaks: "MPLI-DISC-026",
    fault: "splits a manifest that is as large as one document may be",
    ...declaring((limits) => Object.assign(limits, { offersPerPage: PAGE_LIMITS.offers + 1 })),
  },
  {
    breaks: "MPLI-DISC-026",
    fault: "splits manifests long before its limits",
    stage: "large",
    spreads: ["protocol"],
    ...declaring((limits) => Object.assign(limits, { offersPerPage: 100_000, statementsPerPage: 1_000_000 })),
  },
  {
    breaks: "MPLI-DISC-027",
    fault: "splits a manifest one offer too late",
    ...declaring((limits) => Object.assign(limits, { offersPerPage: PAGE_LIMITS.offers - 1 })),
  },
  {
    breaks: "MPLI-DISC-027",
    fault: "counts offers and no statements",
    ...declaring((limits) => Object.assign(limits, { statementsPerPage: PAGE_LIMITS.statements / 5 })),
  },
  {
    breaks: "MPLI-DISC-027",
    fault: "forgets one page in its head",
    spreads: ["protocol", "compatibility"],
    ...inHead((nquads) => nquads.replace(new RegExp(`^.*<${MPLI}page> .*\n`, "m"), "")),
  },
  {
    breaks: "MPLI-DISC-028",
    fault: "lists offers in the head, and describes them on pages",
    stage: "large",
    spreads: ["protocol", "compatibility"],
    ...inHead((nquads) => {
      const [, manifest] = /^<(\S+)> <\S+#page> /m.exec(nquads) ?? [];
      if (!manifest) return nquads;
      return `${nquads}<${manifest}> <${MPLI}offer> <${new URL("/offers/vm-0", manifest)}> .\n`;
    }),
  },
  {
    breaks: "MPLI-DISC-028",
    fault: "describes offers on pages that are listed nowhere",
    stage: "large",
    ...onPages((nquads) => nquads.replace(linesOf("offer"), "")),
    spreads: ["protocol", "compatibility"],
  },
  {
    breaks: "MPLI-DISC-028",
    fault: "repeats an offer on every page",
    stage: "large",
    spreads: ["protocol", "compatibility"],
    ...onPages((nquads) => {
      const [, manifest = ""] = /^<(\S+)> <\S+#offer> /m.exec(nquads) ?? [];
      const offer = `<${new URL("/offers/vm-0", manifest)}>`;
      return `${nquads}<${manifest}> <${MPLI}offer> ${offer} .\n${offer} <${MPLI}serviceClass> <${MPLI}VirtualMachine> .\n`;
    }),
  },
  {
    breaks: "MPLI-DISC-028",
    fault: "leaves the nodes that hang from an offer out of its page",
    ...onPages((nquads) => nquads.replaceAll(/^_:.*\n/gm, "")),
  },
  {
    breaks: "MPLI-DISC-028",
    fault: "puts one value of each property on a page",
    ...onPages((nquads) => nquads.replaceAll(/^(<\S+ <\S+#engineVersion>) .*\n(?=\1)/gm, "")),
  },
  {
    breaks: "MPLI-DISC-029",
    fault: "states of each page how many offers there are in all",
    stage: "large",
    spreads: ["compatibility"],
    ...inHead((nquads) => nquads.replaceAll(/(#offerCount> )"\d+"/g, '$1"260"')),
  },
  {
    breaks: "MPLI-DISC-029",
    fault: "does not state how many offers a page has",
    stage: "large",
    spreads: ["compatibility"],
    ...inHead((nquads) => nquads.replace(linesOf("offerCount"), "")),
  },
  {
    breaks: "MPLI-DISC-029",
    fault: "states the widest class in place of those on the page",
    stage: "large",
    spreads: ["compatibility"],
    ...inHead((nquads) => nquads.replaceAll(/(#containsClass> <\S+#)\w+>/g, "$1Service>")),
  },
  {
    breaks: "MPLI-DISC-029",
    fault: "states the classes of the whole manifest of each page",
    stage: "large",
    spreads: ["compatibility"],
    ...inHead((nquads) => nquads.replaceAll(/^(.*#containsClass>) .*$/gm, `$&\n$1 <${MPLI}ObjectStorage> .`)),
  },
  {
    breaks: "MPLI-DISC-029",
    fault: "does not state the digests of pages, which stand in their addresses",
    stage: "large",
    spreads: ["compatibility"],
    ...inHead((nquads) => nquads.replace(linesOf("digest"), "")),
  },
  {
    breaks: "MPLI-DISC-029",
    fault: "states one digest of all pages",
    stage: "large",
    spreads: ["compatibility", "issuing"],
    ...inHead((nquads) => nquads.replaceAll(/(#digest> )"\w+"/g, `$1"${"0".repeat(64)}"`)),
  },
  {
    breaks: "MPLI-DISC-030",
    fault: "serves its pages at another address",
    stage: "large",
    spreads: ["compatibility"],
    asks: (request) => new Request(request.url.replace("/manifest/parts/", "/manifest/pages/"), request),
    ...inHead((nquads) => nquads.replaceAll("/manifest/pages/", "/manifest/parts/")),
  },
  {
    breaks: "MPLI-DISC-030",
    fault: "cuts digests off in the addresses of its pages",
    stage: "large",
    spreads: ["compatibility"],
    ...shortAddresses(),
  },
  {
    breaks: "MPLI-DISC-031",
    fault: "lets pages be kept as long as the head",
    stage: "large",
    ...answering(on(/\/pages\//), (answer) => withHeaders(answer, { "Cache-Control": "public, max-age=60" })),
  },
  {
    breaks: "MPLI-DISC-031",
    fault: "lets pages be kept for a year and asked for again anyway",
    stage: "large",
    ...answering(on(/\/pages\//), (answer) =>
      withHeaders(answer, { "Cache-Control": "public, max-age=31536000" }),
    ),
  },
  {
    breaks: "MPLI-DISC-033",
    fault: "believes every page",
    stage: "catalogue",
    spreads: ["catalogue"],
    ...believing(),
  },
  {
    breaks: "MPLI-DISC-033",
    fault: "takes the digest of a page from its bytes",
    stage: "catalogue",
    spreads: ["catalogue", "compatibility"],
    ...fetching(async (request, wire) => {
      const answer = await wire(request);
      // Bytes never have the digest of their graph: whatever comes is another page.
      return request.url.includes("/pages/")
        ? new Response(`${await answer.text()}<urn:a> <urn:b> <urn:c> .`, answer)
        : answer;
    }),
  },
  {
    breaks: "MPLI-DISC-033",
    fault: "compares a page with the digest in its address",
    stage: "catalogue",
    spreads: ["catalogue", "compatibility"],
    ...believingAddresses,
  },
  {
    breaks: "MPLI-DISC-034",
    fault: "knows the offers of the first page only",
    stage: "catalogue",
    spreads: ["catalogue"],
    ...showing((documents) => documents.slice(0, 1)),
  },
  {
    breaks: "MPLI-DISC-034",
    fault: "does without the pages that it cannot read",
    stage: "catalogue",
    spreads: ["catalogue", "compatibility"],
    ...skipping,
  },
  {
    breaks: "MPLI-DISC-034",
    fault: "leaves out the last page",
    stage: "catalogue",
    spreads: ["catalogue"],
    ...showing((documents) => (documents.length > 1 ? documents.slice(0, -1) : documents)),
  },
  {
    breaks: "MPLI-DISC-034",
    fault: "compares each page without the head",
    stage: "catalogue",
    spreads: ["catalogue", "compatibility"],
    host: (host) => {
      const { market } = host.compatibility;
      return {
        ...host,
        compatibility: {
          ...host.compatibility,
          market: async () => {
            const found = await market();
            if (!found.ok) return found;
            const sources = found.value.sources.map((source) => ({
              ...source,
              head: { digest: source.documents[0]?.digest ?? source.head.digest },
            }));
            return { ...found, value: { ...found.value, sources } };
          },
        },
      };
    },
  },
] satisfies Mutant[];

/** Names pages by the first digits of their digests, and finds them by these. */
function shortAddresses(): Spoil {
  const whole = new Map<string, string>();
  return {
    asks: (request) => {
      const [, short = ""] = /\/pages\/(\w{16})$/.exec(request.url) ?? [];
      const digest = whole.get(short);
      return digest ? new Request(request.url.replace(short, digest), request) : request;
    },
    ...inHead((nquads) =>
      nquads.replaceAll(/\/pages\/(\w{64})/g, (_, digest: string) => {
        whole.set(digest.slice(0, 16), digest);
        return `/pages/${digest.slice(0, 16)}`;
      }),
    ),
  };
}
