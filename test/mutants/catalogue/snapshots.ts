// Faults in how a catalogue keeps and replaces what it knows of a provider.
import type { HarvestedDocument } from "../../../functions/catalogue/ports.ts";
import { listing, showing } from "../catalogues.ts";
import type { Mutant, Spoil } from "../mutant.ts";

/** A document as the book has it, made from what was stored. */
function documentOf(digest: string, nquads: string): HarvestedDocument {
  const classes = [...nquads.matchAll(/ns#serviceClass> <([^>]*)>/g)].map(([, name = ""]) => name);
  return { digest, classes, offers: (nquads.match(/ns#offer> /g) ?? []).length };
}

/** Shows each page from the moment in which it is stored. */
function showingPagesAsTheyCome(): Spoil {
  const stored: { document: HarvestedDocument; nquads: string }[] = [];
  return {
    host: (host) => {
      const { graphs } = host.catalogue;
      const put = async (digest: string, nquads: string) => {
        stored.push({ document: documentOf(digest, nquads), nquads });
        await graphs.put(digest, nquads);
      };
      const early = showing((snapshot) => {
        const known = new Set(snapshot.documents.map(({ digest }) => digest));
        const more = stored.filter(
          ({ document, nquads }) =>
            document.offers > 0 && !known.has(document.digest) && nquads.includes(`<${snapshot.manifest}>`),
        );
        return { ...snapshot, documents: [...snapshot.documents, ...more.map(({ document }) => document)] };
      });
      const spoilt = early.host?.(host) ?? host;
      return { ...spoilt, catalogue: { ...spoilt.catalogue, graphs: { ...graphs, put } } };
    },
  };
}

/** Forgets what it knew as soon as it begins to ask again. */
function emptyingFirst(): Spoil {
  const busy = new Set<string>();
  return {
    harvests: (sound) => async (origin, previous, ports) => {
      busy.add(origin);
      return sound(origin, previous, ports).finally(() => busy.delete(origin));
    },
    ...listing(({ snapshot, ...entry }) =>
      snapshot && !busy.has(entry.origin) ? { ...entry, snapshot } : entry,
    ),
  };
}

export default [
  {
    breaks: "MPLI-CAT-023",
    fault: "shows new pages as they come",
    ...showingPagesAsTheyCome(),
    spreads: ["compatibility", "protocol", "testing", "discovery"],
  },
  {
    breaks: "MPLI-CAT-023",
    fault: "shows nothing of a provider while it harvests it",
    ...emptyingFirst(),
    spreads: ["protocol"],
  },
  {
    breaks: "MPLI-CAT-023",
    fault: "takes over the pages that came when another did not",
    harvests: (sound) => async (origin, previous, ports) => {
      const documents: HarvestedDocument[] = [];
      const put = async (digest: string, nquads: string) => {
        documents.push(documentOf(digest, nquads));
        await ports.graphs.put(digest, nquads);
      };
      const outcome = await sound(origin, previous, { ...ports, graphs: { ...ports.graphs, put } });
      if (outcome.ok || !previous || documents.length === 0) return outcome;
      return { ok: true, value: { ...previous, documents } };
    },
  },
  {
    breaks: "MPLI-CAT-024",
    fault: "forgets its snapshot when a harvest fails",
    enters: (sound) => (before, outcome, interval, now) => {
      const { snapshot: _, ...rest } = sound(before, outcome, interval, now);
      return outcome.ok ? { ...rest, snapshot: outcome.value } : rest;
    },
    spreads: ["testing", "compatibility"],
  },
  {
    breaks: "MPLI-CAT-024",
    fault: "hides the offers of a provider whose harvest failed",
    ...showing((snapshot, { failures }) => (failures > 0 ? { ...snapshot, documents: [] } : snapshot)),
    spreads: ["testing", "compatibility"],
  },
  {
    breaks: "MPLI-CAT-025",
    fault: "calls a provider fresh as long as it has a snapshot",
    ...listing((entry) => (entry.snapshot ? { ...entry, failures: 0 } : entry)),
    spreads: ["testing", "compatibility", "discovery"],
  },
  {
    breaks: "MPLI-CAT-025",
    fault: "calls a provider stale after the second failure",
    ...listing((entry) => ({ ...entry, failures: Math.max(0, entry.failures - 1) })),
    spreads: ["testing", "compatibility", "discovery"],
  },
  {
    breaks: "MPLI-CAT-025",
    fault: "calls a provider stale until its manifest changes",
    enters: (sound) => (before, outcome, interval, now) => {
      const after = sound(before, outcome, interval, now);
      const isSame = outcome.ok && outcome.value.digest === before.snapshot?.digest;
      return isSame ? { ...after, failures: before.failures } : after;
    },
    spreads: ["testing"],
  },
  {
    breaks: "MPLI-CAT-026",
    fault: "calls a provider stale after a failure only",
    stage: "impatient",
    ...listing((entry) => (entry.checkedAt ? { ...entry, checkedAt: new Date().toISOString() } : entry)),
  },
] satisfies Mutant[];
