// Contexts of known content for jsonld, each processed once for each context around it: its own copies all of them, deeply,
// wherever a type or a term brings a context of its own.
import type { Contexts } from "./json-ld.ts";

/** The part of jsonld's active contexts that is looked at here; once processed they are never changed. */
interface ActiveContext {
  readonly mappings: ReadonlyMap<string, object>;
  readonly protected: object;
  readonly previousContext?: ActiveContext;
  clone: () => ActiveContext;
  revertToPreviousContext: () => ActiveContext;
  /** What stands for all copies of this one, once it is processed to its end. */
  copies?: object;
  /** That of the one of which this is a copy, as long as nothing is added. */
  copyOf?: object | undefined;
}

interface Processed {
  readonly context?: ActiveContext;
}

/** Terms and characters of a context that is known again by its text, and how many such are kept. */
const MOST_TERMS = 5;
const MOST_CHARACTERS = 1000;
const MOST_SMALL = 20;

/** Contexts around one that its results are kept for, as in jsonld. */
const MOST_KEPT = 10;

/** What jsonld calls a resolved context. */
class ResolvedContext {
  readonly document: unknown;
  readonly #processed = new Map<object, Processed>();

  constructor(document: unknown) {
    this.document = document;
  }

  getProcessed(around: ActiveContext): Processed | undefined {
    return this.#processed.get(around.copyOf ?? around);
  }

  setProcessed(around: ActiveContext, processed: Processed): void {
    const { context } = processed;
    const same = { clone: copy, revertToPreviousContext: revert, copies: {}, copyOf: undefined };
    if (context) Object.assign(context, same);
    for (const oldest of this.#processed.keys()) {
      if (this.#processed.size < MOST_KEPT) break;
      this.#processed.delete(oldest);
    }
    this.#processed.set(around.copyOf ?? around, processed);
  }
}

/** Definitions of terms are replaced, never changed, so that a copy may share them. */
function copy(this: ActiveContext): ActiveContext {
  const { copies: copyOf, ...members } = this;
  return { ...members, mappings: new Map(this.mappings), protected: { ...this.protected }, copyOf };
}

function revert(this: ActiveContext): ActiveContext {
  return this.previousContext ?? this;
}

export interface ContextResolver {
  resolve(asked: { readonly context: unknown; readonly base?: string }): Promise<readonly ResolvedContext[]>;
}

const resolvers = new WeakMap<Contexts, ContextResolver>();

/** Finds contexts by their address in `pinned`, and keeps what became of these and of those inside them. */
export function contextResolver(pinned: Contexts): ContextResolver {
  const known = resolvers.get(pinned) ?? resolverOf(pinned);
  resolvers.set(pinned, known);
  return known;
}

function resolverOf(pinned: Contexts): ContextResolver {
  const resolved = new WeakMap<object, ResolvedContext>();
  const small = new Map<string, ResolvedContext>();
  const resolve = (context: unknown, base: string): readonly ResolvedContext[] => {
    if (Array.isArray(context)) return context.flatMap((one) => resolve(one, base));
    if (typeof context === "string") return resolve(pinned[addressOf(context, base)], base);
    if (context === null) return [new ResolvedContext(null)];
    if (typeof context !== "object") throw new Error("not a context of known content");
    if ("@context" in context) return resolve(context["@context"], base);
    const one = resolved.get(context) ?? alike(context) ?? new ResolvedContext(context);
    resolved.set(context, one);
    return [one];
  };
  /** A document may bring the same small context with each of its nodes. */
  const alike = (context: object): ResolvedContext | undefined => {
    if (Object.keys(context).length > MOST_TERMS) return undefined;
    const text = JSON.stringify(context);
    if (text.length > MOST_CHARACTERS) return undefined;
    const known = small.get(text);
    if (known) return known;
    const [oldest] = small.keys();
    if (oldest !== undefined && small.size >= MOST_SMALL) small.delete(oldest);
    const made = new ResolvedContext(context);
    small.set(text, made);
    return made;
  };
  const addressOf = (context: string, base: string) =>
    Object.hasOwn(pinned, context) ? context : (URL.parse(context, base)?.href ?? "");
  return { resolve: async ({ context, base = "" }) => resolve(context, base) };
}
