// Discovery's Publication port on the Durable Object, with a copy of the head in the isolate for a few seconds.
import type { Head, Publication as PublicationPort } from "../../discovery/ports.ts";
import type { OwnEvidence } from "../../catalogue/own-evidence.ts";
import type { Publication } from "./publication.ts";

/** How long another isolate's publish may go unseen here; responses declare a longer max-age than this. */
const HEAD_SECONDS = 5;

/** Writes go to the object itself, so preconditions are always judged against the true head. */
export function publicationPort(
  stub: () => DurableObjectStub<Publication>,
  now: () => number,
): PublicationPort & { readonly evidence: (version: string) => Promise<OwnEvidence | undefined> } {
  let known: { own: OwnEvidence | undefined; until: number } | undefined;
  let held: { head: Head | undefined; until: number } | undefined;
  const kinds = new Map<string, "head" | "page">();
  const hold = (head: Head | undefined) => {
    held = { head, until: now() + HEAD_SECONDS * 1000 };
    return head;
  };
  return {
    head: async () => (held && now() < held.until ? held.head : hold(await stub().head())),
    async publish(proposal) {
      const outcome = await stub().publish(proposal);
      if (outcome.ok) hold(outcome.value);
      else held = undefined;
      return outcome;
    },
    /** What was found out about the credentials of this version, as long as it is the one that was looked at. */
    async evidence(version) {
      if (known?.own?.version === version && now() < known.until) return known.own;
      const own = (await stub().evidence()) as OwnEvidence | undefined;
      known = { own, until: now() + HEAD_SECONDS * 1000 };
      return own;
    },
    changes: async (after, limit) => await stub().changes(after, limit),
    documentOf: async (offer) => await stub().documentOf(offer),
    async kindOf(digest) {
      const known = kinds.get(digest) ?? (await stub().kindOf(digest));
      // What was published once stays published; only the answer "no" may change.
      if (known && kinds.size < 10_000) kinds.set(digest, known);
      return known;
    },
  };
}
