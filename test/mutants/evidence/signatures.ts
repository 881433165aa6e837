// Faults in what a signature under a whole manifest is worth.
import { answering, on, withJson } from "../faults.ts";
import { lookedAt, looking, signatureAs } from "../credentials.ts";
import type { Json } from "../judgement.ts";
import type { Mutant } from "../mutant.ts";

const stage = "catalogue";
const TOKEN = "application/vc+jwt";

const listing = (change: (provider: Json & { credentials: Json[] }) => void) =>
  answering(on("/providers", "GET"), (answer) =>
    withJson(answer, (found) => {
      for (const provider of found["provider"] as Json[])
        if (provider["credentials"]) change(provider as Json & { credentials: Json[] });
    }),
  );

export default [
  {
    breaks: "MPLI-EVID-001",
    fault: "does not look at what the head of a manifest with pages links",
    stage,
    looks: (sound) => async (snapshot, previous, ports) => {
      const { credentials: _, ...rest } = snapshot;
      return sound(rest, previous, ports);
    },
  },
  {
    breaks: "MPLI-EVID-015",
    fault: "does not ask for signatures",
    stage,
    ...looking((_snapshot, _previous, { fetch }) => ({
      fetch: async (url, options) =>
        options.accept === TOKEN
          ? { ok: false, refusal: { code: "unreachable", url, reason: "nobody asked" } }
          : fetch(url, options),
    })),
  },
  {
    breaks: "MPLI-EVID-015",
    fault: "keeps a signature that it has seen once",
    stage,
    looks: (sound) => async (snapshot, previous, ports) =>
      previous?.signed ? previous : sound(snapshot, previous, ports),
  },
  {
    breaks: "MPLI-EVID-016",
    fault: "takes a signature for that of the head alone, and not of its pages",
    stage,
    looks:
      (sound) =>
      async (...asked) => {
        const { signed, ...found } = await sound(...asked);
        return asked[0].documents.length > 1 || !signed ? found : { ...found, signed };
      },
  },
  {
    breaks: "MPLI-EVID-016",
    fault: "does not count what a provider signs as a whole",
    stage,
    ...lookedAt(({ signed: _, ...found }) => found),
  },
  {
    breaks: "MPLI-EVID-016",
    fault: "passes over the end of a signature, its revocation and all else that is wrong",
    stage,
    ...lookedAt((found) => ({
      ...found,
      credentials: found.credentials.map(({ fault, ...one }) =>
        fault === undefined || one.digest === found.signed ? one : { ...one, fault },
      ),
    })),
  },
  {
    breaks: "MPLI-EVID-017",
    fault: "takes any signature of a provider for that of the version at hand",
    stage,
    ...signatureAs("digest"),
  },
  {
    breaks: "MPLI-EVID-017",
    fault: "does not look at which manifest is signed",
    stage,
    ...signatureAs("manifest"),
  },
  {
    breaks: "MPLI-EVID-017",
    fault: "does not look at who has signed",
    stage,
    ...signatureAs("issuer"),
  },
  {
    breaks: "MPLI-EVID-018",
    fault: "does not list signatures",
    stage,
    ...listing((provider) => {
      provider.credentials = provider.credentials.filter(({ address }) => address !== provider["manifest"]);
    }),
  },
  {
    breaks: "MPLI-EVID-018",
    fault: "lists only signatures that count",
    stage,
    ...listing((provider) => {
      provider.credentials = provider.credentials.filter(
        ({ address, fault }) => address !== provider["manifest"] || fault === undefined,
      );
    }),
  },
  {
    breaks: "MPLI-EVID-019",
    fault: "rejects a manifest whose node sends no token as its signature",
    stage,
    harvests: (sound) => async (origin, previous, ports) => {
      const outcome = await sound(origin, previous, ports);
      if (!outcome.ok) return outcome;
      const url = outcome.value.manifest;
      const signature = await ports.fetch(url, { accept: TOKEN, limit: 10_000, redirects: 0 });
      const isToken = signature.ok && /^[^.]*\.[^.]*\.[^.]*$/.test(signature.value.text);
      return isToken || (signature.ok && signature.value.contentType === "text/turtle")
        ? outcome
        : { ok: false, refusal: { code: "too-many-redirects", url } };
    },
  },
] satisfies Mutant[];
