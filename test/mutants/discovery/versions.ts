// Faults in the memory of a provider: old manifests under their digests.
import type { Publication } from "../../../functions/discovery/ports.ts";
import { answering, on, refusing, taking, withHeaders, withText } from "../faults.ts";
import type { Mutant, Spoil } from "../mutant.ts";

const version = on(/^\/manifest\/versions\//, "GET");
const digestIn = ({ url }: Request) => new URL(url).pathname.split("/").at(-1) ?? "";

/** Remembers otherwise of which kind a document is, or whether it ever was one. */
const remembering = (
  kindOf: (digest: string, publication: Publication) => ReturnType<Publication["kindOf"]>,
): Spoil => ({
  host: (host) => {
    const { publication } = host.discovery;
    const spoilt = { ...publication, kindOf: (digest: string) => kindOf(digest, publication) };
    return { ...host, discovery: { ...host.discovery, publication: spoilt } };
  },
});

/** Serves whatever the store has under a digest. */
const servingTheStore: Spoil = {
  host: (host) => {
    const { publication, graphs } = host.discovery;
    const kindOf = async (digest: string) =>
      (await publication.kindOf(digest)) ?? ((await graphs.get(digest)) ? "head" : undefined);
    return { ...host, discovery: { ...host.discovery, publication: { ...publication, kindOf } } };
  },
};

/** Finds the current version by the beginning of its digest. */
function findingByBeginning(): Spoil {
  let head: Publication["head"] = async () => undefined;
  return {
    host: (host) => {
      ({ head } = host.discovery.publication);
      return host;
    },
    asks: async (request) => {
      const [asked, { digest = "" } = {}] = [digestIn(request), await head()];
      const isFound = version(request) && (digest.startsWith(asked) || asked.startsWith(digest));
      return isFound ? new Request(request.url.replace(asked, digest), request) : request;
    },
  };
}

/** Files what was checked beside what was published. */
function filingChecks(): Spoil {
  const checked = new Set<string>();
  return {
    async answers(answer, request) {
      if (on("/manifest/check", "POST")(request) && answer.ok)
        checked.add(String(((await answer.clone().json()) as { digest: string }).digest));
      return version(request) && checked.has(digestIn(request))
        ? new Response("", { headers: { "content-type": "text/turtle" } })
        : answer;
    },
  };
}

/** Keeps the fields of the first answer with each version. */
function keepingFields(): Spoil {
  const links = new Map<string, string | undefined>();
  return answering(version, (answer, { url }) => {
    if (!links.has(url)) links.set(url, answer.headers.get("link") ?? undefined);
    return withHeaders(answer, { Link: links.get(url) });
  });
}

const relinking = (change: (link: string, url: URL) => string): Spoil =>
  answering(version, (answer, { url }) =>
    withHeaders(answer, { Link: change(answer.headers.get("link") ?? "", new URL(url)) }),
  );

const FOREVER = "public, max-age=31536000";

export default [
  {
    breaks: "MPLI-DISC-035",
    fault: "keeps the current version only",
    ...remembering(async (digest, publication) => {
      const [kind, head] = [await publication.kindOf(digest), await publication.head()];
      return kind === "head" && head?.digest !== digest ? undefined : kind;
    }),
  },
  {
    breaks: "MPLI-DISC-035",
    fault: "files a version when it is replaced",
    ...remembering(async (digest, publication) =>
      (await publication.head())?.digest === digest ? undefined : publication.kindOf(digest),
    ),
  },
  {
    breaks: "MPLI-DISC-035",
    fault: "throws the pages of old manifests away",
    ...remembering(async (digest, publication) => {
      const [kind, head] = [await publication.kindOf(digest), await publication.head()];
      return kind === "page" && !head?.pages.includes(digest) ? undefined : kind;
    }),
  },
  {
    breaks: "MPLI-DISC-035",
    fault: "shows the current manifest as every version",
    asks: (request) =>
      version(request) ? new Request(new URL("/manifest", request.url).href, request) : request,
  },
  {
    breaks: "MPLI-DISC-035",
    fault: "leaves the last statement of old versions out",
    ...answering(version, (answer) =>
      answer.ok ? withText(answer, (turtle) => turtle.replace(/;[^;]*\.\s*$/, ".\n")) : answer,
    ),
  },
  {
    breaks: "MPLI-DISC-036",
    fault: "lets versions be kept as long as the manifest",
    ...answering(version, (answer) => withHeaders(answer, { "Cache-Control": "public, max-age=60" })),
  },
  {
    breaks: "MPLI-DISC-036",
    fault: "lets versions be kept for a year, to be asked for again",
    ...answering(version, (answer) => withHeaders(answer, { "Cache-Control": FOREVER })),
  },
  {
    breaks: "MPLI-DISC-037",
    fault: "answers an unknown digest with nothing at all",
    ...taking("no-such-version", 204, null),
  },
  {
    breaks: "MPLI-DISC-037",
    fault: "has no word of its own for a version that is not there",
    ...refusing("no-such-version", (problem) => void (problem["code"] = "not-found")),
  },
  {
    breaks: "MPLI-DISC-037",
    fault: "says that a version is gone that never was",
    ...refusing("no-such-version", (problem) => void (problem["status"] = 410), 410),
  },
  {
    breaks: "MPLI-DISC-037",
    fault: "finds versions by the beginning of their digest",
    ...findingByBeginning(),
  },
  {
    breaks: "MPLI-DISC-037",
    fault: "serves as a version whatever it has stored",
    ...servingTheStore,
  },
  {
    breaks: "MPLI-DISC-037",
    fault: "keeps what was only checked as a version",
    ...filingChecks(),
  },
  {
    breaks: "MPLI-DISC-038",
    fault: "does not lead from an old version to the manifest",
    ...relinking((link) => link.replace(/, <[^>]+>; rel="latest-version"/, "")),
  },
  {
    breaks: "MPLI-DISC-038",
    fault: "leads from an old version to its node document as the latest",
    ...relinking((link, { origin }) =>
      link.replace(/<[^>]+>(; rel="latest-version")/, `<${origin}/.well-known/mpli>$1`),
    ),
  },
  {
    breaks: "MPLI-DISC-038",
    fault: "names the relation to the manifest otherwise",
    ...relinking((link) => link.replace("latest-version", "successor-version")),
  },
  {
    breaks: "MPLI-DISC-038",
    fault: "keeps the links that a version had while it was current",
    ...keepingFields(),
  },
] satisfies Mutant[];
