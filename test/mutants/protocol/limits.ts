// Faults in the limits that a node declares, and in what it does beyond them.
import { answering, hearing, on, refusal, refusing, withJson, withStatus } from "../faults.ts";
import type { Mutant, Spoil } from "../mutant.ts";

type Json = { [name: string]: unknown };

const node = on("/.well-known/mpli", "GET");
const matches = on("/matches", "POST");

const declaring = (change: (limits: Json) => void): Spoil =>
  answering(node, (answer) => withJson(answer, (document) => change(document["limits"] as Json)));

export default [
  {
    breaks: "MPLI-PROT-036",
    fault: "does not declare the largest demand",
    ...declaring((limits) => delete limits["demandBytes"]),
  },
  {
    breaks: "MPLI-PROT-036",
    fault: "does not declare the largest manifest",
    ...declaring((limits) => delete limits["manifestBytes"]),
  },
  {
    breaks: "MPLI-PROT-036",
    fault: "declares the largest manifest with a unit",
    ...declaring((limits) => (limits["manifestBytes"] = "2 MiB")),
  },
  {
    breaks: "MPLI-PROT-036",
    fault: "declares more than it takes",
    ...declaring((limits) => (limits["demandBytes"] = Number(limits["demandBytes"]) * 2)),
  },
  {
    breaks: "MPLI-PROT-036",
    fault: "takes one byte less than it declares",
    host: (host) => ({
      ...host,
      compatibility: { ...host.compatibility, bodyLimit: host.compatibility.bodyLimit - 1 },
    }),
  },
  {
    breaks: "MPLI-PROT-037",
    fault: "takes one byte more than its limit",
    host: (host) => ({
      ...host,
      compatibility: { ...host.compatibility, bodyLimit: host.compatibility.bodyLimit + 1 },
    }),
  },
  {
    breaks: "MPLI-PROT-037",
    fault: "has no limit for manifests",
    host: (host) => ({ ...host, discovery: { ...host.discovery, bodyLimit: Number.POSITIVE_INFINITY } }),
  },
  {
    breaks: "MPLI-PROT-037",
    fault: "counts characters and not bytes",
    ...hearing(matches, (text) => text.replaceAll("\u00fc", "u")),
  },
  {
    breaks: "MPLI-PROT-037",
    fault: "names its limit in KiB",
    ...refusing("body-too-large", (problem) => (problem["limit"] = Number(problem["limit"]) / 1024)),
  },
  {
    breaks: "MPLI-PROT-037",
    fault: "does not name the limit that was passed",
    ...refusing("body-too-large", (problem) => delete problem["limit"]),
  },
  {
    breaks: "MPLI-PROT-037",
    fault: "refuses what is too large as a mistake in the body",
    ...refusing("body-too-large", () => undefined, 400),
  },
  {
    breaks: "MPLI-PROT-059",
    fault: "does not name the number that was passed",
    ...refusing("graph-too-large", (problem) => delete problem["limit"]),
  },
  {
    breaks: "MPLI-PROT-059",
    fault: "says of a graph with too many values that its body is too large",
    ...refusing("graph-too-large", (problem) => (problem["code"] = "body-too-large"), 413),
  },
  {
    breaks: "MPLI-PROT-039",
    fault: "breaks down over JSON that is nested deeply",
    spreads: ["compatibility"],
    ...answering(matches, async (answer) => {
      const { code } = (await answer.clone().json()) as { code?: string };
      return code === "too-deep" ? refusal(500, "internal-error") : answer;
    }),
  },
  {
    breaks: "MPLI-PROT-039",
    fault: "says of JSON that is nested too deeply that it is none",
    ...refusing("too-deep", (problem) => {
      problem["code"] = "malformed-json";
      problem["type"] = "https://w3id.org/mpli/errors/malformed-json";
    }),
  },
  {
    breaks: "MPLI-PROT-039",
    fault: "does not name the number of levels",
    ...refusing("too-deep", (problem) => delete problem["limit"]),
  },
  {
    breaks: "MPLI-PROT-039",
    fault: "names more levels than it reads",
    ...refusing("too-deep", (problem) => (problem["limit"] = 1024)),
  },
  {
    breaks: "MPLI-PRIV-003",
    fault: "lets caches keep reports for a minute",
    ...answering(matches, (answer) => {
      if (answer.ok) answer.headers.set("cache-control", "private, max-age=60");
      return withStatus(answer, answer.status);
    }),
  },
  {
    breaks: "MPLI-PRIV-003",
    fault: "says nothing of keeping reports",
    ...answering(matches, (answer) => {
      if (answer.ok) answer.headers.delete("cache-control");
      return withStatus(answer, answer.status);
    }),
  },
] satisfies Mutant[];
