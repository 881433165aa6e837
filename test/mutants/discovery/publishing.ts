// Faults in how a provider takes a new manifest.
import { answering, hearing, hearingHeaders, on, refusing, taking, withStatus, withText } from "../faults.ts";
import type { Mutant, Spoil } from "../mutant.ts";
import { TOKEN } from "../stages.ts";

const put = on("/manifest", "PUT");
const read = on("/manifest", "GET");
const RIGHT = `Bearer ${TOKEN}`;
const NO_VERSION = `"${"0".repeat(64)}.ttl"`;

/** A `PUT` with this field, whose value holds. */
const putWith =
  (field: string, holds: (value: string) => boolean = () => true) =>
  (request: Request): boolean => {
    const value = request.headers.get(field);
    return put(request) && value !== null && holds(value);
  };

const withoutPrecondition = (request: Request): boolean =>
  put(request) && !request.headers.has("if-match") && !request.headers.has("if-none-match");

/** Answers readers otherwise while a publication is under way. */
function whilePublishing(change: (answer: Response) => Response | Promise<Response>): Spoil {
  let isPublishing = false;
  return {
    asks: (request) => {
      if (put(request)) isPublishing = true;
      return request;
    },
    async answers(answer, request) {
      if (read(request) && isPublishing) return change(answer);
      if (put(request)) {
        await new Promise((resolve) => setTimeout(resolve, 2));
        isPublishing = false;
      }
      return answer;
    },
  };
}

export default [
  {
    breaks: "MPLI-DISC-049",
    fault: "takes a manifest from anybody",
    ...hearingHeaders(put, { authorization: RIGHT }),
    spreads: ["protocol"],
  },
  {
    breaks: "MPLI-DISC-049",
    fault: "compares as much of the token as was sent",
    ...hearingHeaders(
      putWith("authorization", (sent) => RIGHT.startsWith(sent)),
      { authorization: RIGHT },
    ),
    spreads: ["protocol"],
  },
  {
    breaks: "MPLI-DISC-049",
    fault: "looks for the token anywhere in the field",
    ...hearingHeaders(
      putWith("authorization", (sent) => sent.includes(TOKEN) && !sent.startsWith("Bearer")),
      { authorization: RIGHT },
    ),
    spreads: ["protocol"],
  },
  {
    breaks: "MPLI-DISC-049",
    fault: "looks at the precondition before it looks at the token",
    asks: (request) =>
      putWith("if-none-match")(request) && !request.headers.has("authorization")
        ? new Request(request, { headers: { ...Object.fromEntries(request.headers), authorization: RIGHT } })
        : request,
    spreads: ["protocol"],
  },
  {
    breaks: "MPLI-DISC-049",
    fault: "goes on listing an offer that the new manifest does not have",
    ...answering(read, (answer, { url }) =>
      /turtle/.test(answer.headers.get("content-type") ?? "")
        ? withText(answer, (text) => {
            const offer = new URL("/offers/vm-s", url);
            return `${text}\n<${url}> <https://w3id.org/mpli/ns#offer> <${offer}> .`;
          })
        : answer,
    ),
    spreads: ["protocol", "compatibility"],
  },
  {
    breaks: "MPLI-DISC-050",
    fault: "replaces the manifest without a precondition",
    ...hearingHeaders(withoutPrecondition, { "if-match": "*" }),
  },
  {
    breaks: "MPLI-DISC-050",
    fault: "takes any If-None-Match for the one with an asterisk",
    ...hearingHeaders(putWith("if-none-match"), { "if-none-match": "*" }),
  },
  {
    breaks: "MPLI-DISC-050",
    fault: "calls a missing precondition a bad request",
    ...refusing("precondition-required", () => undefined, 400),
  },
  {
    breaks: "MPLI-DISC-051",
    fault: "lets the last of two editors win",
    ...hearingHeaders(putWith("if-match"), { "if-match": "*" }),
  },
  {
    breaks: "MPLI-DISC-051",
    fault: "takes an If-Match for fulfilled while there is no manifest",
    stage: "empty",
    ...hearingHeaders(
      putWith("if-match", (tags) => tags === NO_VERSION),
      { "if-match": undefined, "if-none-match": "*" },
    ),
  },
  {
    breaks: "MPLI-DISC-051",
    fault: "compares only the suffixes of entity tags",
    ...hearingHeaders(
      putWith("if-match", (tags) => tags.includes("0000")),
      { "if-match": "*" },
    ),
  },
  {
    breaks: "MPLI-DISC-051",
    fault: "calls it a conflict",
    ...refusing("precondition-failed", () => undefined, 409),
  },
  {
    breaks: "MPLI-DISC-052",
    fault: "knows the entity tag of the Turtle alone",
    ...hearingHeaders(
      putWith("if-match", (tags) => !tags.includes(".ttl")),
      { "if-match": NO_VERSION },
    ),
  },
  {
    breaks: "MPLI-DISC-052",
    fault: "compares the whole of If-Match with one tag",
    ...hearingHeaders(
      putWith("if-match", (tags) => tags.includes(",")),
      { "if-match": NO_VERSION },
    ),
  },
  {
    breaks: "MPLI-DISC-053",
    fault: "overwrites for one who expects no manifest",
    ...hearingHeaders(putWith("if-none-match"), { "if-none-match": undefined, "if-match": "*" }),
    spreads: ["protocol"],
  },
  { breaks: "MPLI-DISC-054", fault: "publishes what breaks the shapes", ...taking("shape-violation") },
  {
    breaks: "MPLI-DISC-054",
    fault: "does not say what breaks the shapes",
    ...refusing("shape-violation", (problem) => delete problem["violations"]),
  },
  {
    breaks: "MPLI-DISC-054",
    fault: "stops at the first violation",
    ...refusing("shape-violation", (problem) => {
      problem["violations"] = (problem["violations"] as unknown[]).slice(0, 1);
    }),
  },
  {
    breaks: "MPLI-DISC-054",
    fault: "reads a version that was written as a number",
    ...hearing(put, (text) => text.replace("kubernetesVersion 1.30", 'kubernetesVersion "1.30"')),
  },
  { breaks: "MPLI-DISC-055", fault: "publishes a graph without a manifest", ...taking("no-manifest-node") },
  {
    breaks: "MPLI-DISC-055",
    fault: "publishes the first of several manifests",
    ...taking("several-manifests"),
  },
  {
    breaks: "MPLI-DISC-054",
    fault: "reads GB as a unit",
    ...hearing(put, (text) => text.replaceAll('"16 GB"', '"16 GBy"')),
  },
  {
    breaks: "MPLI-DISC-054",
    fault: "takes any period",
    ...hearing(put, (text) => text.replaceAll('"per":"week"', '"per":"month"')),
  },
  {
    breaks: "MPLI-DISC-055",
    fault: "does not count a manifest without a name",
    ...hearing(put, (text) => text.replace("[] a mpli:Manifest ;", "[]")),
  },
  {
    breaks: "MPLI-DISC-055",
    fault: "calls several manifests none",
    ...refusing("several-manifests", (problem) => {
      problem["code"] = "no-manifest-node";
    }),
  },
  { breaks: "MPLI-DISC-056", fault: "publishes offers of other origins", ...taking("foreign-offer") },
  {
    breaks: "MPLI-DISC-056",
    fault: "takes an IRI that begins with its origin for its own",
    ...hearing(put, (text) => text.replaceAll("@elsewhere.example", "")),
  },
  {
    breaks: "MPLI-DISC-056",
    fault: "compares origins only where there are some",
    ...hearing(put, (text) => text.replace(/urn:uuid:/, "/offers/")),
  },
  {
    breaks: "MPLI-DISC-056",
    fault: "compares hosts without the scheme",
    ...hearing(put, (text) => text.replaceAll("https://localhost", "http://localhost")),
  },
  {
    breaks: "MPLI-DISC-056",
    fault: "compares hosts without the port",
    asks: async (request) => {
      if (!put(request)) return request;
      const { url, method, headers } = request;
      const body = (await request.text()).replaceAll(
        /http:\/\/localhost:\d+(?=\/offers)/g,
        new URL(url).origin,
      );
      return new Request(url, { method, headers, body });
    },
  },
  { breaks: "MPLI-DISC-057", fault: "publishes pages that somebody wrote", ...taking("reserved-term") },
  {
    breaks: "MPLI-DISC-057",
    fault: "drops the pages that somebody wrote",
    ...hearing(put, (text) => text.replace(/<[^<>]*> mpli:page <[^<>]*> \./, "")),
  },
  { breaks: "MPLI-DISC-067", fault: "publishes terms that nobody knows", ...taking("unknown-term") },
  {
    breaks: "MPLI-DISC-067",
    fault: "looks for misspelt properties and not for misspelt classes",
    ...hearing(put, (text) => text.replaceAll("mpli:VirtualMaschine", "mpli:VirtualMachine")),
  },
  {
    breaks: "MPLI-DISC-067",
    fault: "does not look at places",
    ...hearing(put, (text) => text.replaceAll("place:Atlantis", "place:Europe")),
  },
  {
    breaks: "MPLI-DISC-058",
    fault: "breaks down at too many offers",
    ...refusing("too-many-offers", () => undefined, 500),
  },
  {
    breaks: "MPLI-DISC-058",
    fault: "does not say how many offers it takes",
    ...refusing("too-many-offers", (problem) => delete problem["limit"]),
  },
  {
    breaks: "MPLI-DISC-058",
    fault: "calls too many offers unprocessable",
    ...refusing("too-many-offers", () => undefined, 422),
  },
  {
    breaks: "MPLI-DISC-059",
    fault: "publishes a graph that it cannot name",
    ...taking("poison-graph"),
    spreads: ["compatibility"],
  },
  {
    breaks: "MPLI-DISC-059",
    fault: "breaks down at a graph that it cannot name",
    ...refusing("poison-graph", () => undefined, 500),
    spreads: ["compatibility"],
  },
  {
    breaks: "MPLI-DISC-060",
    fault: "does not say that the manifest is the first",
    stage: "empty",
    ...answering(put, (answer) => (answer.status === 201 ? withStatus(answer, 200) : answer)),
  },
  {
    breaks: "MPLI-DISC-060",
    fault: "calls each publication a creation",
    ...answering(put, (answer) => (answer.status === 200 ? withStatus(answer, 201) : answer)),
    spreads: ["protocol", "compatibility"],
  },
  {
    breaks: "MPLI-DISC-061",
    fault: "has no manifest while it publishes one",
    ...whilePublishing(() => Response.json({ code: "no-manifest" }, { status: 404 })),
  },
  {
    breaks: "MPLI-DISC-061",
    fault: "shows a manifest of which half is written",
    ...whilePublishing((answer) => withText(answer, (text) => text.slice(0, text.length / 2))),
  },
  {
    breaks: "MPLI-DISC-061",
    fault: "shows an empty manifest while it publishes one",
    ...whilePublishing((answer) =>
      withText(answer, (text) =>
        text.replaceAll(/^<.*offers[^]*?\.$/gm, "").replaceAll(/mpli:offer [^;.]*[;]/g, ""),
      ),
    ),
  },
  {
    breaks: "MPLI-DISC-062",
    fault: "names a manifest by a fragment of its address",
    asks: async (request) => {
      if (!put(request)) return request;
      const { url, method, headers } = request;
      const body = (await request.text()).replace('"type":"Manifest"', `"type":"Manifest","id":"${url}#it"`);
      return new Request(url, { method, headers, body });
    },
  },
] satisfies Mutant[];
