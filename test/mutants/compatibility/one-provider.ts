// Faults in comparing with one provider alone.
import { answering, on, refusing, taking, withJson } from "../faults.ts";
import type { Json } from "../judgement.ts";
import type { Mutant, Spoil } from "../mutant.ts";

const doors = on(/^\/matches(\/compose)?$/, "POST");

const namedIn = ({ url }: Request) => new URL(url).searchParams.get("provider");

/** Changes reports on one provider. */
const reportingOne = (change: (report: Json, provider: string) => void): Spoil =>
  answering(doors, (answer, request) => {
    const provider = namedIn(request);
    return answer.ok && provider ? withJson(answer, (report) => change(report, provider)) : answer;
  });

/** Hears another DID. */
const hearingProvider = (change: (provider: string, own: string) => string | undefined): Spoil => ({
  asks: (request) => {
    const provider = namedIn(request);
    if (!doors(request) || provider === null) return request;
    const url = new URL(request.url);
    const heard = change(provider, `did:web:${encodeURIComponent(url.host)}`);
    if (heard === undefined) url.searchParams.delete("provider");
    else url.searchParams.set("provider", heard);
    return new Request(url, request);
  },
});

export default [
  {
    breaks: "MPLI-COMP-113",
    fault: "does not listen to `provider`",
    stage: "catalogue",
    ...hearingProvider(() => undefined),
  },
  {
    breaks: "MPLI-COMP-113",
    fault: "leaves the offers of others out of the results, and counts them",
    stage: "catalogue",
    ...hearingProvider(() => undefined),
    ...reportingOne(({ component }, provider) => {
      for (const one of (component ?? []) as { results?: Json[] }[])
        one.results = (one.results ?? []).filter((result) => result["provider"] === provider);
    }),
  },
  {
    breaks: "MPLI-COMP-113",
    fault: "names other manifests among the sources of a report on one",
    stage: "catalogue",
    ...reportingOne((report) => {
      const other = { provider: "did:web:another.example", manifest: "0".repeat(64) };
      report["sources"] = [other, ...(report["sources"] as object[])];
    }),
  },
  {
    breaks: "MPLI-COMP-113",
    fault: "names the snapshot of the whole market",
    stage: "catalogue",
    ...reportingOne((report) => void (report["snapshot"] = "0".repeat(64))),
  },
  {
    breaks: "MPLI-COMP-113",
    fault: "does not know its own DID",
    ...hearingProvider((provider) => provider.toUpperCase()),
  },
  {
    breaks: "MPLI-COMP-114",
    fault: "reports on nothing where it does not know the provider",
    ...taking("unknown-provider", 200, { type: "MatchReport", component: [] }),
  },
  {
    breaks: "MPLI-COMP-114",
    fault: "refuses an unknown provider as a parameter that cannot be read",
    ...refusing("unknown-provider", (problem) => void (problem["code"] = "malformed-parameter"), 400),
  },
  {
    breaks: "MPLI-COMP-114",
    fault: "takes an empty `provider` for none",
    ...hearingProvider((provider) => provider || undefined),
  },
  {
    breaks: "MPLI-COMP-114",
    fault: "finds a provider by the beginning of its DID",
    ...hearingProvider((provider, own) => (own.startsWith(provider) ? own : provider)),
  },
] satisfies readonly Mutant[];
