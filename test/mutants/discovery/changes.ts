// Faults in the change feed: which changes it has, what it says of them, and how it is read in pages.
import type { Change, GraphStore, Publication } from "../../../functions/discovery/ports.ts";
import type { Proposal } from "../../../functions/discovery/publish.ts";
import { sha256Hex } from "../../../functions/kernel/digest.ts";
import { type On, answering, on, refusing, withHeaders, withJson, withStatus, withText } from "../faults.ts";
import type { Mutant, Spoil } from "../mutant.ts";

const feed = on("/manifest/changes", "GET");
const MPLI = "https://w3id.org/mpli/ns#";
const ALL = 1_000_000;

/** Says something else in the feed, as Turtle. The digests of the feed are of no interest to its cases. */
const saying = (change: (turtle: string) => string): Spoil =>
  answering(feed, (answer) =>
    /turtle/.test(answer.headers.get("content-type") ?? "") ? withText(answer, change) : answer,
  );

/** Tells the log otherwise than it was written. */
const telling = (
  tell: (log: readonly Change[], graphs: GraphStore) => readonly Change[] | Promise<readonly Change[]>,
): Spoil => ({
  host: (host) => {
    const { publication, graphs } = host.discovery;
    const changes = async (after: number, limit: number) =>
      (await tell(await publication.changes(0, ALL), graphs))
        .filter(({ sequence }) => sequence > after)
        .slice(0, limit);
    return { ...host, discovery: { ...host.discovery, publication: { ...publication, changes } } };
  },
});

const numbered = (log: readonly Change[]) => log.map((change, index) => ({ ...change, sequence: index + 1 }));

/** Writes other changes at a publication, given those that it should write. */
const writing = (
  write: (
    fresh: readonly Change[],
    proposal: Proposal,
    graphs: GraphStore,
  ) => readonly Omit<Change, "sequence">[] | Promise<readonly Omit<Change, "sequence">[]>,
): Spoil => ({
  host: (host) => {
    const { publication, graphs } = host.discovery;
    const log: Change[] = [];
    const begin = async () => log.push(...(log.length > 0 ? [] : await publication.changes(0, ALL)));
    const publish = async (proposal: Proposal) => {
      await begin();
      const before = (await publication.changes(0, ALL)).length;
      const outcome = await publication.publish(proposal);
      const fresh = (await publication.changes(0, ALL)).slice(before);
      const written = outcome.ok ? await write(fresh, proposal, graphs) : [];
      log.push(...written.map((change, index) => ({ ...change, sequence: log.length + 1 + index })));
      return outcome;
    };
    const changes = async (after: number, limit: number) => {
      await begin();
      return log.filter(({ sequence }) => sequence > after).slice(0, limit);
    };
    return { ...host, discovery: { ...host.discovery, publication: { ...publication, publish, changes } } };
  },
});

/** Calls these offers of a proposal changed that are not. */
const updates = ({ offers }: Proposal, fresh: readonly Change[]): Omit<Change, "sequence">[] => {
  const told = new Set(fresh.map(({ offer }) => offer));
  const at = new Date().toISOString();
  return offers.flatMap((version) =>
    told.has(version.offer) ? [] : [{ ...version, kind: "Update" as const, at }],
  );
};

/** Canonical lines of the document that holds a change's offer. */
async function linesOf({ document = "" }: Pick<Change, "document">, graphs: GraphStore): Promise<string[]> {
  const nquads = (await graphs.get(document.split("/").at(-1) ?? "")) ?? "";
  return nquads.split("\n").filter(Boolean);
}

/** Sees what is said of an offer itself, and not what hangs from it. */
function shortSighted(): Spoil {
  const known = new Map<string, string>();
  return writing(async (fresh, proposal, graphs) => {
    const same = new Set<string>();
    for (const version of proposal.offers) {
      const lines = (await linesOf(version, graphs)).filter((line) => line.startsWith(`<${version.offer}> `));
      const seen = lines.join().replaceAll(/_:\w+/g, "_:");
      if (known.get(version.offer) === seen) same.add(version.offer);
      known.set(version.offer, seen);
    }
    return fresh.filter(({ offer, kind }) => kind !== "Update" || !same.has(offer));
  });
}

/** Takes numbers for what it refuses, and does not give them back. */
const losingNumbers: Spoil = {
  host: (host) => {
    const { publication } = host.discovery;
    const gaps: number[] = [];
    const publish = async (proposal: Proposal) => {
      const outcome = await publication.publish(proposal);
      if (!outcome.ok) gaps.push((await publication.changes(0, ALL)).length);
      return outcome;
    };
    const changes = async (after: number, limit: number) =>
      (await publication.changes(0, ALL))
        .map((change) => ({
          ...change,
          sequence: change.sequence + gaps.filter((gap) => gap < change.sequence).length,
        }))
        .filter(({ sequence }) => sequence > after)
        .slice(0, limit);
    return { ...host, discovery: { ...host.discovery, publication: { ...publication, publish, changes } } };
  },
};

/** Reads the log otherwise, given what was asked. */
const reading = (
  read: (publication: Publication, after: number, limit: number) => Promise<readonly Change[]>,
): Spoil => ({
  host: (host) => {
    const { publication } = host.discovery;
    const changes = (after: number, limit: number) => read(publication, after, limit);
    return { ...host, discovery: { ...host.discovery, publication: { ...publication, changes } } };
  },
});

/** Takes another `after` than was sent. */
const hearing = (change: (after: string) => string | undefined): Spoil => ({
  asks: (request) => {
    const url = new URL(request.url);
    const after = url.searchParams.get("after");
    if (!feed(request) || after === null) return request;
    const heard = change(after);
    if (heard === undefined) url.searchParams.delete("after");
    else url.searchParams.set("after", heard);
    return new Request(url, request);
  },
});

const digested = (of: (change: Change, graphs: GraphStore) => Promise<string>): Spoil =>
  telling((log, graphs) =>
    Promise.all(
      log.map(async (change) => (change.digest ? { ...change, digest: await of(change, graphs) } : change)),
    ),
  );

const isPaged: On = (request) => feed(request) && !/after=(?!0)/.test(request.url);
const linkless = (answer: Response) => withHeaders(answer, { Link: undefined });
const RELATION = /;\s*tree:relation \[[^\]]*\]/;

/** Without the relations to further pages in Turtle. */
const unrelated = (answer: Response) => withText(answer, (turtle) => turtle.replace(RELATION, ""));

export default [
  {
    breaks: "MPLI-DISC-039",
    fault: "does not give the address of its feed",
    spreads: ["protocol"],
    ...answering(on("/.well-known/mpli", "GET"), (answer) =>
      withJson(answer, (body) => delete (body["endpoint"] as Record<string, string>)["changes"]),
    ),
  },
  {
    breaks: "MPLI-DISC-039",
    fault: "serves its feed as any collection",
    spreads: ["protocol"],
    ...saying((turtle) => turtle.replace("ldes:EventStream", "tree:Collection")),
  },
  {
    breaks: "MPLI-DISC-039",
    fault: "describes changes and has no members",
    spreads: ["protocol"],
    ...saying((turtle) => turtle.replace(/\s*tree:member [^;]*;/, "")),
  },
  {
    breaks: "MPLI-DISC-039",
    fault: "has one stream for each page",
    stage: "large",
    spreads: ["protocol"],
    ...answering(feed, (answer, { url }) =>
      withText(answer, (turtle) =>
        turtle.replace(/<\S+> a ldes:EventStream/, `<${url}#stream> a ldes:EventStream`),
      ),
    ),
  },
  {
    breaks: "MPLI-DISC-039",
    fault: "calls every offer of a changed document changed",
    ...writing((fresh, proposal) => [...fresh, ...updates(proposal, fresh)]),
  },
  {
    breaks: "MPLI-DISC-039",
    fault: "sees no change in what hangs from an offer",
    ...shortSighted(),
  },
  {
    breaks: "MPLI-DISC-039",
    fault: "buries an offer and creates it anew where it has changed",
    ...writing((fresh) =>
      fresh.flatMap(({ digest, ...change }) => {
        const version = digest ? { ...change, digest } : change;
        if (change.kind !== "Update") return [version];
        return [
          { ...change, kind: "Delete" as const },
          { ...version, kind: "Create" as const },
        ];
      }),
    ),
  },
  {
    breaks: "MPLI-DISC-039",
    fault: "keeps the last change of each offer",
    ...telling((log) => numbered([...new Map(log.map((change) => [change.offer, change])).values()])),
  },
  {
    breaks: "MPLI-DISC-040",
    fault: "speaks of adding and removing",
    spreads: ["protocol"],
    ...saying((turtle) => turtle.replaceAll("as:Create", "as:Add").replaceAll("as:Delete", "as:Remove")),
  },
  {
    breaks: "MPLI-DISC-040",
    fault: "does not say that a change is one",
    spreads: ["protocol"],
    ...saying((turtle) => turtle.replaceAll("mpli:Change, ", "")),
  },
  {
    breaks: "MPLI-DISC-040",
    fault: "calls a creation an update as well",
    spreads: ["protocol"],
    ...saying((turtle) => turtle.replaceAll("as:Create", "as:Create, as:Update")),
  },
  {
    breaks: "MPLI-DISC-040",
    fault: "calls everything an update that is no deletion",
    ...telling((log) =>
      log.map((change) => (change.kind === "Create" ? { ...change, kind: "Update" } : change)),
    ),
  },
  {
    breaks: "MPLI-DISC-040",
    fault: "calls everything a creation that is no deletion",
    ...telling((log) =>
      log.map((change) => (change.kind === "Update" ? { ...change, kind: "Create" } : change)),
    ),
  },
  {
    breaks: "MPLI-DISC-041",
    fault: "does not say whose change it is",
    spreads: ["protocol"],
    ...saying((turtle) => turtle.replaceAll(/\s*dct:isVersionOf <[^>]+>;/g, "")),
  },
  {
    breaks: "MPLI-DISC-041",
    fault: "does not say whose tombstone it is",
    spreads: ["protocol"],
    ...saying((turtle) => turtle.replaceAll(/(as:Delete;)\s*dct:isVersionOf <[^>]+>;/g, "$1")),
  },
  {
    breaks: "MPLI-DISC-041",
    fault: "numbers its changes by their addresses alone",
    spreads: ["protocol"],
    ...saying((turtle) => turtle.replaceAll(/;\s*mpli:sequence \d+\./g, ".")),
  },
  {
    breaks: "MPLI-DISC-041",
    fault: "does not say when a change was",
    spreads: ["protocol"],
    ...saying((turtle) => turtle.replaceAll(/\s*dct:modified "[^"]+"\^\^xsd:dateTime;/g, "")),
  },
  {
    breaks: "MPLI-DISC-041",
    fault: "writes times as plain text",
    spreads: ["protocol"],
    ...saying((turtle) => turtle.replaceAll("^^xsd:dateTime", "")),
  },
  {
    breaks: "MPLI-DISC-041",
    fault: "takes milliseconds for seconds",
    ...telling((log) =>
      log.map((change) => ({ ...change, at: new Date(Date.parse(change.at) / 1000).toISOString() })),
    ),
  },
  {
    breaks: "MPLI-DISC-041",
    fault: "dates a tombstone back to the beginning of the year",
    ...telling((log) =>
      log.map((change) =>
        change.kind === "Delete" ? { ...change, at: `${change.at.slice(0, 4)}-01-01T00:00:00Z` } : change,
      ),
    ),
  },
  {
    breaks: "MPLI-DISC-042",
    fault: "numbers its changes from 0",
    ...reading(async (publication, after, limit) =>
      (await publication.changes(after, limit)).map((change) => ({
        ...change,
        sequence: change.sequence - 1,
      })),
    ),
  },
  {
    breaks: "MPLI-DISC-039",
    fault: "has no member for its very first change",
    ...telling((log) => numbered(log.slice(1))),
  },
  {
    breaks: "MPLI-DISC-042",
    fault: "leaves every other number out",
    ...telling((log) => log.map((change) => ({ ...change, sequence: change.sequence * 2 - 1 }))),
  },
  {
    breaks: "MPLI-DISC-042",
    fault: "gives one number to all changes of a publication",
    ...telling((log) => {
      const times = [...new Set(log.map(({ at }) => at))];
      return log.map((change) => ({ ...change, sequence: times.indexOf(change.at) + 1 }));
    }),
  },
  {
    breaks: "MPLI-DISC-042",
    fault: "does not give back the number of what it refuses",
    ...losingNumbers,
  },
  {
    breaks: "MPLI-DISC-043",
    fault: "states the digest of the document that holds the offer",
    ...digested(async ({ document = "" }) => document.split("/").at(-1) ?? ""),
  },
  {
    breaks: "MPLI-DISC-043",
    fault: "leaves what hangs from an offer out of its digest",
    ...digested(async (change, graphs) => {
      const lines = (await linesOf(change, graphs)).filter((line) => line.startsWith(`<${change.offer}> `));
      // As if no offer had anything that hangs from it: then the digest is the right one.
      return lines.some((line) => line.includes("_:")) ? sha256Hex(lines.join("\n")) : (change.digest ?? "");
    }),
  },
  {
    breaks: "MPLI-DISC-043",
    fault: "takes the link from the manifest into the digest of an offer",
    ...digested(async (change, graphs) => {
      const linked = (await linesOf(change, graphs)).filter((line) =>
        line.includes(`<${MPLI}offer> <${change.offer}>`),
      );
      return sha256Hex(`${change.digest}${linked.join()}`);
    }),
  },
  {
    breaks: "MPLI-DISC-043",
    fault: "states of an update the digest that the offer had at first",
    ...telling((log) => {
      const first = new Map(log.toReversed().map(({ offer, digest }) => [offer, digest]));
      return log.map((change) => ({
        ...change,
        ...(change.digest ? { digest: first.get(change.offer) ?? "" } : {}),
      }));
    }),
  },
  {
    breaks: "MPLI-DISC-043",
    fault: "states the digest of creations only",
    ...telling((log) =>
      log.map(({ digest, ...change }) =>
        digest && change.kind === "Create" ? { ...change, digest } : change,
      ),
    ),
  },
  {
    breaks: "MPLI-DISC-044",
    fault: "forgets an offer that is gone",
    ...telling((log) => numbered(log.filter(({ kind }) => kind !== "Delete"))),
  },
  {
    breaks: "MPLI-DISC-044",
    fault: "writes one tombstone a publication",
    ...writing((fresh) => {
      const tombs = fresh.filter(({ kind }) => kind === "Delete");
      return fresh.filter((change) => change.kind !== "Delete" || change === tombs[0]);
    }),
  },
  {
    breaks: "MPLI-DISC-044",
    fault: "writes no tombstones when nothing is left",
    ...writing((fresh, { offers }) => (offers.length > 0 ? fresh : [])),
  },
  {
    breaks: "MPLI-DISC-044",
    fault: "buries each offer once, also if it came back",
    ...telling((log) => {
      const buried = new Set<string>();
      const isFirst = ({ kind, offer }: Change) =>
        kind !== "Delete" || (!buried.has(offer) && buried.add(offer));
      return numbered(log.filter(isFirst));
    }),
  },
  {
    breaks: "MPLI-DISC-045",
    fault: "begins with the change that the reader has",
    ...reading((publication, after, limit) => publication.changes(Math.max(0, after - 1), limit)),
  },
  {
    breaks: "MPLI-DISC-045",
    fault: "leaves out the first change that is new",
    ...reading((publication, after, limit) => publication.changes(after > 0 ? after + 1 : 0, limit)),
  },
  {
    breaks: "MPLI-DISC-045",
    fault: "begins from the start whatever the reader has",
    ...hearing((after) => (/^\d+$/.test(after) ? "0" : after)),
  },
  {
    breaks: "MPLI-DISC-045",
    fault: "gives the newest changes first",
    stage: "large",
    ...reading(async (publication, after, limit) => (await publication.changes(after, ALL)).slice(-limit)),
  },
  {
    breaks: "MPLI-DISC-045",
    fault: "has no page for whoever has all changes",
    spreads: ["protocol"],
    ...answering(feed, async (answer) =>
      answer.ok && !(await answer.clone().text()).includes("tree:member") ? withStatus(answer, 404) : answer,
    ),
  },
  {
    breaks: "MPLI-DISC-045",
    fault: "cannot read numbers of more than 32 bits",
    ...hearing((after) => (Number(after) > 2 ** 32 ? "too much" : after)),
  },
  {
    breaks: "MPLI-DISC-046",
    fault: "relates pages of the feed in the graph only",
    stage: "large",
    ...answering(isPaged, linkless),
  },
  {
    breaks: "MPLI-DISC-046",
    fault: "relates pages of the feed in the Link field only",
    stage: "large",
    spreads: ["protocol"],
    ...answering(isPaged, unrelated),
  },
  {
    breaks: "MPLI-DISC-046",
    fault: "ends its feed after the first page",
    stage: "large",
    spreads: ["protocol"],
    ...answering(isPaged, async (answer) => linkless(await unrelated(answer))),
  },
  {
    breaks: "MPLI-DISC-046",
    fault: "leads from a page of the feed past the next change",
    stage: "large",
    spreads: ["protocol"],
    ...answering(isPaged, async (answer) =>
      withHeaders(await withText(answer, (turtle) => turtle.replaceAll("after=50", "after=51")), {
        Link: answer.headers.get("link")?.replace("after=50", "after=51"),
      }),
    ),
  },
  {
    breaks: "MPLI-DISC-046",
    fault: "leads from a page of the feed to itself",
    stage: "large",
    spreads: ["protocol"],
    ...answering(isPaged, async (answer) =>
      withHeaders(await withText(answer, (turtle) => turtle.replaceAll("after=50", "after=0")), {
        Link: answer.headers.get("link")?.replace("after=50", "after=0"),
      }),
    ),
  },
  {
    breaks: "MPLI-DISC-047",
    fault: "begins from the start after what it cannot read",
    ...hearing((after) => (/^\d+$/.test(after) ? after : undefined)),
  },
  {
    breaks: "MPLI-DISC-047",
    fault: "reads as many digits as there are",
    ...hearing((after) => (/^\d/.test(after) ? String(Number.parseInt(after)) : after)),
  },
  {
    breaks: "MPLI-DISC-047",
    fault: "takes nothing for 0",
    ...hearing((after) => after || "0"),
  },
  {
    breaks: "MPLI-DISC-047",
    fault: "takes what is no number for infinity",
    ...hearing((after) => (after && Number.isNaN(Number(after)) ? "999999999" : after)),
  },
  {
    breaks: "MPLI-DISC-047",
    fault: "has no word for a parameter that it cannot read",
    ...refusing("malformed-parameter", (problem) => void (problem["code"] = "bad-request")),
  },
  {
    breaks: "MPLI-DISC-047",
    fault: "breaks at a parameter that it cannot read",
    ...refusing("malformed-parameter", (problem) => void (problem["status"] = 500), 500),
  },
  {
    breaks: "MPLI-DISC-048",
    fault: "adds a change of each offer when the same graph is published",
    ...writing((fresh, proposal) => (fresh.length > 0 ? fresh : updates(proposal, fresh))),
  },
] satisfies Mutant[];
