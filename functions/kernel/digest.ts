// The name of a graph by its content: RDFC-1.0 canonical N-Quads, and SHA-256 over them.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { canonize } from "rdf-canonize";
import { type Quad, type Store, type Term, quadsOf, rdf } from "./graph.ts";
import { type Result, ok, refused } from "./result.ts";

export interface Canonical {
  /** Canonical N-Quads, sorted, one statement a line. */
  readonly nquads: string;
  /** SHA-256 of `nquads`, 64 lower-case hex digits. */
  readonly digest: string;
}

export type DigestRefusal = { code: "poison-graph" };

/** Passes 83 of the W3C suite's 86; the three refused are poison graphs that cost quadratic work or more. */
const WORK_FACTOR = 2;

/**
 * The work factor alone lets a list of 1,000 equal members take minutes. So one comparison may follow that many alike
 * blank nodes (each step copies all labels so far), and all of them together may cost a few hashes a statement; real
 * manifests need one and a half.
 */
const MAX_NESTING = 100;
const HASHES_PER_STATEMENT = 8;
const HASHES_AT_LEAST = 10_000;
const HASHES_AT_MOST = 100_000;

const UTF_8 = new TextEncoder();

class TooCostly extends Error {}

export type Hash = (bytes: Uint8Array) => Uint8Array;

export interface Canonicalizing {
  readonly hash?: Hash;
  readonly workFactor?: number;
  /** Hashes that it may cost at most. */
  readonly most?: number;
}

/** SHA-256 of a text in UTF-8, as lower-case hex. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(UTF_8.encode(text)));
}

/** The same by WebCrypto, which takes a tenth of the time for a text of a kilobyte or more. */
export async function digestHex(text: string): Promise<string> {
  return bytesToHex(new Uint8Array(await crypto.subtle.digest("SHA-256", UTF_8.encode(text))));
}

/** Canonical form and digest of a dataset, at a cost of `hashes` or less; see `canonicalNQuads`. */
export async function canonicalize(
  graph: Store | readonly Quad[],
  hashes = HASHES_AT_MOST,
): Promise<Result<Canonical, DigestRefusal>> {
  const nquads = await canonicalNQuads("match" in graph ? quadsOf(graph) : graph, { most: hashes });
  return nquads.ok ? ok({ nquads: nquads.value, digest: sha256Hex(nquads.value) }) : nquads;
}

/**
 * Canonical N-Quads of a dataset (W3C RDF Dataset Canonicalization 1.0, algorithm RDFC-1.0); `hash` decides the labels
 * of its blank nodes, and `workFactor` how far those may be alike.
 * Refuses graphs whose blank nodes are so alike that telling them apart would cost more than the work limit.
 */
export async function canonicalNQuads(
  quads: readonly Quad[],
  { hash = sha256, workFactor = WORK_FACTOR, most = HASHES_AT_MOST }: Canonicalizing = {},
): Promise<Result<string, DigestRefusal>> {
  try {
    const nquads = await canonize(plain(quads), {
      algorithm: "RDFC-1.0",
      maxWorkFactor: workFactor,
      createMessageDigest: boundedDigests(
        hash,
        Math.min(most, HASHES_AT_LEAST + HASHES_PER_STATEMENT * quads.length),
      ),
    });
    return ok(nquads);
  } catch (error) {
    if (error instanceof TooCostly || (error instanceof Error && /deep iterations/i.test(error.message)))
      return refused({ code: "poison-graph" });
    throw error;
  }
}

/**
 * rdf-canonize copies quads by spreading them, which n3's getters do not survive; and it takes a label that begins like
 * a canonical one for already issued, which would let the label change the digest.
 */
function plain(quads: readonly Quad[]) {
  return quads.map(({ subject, predicate, object, graph }) => ({
    subject: relabel(subject),
    predicate,
    object: relabel(object),
    graph: relabel(graph),
  }));
}

const relabel = (term: Term) =>
  term.termType === "BlankNode" && /^_*c14n/.test(term.value) ? rdf.blankNode(`_${term.value}`) : term;

/**
 * A hash for the library, whose own for browsers awaits WebCrypto once a blank node; this one is synchronous. Digests
 * that are open at the same time tell how deep the library is in one comparison, their number what it has cost.
 */
function boundedDigests(hash: Hash, hashes: number) {
  let left = hashes;
  let open = 0;
  return () => {
    if (--left < 0 || ++open > MAX_NESTING) throw new TooCostly();
    let text = "";
    return {
      update: (more: string) => void (text += more),
      digest: () => {
        open--;
        return bytesToHex(hash(UTF_8.encode(text)));
      },
    };
  };
}
