// Faults in the manifest as a document: where it is, who may read it, and whom it names.
import { answering, on, refusing, serving, withHeaders, withJson } from "../faults.ts";
import type { Mutant, Spoil } from "../mutant.ts";

const manifest = on("/manifest", "GET");
const page = on(/^\/manifest\/pages\//, "GET");

/** Cases of these rooms read the manifest first, to restore it in the end. */
const spreads = ["protocol", "compatibility"] as const;

const MPLI = "https://w3id.org/mpli/ns#";
const TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>";
const isPage = (nquads: string) => !nquads.includes(`<${MPLI}Manifest>`);

const asking = (where: typeof manifest): Spoil => ({
  asks: (request) =>
    where(request) && !request.headers.has("authorization")
      ? Response.json({ code: "operator-only" }, { status: 401, headers: { "WWW-Authenticate": "Bearer" } })
      : request,
});

export default [
  {
    breaks: "MPLI-DISC-001",
    fault: "gives an address of its manifest where nothing is",
    spreads,
    ...answering(on("/.well-known/mpli", "GET"), (answer) =>
      withJson(answer, (body) => {
        const endpoint = body["endpoint"] as Record<string, string>;
        endpoint["manifest"] += ".ttl";
      }),
    ),
  },
  {
    breaks: "MPLI-DISC-001",
    fault: "answers at the address of its manifest with its change feed",
    spreads: [...spreads, "issuing"],
    asks: (request) => (manifest(request) ? new Request(`${request.url}/changes`, request) : request),
  },
  {
    breaks: "MPLI-DISC-002",
    fault: "asks readers of its manifest for a token",
    spreads,
    ...asking(manifest),
  },
  {
    breaks: "MPLI-DISC-002",
    fault: "guards all that is below its manifest",
    stage: "large",
    spreads,
    ...asking(page),
  },
  {
    breaks: "MPLI-DISC-003",
    fault: "shows the manifest before beside the current one",
    spreads,
    ...serving((nquads) => `${nquads}<https://cloud.example/before> ${TYPE} <${MPLI}Manifest> .\n`),
  },
  {
    breaks: "MPLI-DISC-003",
    fault: "calls each page a manifest of its own",
    stage: "large",
    ...serving((nquads) =>
      isPage(nquads) ? `${nquads}<https://cloud.example/page> ${TYPE} <${MPLI}Manifest> .\n` : nquads,
    ),
  },
  {
    breaks: "MPLI-DISC-004",
    fault: "names a reseller beside itself",
    spreads: ["compatibility"],
    ...serving((nquads) =>
      nquads.replace(/^(.* <\S+#provider>) .*$/m, "$&\n$1 <did:web:reseller.example> ."),
    ),
  },
  {
    breaks: "MPLI-DISC-004",
    fault: "describes its provider without an IRI",
    spreads,
    ...serving((nquads) => nquads.replaceAll(/<did:web:[^>]+>/g, "_:us")),
  },
  {
    breaks: "MPLI-DISC-004",
    fault: "names no provider",
    spreads: ["compatibility"],
    ...serving((nquads) => nquads.replace("ns#provider>", "ns#seller>")),
  },
  {
    breaks: "MPLI-DISC-005",
    fault: "names its homepage as the provider",
    spreads,
    ...serving((nquads) => nquads.replaceAll(/<did:web:[^>]+>/g, "<https://cloud.example/>")),
  },
  {
    breaks: "MPLI-DISC-005",
    fault: "writes the colon before its port as it is",
    spreads,
    ...serving((nquads) => nquads.replaceAll(/(<did:web:[^>]+)%3A/g, "$1:")),
  },
  {
    breaks: "MPLI-DISC-006",
    fault: "leaves the service class of its offers out",
    spreads: ["compatibility"],
    ...serving((nquads) => nquads.replaceAll("ns#serviceClass>", "ns#category>")),
  },
  {
    breaks: "MPLI-DISC-006",
    fault: "writes amounts of money as text",
    spreads,
    ...serving((nquads) => nquads.replaceAll(/(<http:\/\/schema.org\/price> "[0-9.]+")\^\^<[^>]+>/g, "$1")),
  },
  {
    breaks: "MPLI-DISC-006",
    fault: "checks the head and not its pages",
    stage: "large",
    spreads: ["compatibility"],
    ...serving((nquads) => (isPage(nquads) ? nquads.replaceAll(/<\S+#VirtualMachine>/g, '"VM"') : nquads)),
  },
  {
    breaks: "MPLI-DISC-008",
    fault: "permits the origin that asks, and only that",
    spreads: ["protocol"],
    ...answering(on(/^\/manifest/), (answer, request) =>
      withHeaders(answer, { "Access-Control-Allow-Origin": request.headers.get("origin") ?? undefined }),
    ),
  },
  {
    breaks: "MPLI-DISC-008",
    fault: "permits other origins to read the head, and no page",
    stage: "large",
    spreads: ["protocol"],
    ...answering(page, (answer) => withHeaders(answer, { "Access-Control-Allow-Origin": undefined })),
  },
  {
    breaks: "MPLI-DISC-009",
    fault: "has no word of its own for a manifest that is not there",
    stage: "empty",
    spreads,
    ...refusing("no-manifest", (problem) => {
      problem["code"] = "not-found";
      problem["type"] = "https://w3id.org/mpli/errors/not-found";
    }),
  },
  {
    breaks: "MPLI-DISC-009",
    fault: "says that a manifest that was never there is gone",
    stage: "empty",
    spreads,
    ...refusing("no-manifest", (problem) => void (problem["status"] = 410), 410),
  },
  {
    breaks: "MPLI-DISC-009",
    fault: "answers with an empty document while nothing is published",
    stage: "empty",
    spreads,
    ...answering(manifest, (answer) =>
      answer.status === 404 ? new Response("", { headers: { "content-type": "text/turtle" } }) : answer,
    ),
  },
] satisfies Mutant[];
