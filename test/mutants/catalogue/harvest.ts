// Faults of a catalogue in how it harvests, and in what it lets pass.
import { classes } from "../../../functions/kernel/generated/vocabulary.ts";
import { accepting, hearingNode, rejecting } from "../catalogues.ts";
import { fetching } from "../faults.ts";
import type { Mutant, Room, Spoil } from "../mutant.ts";

const EVERYWHERE: readonly Room[] = ["protocol", "discovery", "compatibility", "testing"];
type Endpoints = { manifest?: string } | undefined;

/** Asks with another entity tag than that of the snapshot; undefined asks without one. */
function tagging(change: (tag: string, request: Request) => string | undefined): Spoil {
  return fetching((request, wire) => {
    const tag = request.headers.get("if-none-match");
    const other = tag === null ? undefined : change(tag, request);
    const headers = new Headers(request.headers);
    headers.delete("if-none-match");
    if (other !== undefined) headers.set("if-none-match", other);
    return wire(new Request(request, { headers }));
  });
}

/** Asks with the tag that came first, or last, whatever became of the harvest. */
function taggingBy(choose: (before: string | undefined, now: string) => string): Spoil {
  const tags = new Map<string, string>();
  return fetching(async (request, wire) => {
    const known = tags.get(request.url);
    const headers = new Headers(request.headers);
    if (headers.has("if-none-match") && known) headers.set("if-none-match", known);
    const answer = await wire(new Request(request, { headers }));
    const tag = answer.headers.get("etag");
    if (answer.ok && tag) tags.set(request.url, choose(known, tag));
    return answer;
  });
}

export default [
  {
    breaks: "MPLI-CAT-008",
    fault: "asks for /manifest, whatever the node document says",
    ...hearingNode((node, origin) => (node["endpoint"] = { manifest: `${origin}/manifest` })),
    spreads: EVERYWHERE,
  },
  {
    breaks: "MPLI-CAT-008",
    fault: "asks for /manifest where the node document names none",
    ...hearingNode((node, origin) => {
      const { manifest = `${origin}/manifest` } = (node["endpoint"] as Endpoints) ?? {};
      node["endpoint"] = { manifest };
    }),
  },
  {
    breaks: "MPLI-CAT-009",
    fault: "believes whoever a manifest says it is from",
    ...accepting("provider-mismatch"),
  },
  {
    breaks: "MPLI-CAT-009",
    fault: "compares the beginning of the provider's DID",
    ...accepting(
      "provider-mismatch",
      (refusal) => refusal.code === "provider-mismatch" && refusal.found.startsWith(refusal.expected),
    ),
  },
  {
    breaks: "MPLI-CAT-010",
    fault: "takes a manifest from wherever the node document says",
    ...accepting("malformed-node-document"),
  },
  {
    breaks: "MPLI-CAT-011",
    fault: "never asks conditionally",
    ...tagging(() => undefined),
    spreads: ["discovery"],
  },
  {
    breaks: "MPLI-CAT-011",
    fault: "asks with the entity tag without its quotes",
    ...tagging((tag) => tag.replaceAll('"', "")),
    spreads: ["discovery"],
  },
  {
    breaks: "MPLI-CAT-011",
    fault: "asks with the first entity tag for ever",
    ...taggingBy((before, now) => before ?? now),
  },
  {
    breaks: "MPLI-CAT-011",
    fault: "asks with the entity tag of a manifest that it rejected",
    ...taggingBy((_, now) => now),
  },
  {
    breaks: "MPLI-CAT-012",
    fault: "fetches every page when the head has changed",
    harvests: (sound) => async (origin, previous, ports) => {
      const outcome = await sound(origin, previous && { ...previous, documents: [] }, ports);
      const isSame = outcome.ok && previous?.digest === outcome.value.digest;
      return isSame ? { ok: true, value: { ...outcome.value, documents: previous.documents } } : outcome;
    },
  },
  {
    breaks: "MPLI-CAT-013",
    fault: "does not verify the digest of a page",
    ...accepting("page-digest-mismatch"),
    spreads: ["discovery"],
  },
  { breaks: "MPLI-CAT-014", fault: "does not check the shapes", ...accepting("shape-violation") },
  { breaks: "MPLI-CAT-014", fault: "checks the shapes of the head alone", ...accepting("malformed-page") },
  { breaks: "MPLI-CAT-015", fault: "sells in anybody's name", ...accepting("foreign-offer") },
  {
    breaks: "MPLI-CAT-015",
    fault: "compares the origin of an offer as a text",
    ...accepting(
      "foreign-offer",
      (refusal, origin) => refusal.code === "foreign-offer" && refusal.offer.startsWith(origin),
    ),
  },
  {
    breaks: "MPLI-CAT-016",
    fault: "asks a provider that is down as often as any other",
    stage: "impatient",
    enters: (sound) => (before, outcome, interval, now) => ({
      ...sound(before, outcome, interval, now),
      dueAt: now.getTime() + interval * 1000,
    }),
  },
  {
    breaks: "MPLI-CAT-016",
    fault: "waits longer after the first failure only",
    stage: "impatient",
    enters: (sound) => (before, outcome, interval, now) => ({
      ...sound(before, outcome, interval, now),
      dueAt: now.getTime() + interval * (outcome.ok ? 1000 : 1100),
    }),
  },
  {
    breaks: "MPLI-CAT-043",
    fault: "reads on whatever version it meets",
    ...hearingNode((node) => (node["protocolVersion"] = ["0.1"])),
    spreads: ["protocol"],
  },
  {
    breaks: "MPLI-CAT-043",
    fault: "compares versions as numbers",
    ...hearingNode((node) => {
      if ([node["protocolVersion"]].flat().map(Number).includes(0.1)) node["protocolVersion"] = ["0.1"];
    }),
    spreads: ["protocol"],
  },
  {
    breaks: "MPLI-CAT-043",
    fault: "says of an unknown version that the node is malformed",
    harvests: (sound) => async (origin, previous, ports) => {
      const outcome = await sound(origin, previous, ports);
      return outcome.ok || outcome.refusal.code !== "no-common-version"
        ? outcome
        : { ok: false, refusal: { code: "malformed-node-document", url: origin, reason: "version" } };
    },
  },
  {
    breaks: "MPLI-CAT-044",
    fault: "rejects properties of other namespaces",
    ...rejecting((nquads) => /^\S+ <https:\/\/[^/>]+\.example\//m.test(nquads)),
    spreads: EVERYWHERE,
  },
  {
    breaks: "MPLI-CAT-044",
    fault: "rejects service classes that its vocabulary does not have",
    ...rejecting((nquads) =>
      [...nquads.matchAll(/ns#serviceClass> <([^>]*)>/g)].some(
        ([, name = ""]) => !Object.hasOwn(classes, name),
      ),
    ),
    spreads: EVERYWHERE,
  },
  {
    breaks: "MPLI-CAT-045",
    fault: "takes a graph that it cannot name",
    ...accepting("poison-graph"),
  },
  {
    breaks: "MPLI-CAT-046",
    fault: "takes a graph without a manifest for an empty one",
    ...accepting("no-manifest-node"),
  },
  {
    breaks: "MPLI-CAT-046",
    fault: "takes one of several manifests",
    ...accepting("several-manifests"),
  },
] satisfies Mutant[];
