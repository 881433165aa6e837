// A host without a disk: the same ports in memory, for tests and for the command line.
import type { Change, GraphStore, Head, Publication } from "../discovery/ports.ts";
import { publish } from "../discovery/publish.ts";
import type { TextStore } from "../compatibility/evidence/kept-claims.ts";
import type { ProviderBook, Registration } from "../catalogue/ports.ts";
import { registration } from "../catalogue/schedule.ts";
import type { Nonces, Use } from "../trust/presentation/ports.ts";
import { MOST_GIVEN, changeRefusal, freeIndex } from "../trust/issuing/book.ts";
import type { IssuanceBook, IssuedCredential, Position, Purpose } from "../trust/issuing/ports.ts";

export function memoryGraphStore(): GraphStore & { readonly graphs: ReadonlyMap<string, string> } {
  const graphs = new Map<string, string>();
  return {
    graphs,
    get: async (digest) => graphs.get(digest),
    put: async (digest, nquads) => void graphs.set(digest, nquads),
  };
}

export function memoryTexts(): TextStore {
  const texts = new Map<string, string>();
  return {
    get: async (name) => texts.get(name),
    put: async (name, text) => void texts.set(name, text),
  };
}

export function memoryPublication(now: () => Date): Publication {
  let head: Head | undefined;
  const offers = new Map<string, string>();
  const holders = new Map<string, string>();
  const log: Change[] = [];
  const documents = new Map<string, "head" | "page">();
  return {
    head: async () => head,
    async publish(proposal) {
      const outcome = publish(head, offers, proposal, now().toISOString());
      if (!outcome.ok) return outcome;
      ({ head } = outcome.value);
      documents.set(head.digest, "head");
      for (const page of head.pages) documents.set(page, "page");
      for (const { offer, digest } of outcome.value.changes)
        if (digest) offers.set(offer, digest);
        else offers.delete(offer);
      holders.clear();
      for (const { offer, document } of proposal.offers) holders.set(offer, document);
      log.push(...outcome.value.changes);
      return { ok: true, value: head };
    },
    changes: async (after, limit) => log.filter(({ sequence }) => sequence > after).slice(0, limit),
    kindOf: async (digest) => documents.get(digest),
    documentOf: async (offer) => holders.get(offer),
  };
}

/** `write` is for whoever harvests: it replaces the entry of a provider that is still registered. */
export function memoryProviderBook(
  now: () => Date,
): ProviderBook & { readonly write: (entry: Registration) => void } {
  const entries = new Map<string, Registration>();
  return {
    list: async () => [...entries.values()].sort((a, b) => (a.origin < b.origin ? -1 : 1)),
    async register(origin) {
      const known = entries.get(origin);
      const entry = known ? { ...known, dueAt: now().getTime() } : registration(origin, now());
      entries.set(origin, entry);
      return { registration: entry, created: !known };
    },
    remove: async (origin) => entries.delete(origin),
    write: (entry) => void (entries.has(entry.origin) && entries.set(entry.origin, entry)),
  };
}

/** With the secret that it is given, so that requests can be known beforehand. */
export function memoryNonces(
  secret: Uint8Array,
  now: () => Date,
): Nonces & { readonly used: () => readonly Use[] } {
  const uses = new Map<string, Use>();
  return {
    used: () => [...uses.values()],
    secret: async () => secret,
    async consume(use) {
      for (const [nonce, { until }] of uses) if (until <= now().getTime()) uses.delete(nonce);
      if (uses.has(use.nonce)) return false;
      uses.set(use.nonce, use);
      return true;
    },
  };
}

/** `random` gives whole numbers below 2^32; `mostGiven` is how many entries of a list are given before the next is opened. */
export function memoryIssuanceBook(random: () => number, mostGiven = MOST_GIVEN): IssuanceBook {
  const lists: { purpose: Purpose; version: number; given: Map<number, boolean> }[] = [];
  const credentials = new Map<string, IssuedCredential>();
  const give = (purpose: Purpose): Position => {
    let at = lists.findIndex((list) => list.purpose === purpose && list.given.size < mostGiven);
    if (at < 0) at = lists.push({ purpose, version: 0, given: new Map() }) - 1;
    const given = lists[at]?.given ?? new Map<number, boolean>();
    const index = freeIndex((one) => given.has(one), random);
    given.set(index, false);
    return { purpose, list: at + 1, index };
  };
  return {
    async reserve({ purposes, ...entry }) {
      const { id } = entry;
      if (credentials.has(id)) return { ok: false, refusal: { code: "credential-id-taken", id } };
      const positions = purposes.map(give);
      const status = positions.map((position) => ({ ...position, isSet: false }));
      credentials.set(id, { ...entry, sequence: credentials.size + 1, status });
      return { ok: true, value: positions };
    },
    async seal(id, digest) {
      const known = credentials.get(id);
      if (known) credentials.set(id, { ...known, digest });
    },
    async change(id, changes) {
      const known = credentials.get(id);
      const refusal = changeRefusal(id, known, changes);
      if (!known || refusal)
        return { ok: false, refusal: refusal ?? { code: "no-such-credential" as const, id } };
      const status = known.status.map((each) => {
        const isSet = changes.find(({ purpose }) => purpose === each.purpose)?.isSet ?? each.isSet;
        const list = lists[each.list - 1];
        if (list && isSet !== each.isSet) {
          list.version++;
          list.given.set(each.index, isSet);
        }
        return { ...each, isSet };
      });
      const value = { ...known, status };
      credentials.set(id, value);
      return { ok: true, value };
    },
    async list(number) {
      const list = lists[number - 1];
      const set = [...(list?.given ?? [])].flatMap(([index, isSet]) => (isSet ? index : []));
      return list && { purpose: list.purpose, version: list.version, set };
    },
    find: async (id) => credentials.get(id),
    issuedAfter: async (sequence, limit) =>
      [...credentials.values()].filter((each) => each.sequence > sequence).slice(0, limit),
  };
}
