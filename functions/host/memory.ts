// A host without a disk: the same ports in memory, for tests and for the command line.
import type { Change, GraphStore, Head, Publication } from "../discovery/ports.ts";
import { publish } from "../discovery/publish.ts";
import type { ProviderBook, Registration } from "../catalogue/ports.ts";
import { registration } from "../catalogue/schedule.ts";

export function memoryGraphStore(): GraphStore & { readonly graphs: ReadonlyMap<string, string> } {
  const graphs = new Map<string, string>();
  return {
    graphs,
    get: async (digest) => graphs.get(digest),
    put: async (digest, nquads) => void graphs.set(digest, nquads),
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
