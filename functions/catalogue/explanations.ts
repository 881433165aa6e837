// What the problems of a catalogue mean, and those that a harvest leaves in `problem` of GET /providers.
import type { COMPATIBILITY_EXPLANATIONS } from "../compatibility/explanations.ts";
import type { DISCOVERY_EXPLANATIONS } from "../discovery/explanations.ts";
import type { EDGE_EXPLANATIONS } from "../edge/explanations.ts";
import type { Explanations, Untabled } from "../edge/explanation.ts";
import type { HarvestRefusal } from "./harvest.ts";
import type { CatalogueRefusal } from "./refusals.ts";

type Elsewhere =
  | keyof typeof EDGE_EXPLANATIONS
  | keyof typeof DISCOVERY_EXPLANATIONS
  | keyof typeof COMPATIBILITY_EXPLANATIONS;

export const CATALOGUE_EXPLANATIONS: Explanations<CatalogueRefusal, Elsewhere> = {
  "malformed-registration": {
    means: "The body is JSON, and its `url` is no address of a node.",
    cause: "A missing `url`, or a text that is no URL.",
    action: "fix",
    evidence: {},
    example: {},
  },
  "address-not-permitted": {
    means:
      "The catalogue never connects to this address. It fetches from public `https` addresses only, so that nobody can make it ask inside its own network.",
    cause:
      "Plain `http`, a host name without a dot, a private or loopback address, or credentials in the URL. In a harvest: a redirect to such an address.",
    action: "fix",
    evidence: { url: "The address.", reason: "What is wrong with it." },
    example: { url: "http://10.0.0.7/", reason: "only https" },
  },
  "too-many-providers": {
    means: "The catalogue keeps as many providers as it can.",
    cause: "Registrations that were never withdrawn.",
    action: "operator",
    evidence: { limit: "The largest number of providers." },
    example: { limit: 1000 },
  },
  "no-such-provider": {
    means: "No provider is registered at the origin of this address.",
    cause: "It was removed already, or it is registered under another origin.",
    action: "give-up",
    evidence: {},
    example: {},
  },
  "no-more-offers": {
    means: "No document of the catalogue is left that has offers of this class and this provider.",
    cause: "Nobody sells it here, the catalogue has not harvested yet, or the walk has come to its end.",
    action: "give-up",
    evidence: {},
    example: {},
  },
};

/** How a harvest may fail; the last is what the host writes when one throws. */
export type HarvestFailure = HarvestRefusal | { code: "harvest-broke" };

type HarvestOnly = Exclude<HarvestFailure["code"], Elsewhere | keyof typeof CATALOGUE_EXPLANATIONS>;

/** Who reads these runs the provider or the catalogue: `mend` speaks to the provider's operator. */
export const HARVEST_EXPLANATIONS: Explanations<
  HarvestFailure,
  Exclude<HarvestFailure["code"], HarvestOnly>
> & {
  readonly [C in HarvestOnly]: Untabled;
} = {
  unreachable: {
    title: "The provider's node cannot be reached",
    mend: "See that the node runs, that its name resolves and that its certificate is valid.",
    means: "No connection to the address came about.",
    cause: "A node that is down, a name that does not resolve, or a certificate that is not trusted.",
    action: "retry",
    more: "The catalogue tries again by itself, less often after each failure.",
    evidence: { url: "The address that was asked.", reason: "What the network said." },
    example: { url: "https://cloud.example/.well-known/mpli", reason: "no connection" },
  },
  "too-slow": {
    title: "An answer of the provider's node took too long",
    mend: "Answer within `seconds`, redirects and body included.",
    means: "One fetch was not complete within its time.",
    cause: "A slow node, or a body that never ends.",
    action: "retry",
    evidence: { url: "The address that was asked.", seconds: "The time for one fetch." },
    example: { url: "https://cloud.example/manifest", seconds: 10 },
  },
  "harvest-too-slow": {
    title: "All pages of the manifest together took too long",
    mend: "Answer faster, or publish fewer pages.",
    means: "Every page came in time, and all of them together did not.",
    cause: "A large manifest on a slow node.",
    action: "retry",
    evidence: { seconds: "The time for all pages of one manifest." },
    example: { seconds: 300 },
  },
  "too-many-redirects": {
    title: "The address leads from redirect to redirect",
    mend: "Register the address that the node answers at.",
    means: "The catalogue followed three redirects and came to a fourth.",
    cause: "Redirects that point at each other.",
    action: "operator",
    evidence: { url: "The address that was asked first." },
    example: { url: "https://cloud.example/.well-known/mpli" },
  },
  "unexpected-status": {
    title: "The provider's node answered with another status than 200",
    mend: "Answer GET requests for the node document, the manifest and its pages with 200.",
    means: "The address answers, and not with the document that should be there.",
    cause: "A node without a manifest, a web server that is no node, or one that asks for a login.",
    action: "operator",
    evidence: { url: "The address that was asked.", status: "The status code of the answer." },
    example: { url: "https://cloud.example/manifest", status: 404 },
  },
  "unexpected-media-type": {
    title: "The provider's node answered in a media type that holds no graph",
    mend: "Serve the manifest as JSON-LD or Turtle, and name the type in Content-Type.",
    means: "The answer is in a media type that the catalogue does not read as a graph.",
    cause: "A manifest that is served as a file by a web server without a media type for it.",
    action: "operator",
    evidence: {
      url: "The address that was asked.",
      received: "The `Content-Type` of the answer, or `none`.",
    },
    example: { url: "https://cloud.example/manifest", received: "application/octet-stream" },
  },
  "malformed-node-document": {
    title: "The node document does not lead to a manifest",
    mend: "Give in `endpoint.manifest` of the node document the manifest's address, at the same origin.",
    means: "The node document was read, and the manifest's address in it is missing or of another origin.",
    cause: "A node that is no provider, or one that does not know its public origin.",
    action: "operator",
    evidence: { url: "The address of the node document.", reason: "What is wrong." },
    example: {
      url: "https://cloud.example/.well-known/mpli",
      reason: "endpoint.manifest is not a URL of this origin",
    },
  },
  "no-common-version": {
    title: "The provider's node speaks no version of the protocol that this catalogue speaks",
    mend: "Speak one of the versions in `spoken`, and list it in `protocolVersion` of the node document.",
    means: "The two have no version of the protocol in common, so the catalogue does not go on.",
    cause: "A node that is much older or newer than the catalogue.",
    action: "operator",
    evidence: {
      offered: "The versions that the node document lists.",
      spoken: "The versions that the catalogue speaks.",
    },
    example: { offered: ["7.0"], spoken: ["0.1"] },
  },
  "provider-mismatch": {
    title: "The manifest speaks for another provider than its origin",
    mend: "Name the provider by the did:web of the node's own origin, which is in `expected`.",
    means:
      "A document of this origin names another provider. A provider speaks for its own origin and for nobody else.",
    cause: "A manifest that was prepared for another host, or an attempt to sell in another's name.",
    action: "operator",
    evidence: { expected: "The DID of the registered origin.", found: "The DID that the document names." },
    example: { expected: "did:web:cloud.example", found: "did:web:other.example" },
  },
  "page-digest-mismatch": {
    title: "A page has another digest than the head says",
    mend: "Serve under each digest the very graph that has it.",
    means: "The page that came is not the page that the manifest's head names.",
    cause: "A page that was changed in place, or something on the way that changes what it passes on.",
    action: "operator",
    evidence: { url: "The address of the page.", digest: "The digest that the head states." },
    example: {
      url: "https://cloud.example/manifest/pages/3ac01e77",
      digest: "3ac01e7751d7a3c48f0e6b7d9a2c1e5f4b3a69788c0d1e2f3a4b5c6d7e8f9012",
    },
  },
  "malformed-page": {
    title: "A page does not have the expected shape",
    mend: "Mend each entry of `violations`; its message says how.",
    means: "A page of the manifest breaks the published shapes.",
    cause: "A node that does not check what it publishes.",
    action: "operator",
    evidence: {
      url: "The address of the page.",
      violations: "What is wrong, as in [shape-violation](/errors/shape-violation/).",
    },
    example: {
      url: "https://cloud.example/manifest/pages/3ac01e77",
      violations: [
        {
          focus: "https://cloud.example/offers/vm-1",
          path: "https://w3id.org/mpli/ns#serviceClass",
          message:
            "An offer says what is sold: give class a service class such as VirtualMachine, or the IRI of your own.",
          shape: "https://w3id.org/mpli/shapes#offer-class",
        },
      ],
    },
  },
  "harvest-broke": {
    title: "The catalogue made a mistake during the harvest",
    mend: "Nothing is wrong on your side; if it stays so, tell the catalogue's operator.",
    means: "The harvest ended in a way that nobody foresaw.",
    cause: "A fault of the catalogue, or a restart in the middle of a harvest.",
    action: "retry",
    evidence: {},
    example: {},
  },
};

/** All codes that `problem` of GET /providers may have. */
export const HARVEST_CODES = Object.keys({
  ...flags(HARVEST_EXPLANATIONS),
  "address-not-permitted": true,
  "body-too-large": true,
  "duplicate-name": true,
  "foreign-offer": true,
  "graph-too-large": true,
  "malformed-graph": true,
  "malformed-json": true,
  "malformed-json-ld": true,
  "no-manifest-node": true,
  "not-utf-8": true,
  "poison-graph": true,
  "reserved-term": true,
  "several-manifests": true,
  "shape-violation": true,
  "too-deep": true,
  "too-many-offers": true,
  "too-many-pages": true,
  "unknown-context": true,
  "unsupported-encoding": true,
  "unsupported-term": true,
} satisfies Record<HarvestFailure["code"], true>) as HarvestFailure["code"][];

function flags<K extends string>(table: Readonly<Record<K, unknown>>): Record<K, true> {
  return Object.fromEntries(Object.keys(table).map((key) => [key, true])) as Record<K, true>;
}
