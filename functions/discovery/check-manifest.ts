// Whether a graph is a manifest that this node can publish, or a catalogue can take.
import { mpli, rdf as rdfTerms } from "../kernel/generated/vocabulary.ts";
import {
  type NamedNode,
  type Quad,
  Store,
  type Subject,
  objects,
  quadsOf,
  rdf,
  subjects,
  text,
} from "../kernel/graph.ts";
import { type Result, ok, refused } from "../kernel/result.ts";
import { MAX_VIOLATIONS, type Violation, checkShapes } from "../kernel/shape.ts";
import { asserted } from "./asserted.ts";

export type ManifestRefusal =
  | { code: "no-manifest-node" }
  | { code: "several-manifests"; manifests: readonly string[] }
  | { code: "shape-violation"; violations: readonly Violation[]; truncated: boolean }
  | { code: "foreign-offer"; offer: string; origin: string }
  | { code: "reserved-term"; term: string }
  | { code: "too-many-offers"; limit: number };

/** More offers than the largest public cloud sells, with room to grow. */
const MAX_OFFERS = 20_000;
/** Values and statements of a manifest, whichever are more. That of the largest public cloud has 370,000. */
export const MOST_VALUES = 1 << 19;

export interface Manifest {
  readonly graph: Store;
  /** IRI of the manifest itself. */
  readonly root: string;
  /** IRI of the provider, usually a DID. */
  readonly provider: string;
  readonly offers: readonly string[];
}

/**
 * Checks a graph against the shapes and the rules that shapes cannot say. A manifest without a name of its own is
 * named by `address`, the URL that it is published at; offers must share its origin (MPLI-DISC).
 * Named graphs are carried along unread: they hold what others say.
 */
export async function checkManifest(
  graph: Store,
  address: string,
): Promise<Result<Manifest, ManifestRefusal>> {
  const found = findManifest(graph, address);
  if (!found.ok) return found;
  const { root, named } = found.value;
  const stated = asserted(named);
  if (objects(stated, root, mpli.page).length > 0)
    return refused({ code: "reserved-term", term: mpli.page.value });
  const offers = objects(stated, root, mpli.offer).map((offer) => offer.value);
  if (offers.length > MAX_OFFERS) return refused({ code: "too-many-offers", limit: MAX_OFFERS });
  const violations = await checkShapes(stated, "manifest");
  if (violations.length > 0)
    return refused({ code: "shape-violation", violations, truncated: violations.length >= MAX_VIOLATIONS });
  const origin = new URL(address).origin;
  const foreign = offers.find((offer) => !offer.startsWith(`${origin}/`));
  if (foreign) return refused({ code: "foreign-offer", offer: foreign.slice(0, 200), origin });
  return ok({ graph: named, root: root.value, provider: text(stated, root, mpli.provider) ?? "", offers });
}

function findManifest(
  graph: Store,
  address: string,
): Result<{ root: Subject; named: Store }, ManifestRefusal> {
  const [root, ...others] = subjects(asserted(graph), rdfTerms.type, mpli.Manifest);
  if (!root) return refused({ code: "no-manifest-node" });
  if (others.length > 0)
    return refused({
      code: "several-manifests",
      manifests: [root, ...others].slice(0, 10).map((node) => node.value.slice(0, 200)),
    });
  if (root.termType === "NamedNode") return ok({ root, named: graph });
  const name = rdf.namedNode(address);
  return ok({ root: name, named: rename(graph, root, name) });
}

function rename(graph: Store, from: Subject, to: NamedNode): Store {
  const as = <T extends Quad["object"] | Quad["graph"]>(term: T) => (term.equals(from) ? to : term);
  return new Store(
    quadsOf(graph).map((q) => rdf.quad(as(q.subject), q.predicate, as(q.object), as(q.graph))),
  );
}
