// Faults in what a catalogue says of its providers.
import { closed, keeping, listing } from "../catalogues.ts";
import { answering, on, withHeaders, withJson } from "../faults.ts";
import type { Mutant, Room, Spoil } from "../mutant.ts";

const EVERYWHERE: readonly Room[] = ["protocol", "discovery", "compatibility", "testing"];
const providers = on("/providers", "GET");
const offers = on("/offers", "GET");
type Entry = Record<string, unknown>;

/** Says other things of each provider. */
function saying(change: (entry: Entry) => void): Spoil {
  return answering(providers, (answer) =>
    answer.ok ? withJson(answer, ({ provider }) => (provider as Entry[]).forEach(change)) : answer,
  );
}

export default [
  {
    breaks: "MPLI-CAT-027",
    fault: "lists its providers for its operator only",
    ...closed(providers),
    spreads: EVERYWHERE,
  },
  {
    breaks: "MPLI-CAT-028",
    fault: "gives the address of a provider's manifest as its node",
    ...saying((entry) => (entry["node"] = entry["manifest"] ?? entry["node"])),
    spreads: ["testing"],
  },
  {
    breaks: "MPLI-CAT-028",
    fault: "leaves out the providers that it could not harvest",
    ...keeping((book) => ({
      list: async () => (await book.list()).filter(({ snapshot, problem }) => snapshot || !problem),
    })),
    spreads: EVERYWHERE,
  },
  {
    breaks: "MPLI-CAT-028",
    fault: "leaves the port out of a provider's DID",
    ...saying((entry) => (entry["id"] = String(entry["id"]).replace(/%3A\d+$/, ""))),
    spreads: EVERYWHERE,
  },
  {
    breaks: "MPLI-CAT-028",
    fault: "does not say in which state a provider is",
    ...saying((entry) => delete entry["state"]),
    spreads: EVERYWHERE,
  },
  {
    breaks: "MPLI-CAT-029",
    fault: "states the number of documents as the number of offers",
    ...listing((entry) => {
      const { snapshot } = entry;
      if (!snapshot) return entry;
      const documents = snapshot.documents.map((document) => ({ ...document, offers: 1 }));
      return { ...entry, snapshot: { ...snapshot, documents } };
    }),
    spreads: EVERYWHERE,
  },
  {
    breaks: "MPLI-CAT-029",
    fault: "states the entity tag of a manifest as its digest",
    ...saying((entry) => entry["digest"] && (entry["digest"] = `"${String(entry["digest"])}.nq"`)),
    spreads: EVERYWHERE,
  },
  {
    breaks: "MPLI-CAT-029",
    fault: "does not say when it checked a provider",
    ...saying((entry) => delete entry["checkedAt"]),
    spreads: ["testing"],
  },
  {
    breaks: "MPLI-CAT-029",
    fault: "states when a manifest last changed as when it was checked",
    enters: (sound) => (before, outcome, interval, now) => {
      const after = sound(before, outcome, interval, now);
      const isSame = outcome.ok && outcome.value.digest === before.snapshot?.digest;
      return isSame && before.checkedAt ? { ...after, checkedAt: before.checkedAt } : after;
    },
    spreads: ["testing"],
  },
  {
    breaks: "MPLI-CAT-029",
    fault: "states the last attempt as when a provider was checked",
    enters: (sound) => (before, outcome, interval, now) => ({
      ...sound(before, outcome, interval, now),
      checkedAt: now.toISOString(),
    }),
    spreads: ["testing"],
  },
  {
    breaks: "MPLI-CAT-030",
    fault: "does not say why a harvest failed",
    ...saying((entry) => delete entry["problem"]),
    spreads: ["testing", "protocol"],
  },
  {
    breaks: "MPLI-CAT-030",
    fault: "says in a sentence why a harvest failed",
    ...saying((entry) => entry["problem"] && (entry["problem"] = { title: "The provider did not answer." })),
    spreads: ["testing", "protocol"],
  },
  {
    breaks: "MPLI-CAT-031",
    fault: "keeps its providers from web pages of others",
    ...answering(providers, (answer) => withHeaders(answer, { "Access-Control-Allow-Origin": undefined })),
    spreads: ["protocol"],
  },
  {
    breaks: "MPLI-CAT-031",
    fault: "shows its offers to web pages of its own origin only",
    ...answering(offers, (answer, { url }) =>
      withHeaders(answer, { "Access-Control-Allow-Origin": new URL(url).origin }),
    ),
    spreads: ["protocol"],
  },
] satisfies Mutant[];
