// What credentials say, apart from what manifests say: the two are never merged. Kept as one document a provider.
import { mpli } from "../../kernel/generated/vocabulary.ts";
import type { Quad } from "../../kernel/graph.ts";
import type { Stated } from "../judge/values.ts";
import { valuesByNode } from "../market/facts.ts";
import type { LabelEntry } from "../../trust/types/label.ts";
import type { OrganisationIdentifier } from "../../trust/types/organisation-identifier.ts";
import { schemesIn } from "../../trust/types/schemes.ts";
import { readStatements } from "../market/statements.ts";

/** A credential whose signature holds, and what it states along the paths that demands can ask for. */
export interface Claims {
  /** SHA-256 of the secured credential, in hexadecimal. */
  readonly digest: string;
  /** Where the manifest says that it is. */
  readonly address: string;
  readonly issuer: string;
  readonly types: readonly string[];
  /** Category of the X.509 anchor that its signature leads to, where it leads to one. */
  readonly anchor?: string;
  /** Milliseconds since the epoch. */
  readonly validFrom?: number;
  /** Values by path (`keyOf`), by IRI of the node that they are stated of. */
  readonly stated: readonly (readonly [subject: string, values: readonly PathValues[]])[];
  /** Milliseconds since the epoch. */
  readonly validUntil?: number;
  /** IRIs of all schemes that it speaks of. */
  readonly schemes: readonly string[];
  /** Whom it accredits for which schemes, by IRI. */
  readonly accredits?: readonly Accredited[];
  /** Local names of the types of its subjects. */
  readonly subjectTypes?: readonly string[];
  /** IRI of its one subject, where labels may rest on it as a provider's own. */
  readonly subject?: string;
  /** Of a label: what it rests on. Its level is stated of `labelled(digest)`. */
  readonly label?: { readonly entries: readonly LabelEntry[] };
  readonly organisation?: NamedOrganisation;
}

/** The one subject of a credential, and the identifiers that the credential gives it. */
export interface NamedOrganisation {
  readonly subject: string;
  readonly identifiers: readonly OrganisationIdentifier[];
}

export interface Accredited {
  readonly subject: string;
  readonly scheme: string;
}

export type PathValues = readonly [path: string, values: readonly Stated[]];

/** Of one credential; a certificate says a few things of a few services. */
const MOST_SUBJECTS = 100;

/**
 * What the statements of a credential come to: by subject and path, and whom it accredits. `subjects` are the IRIs of
 * what it makes statements about. What it says of others, on the way or in a graph that it quotes, is no claim of its
 * issuer (W3C Verifiable Credentials Data Model 2.0 §4.8).
 */
export function claimsIn(
  quads: readonly Quad[],
  subjects: readonly string[],
): Pick<Claims, "stated" | "schemes" | "accredits"> {
  const asserted = quads.filter(({ graph }) => graph.termType === "DefaultGraph");
  const rows = asserted.map(({ subject, predicate, object }) => ({
    subject: statedTerm(subject),
    property: statedTerm(predicate),
    value: statedTerm(object),
  }));
  const statements = readStatements(rows, "");
  const about = [...statements].filter(([node]) => subjects.includes(node));
  const accredits = about.flatMap(([subject, details]) =>
    (details.get(mpli.accreditation.value) ?? [])
      .flatMap(({ value }) => statements.get(value)?.get(mpli.accreditedScheme.value) ?? [])
      .map(({ value: scheme }) => ({ subject, scheme })),
  );
  return {
    stated: valuesByNode(new Map(about), statements).slice(0, MOST_SUBJECTS),
    schemes: schemesIn(asserted),
    ...(accredits.length > 0 ? { accredits: accredits.slice(0, MOST_SUBJECTS) } : {}),
  };
}

function statedTerm(term: Quad["object"] | Quad["subject"] | Quad["predicate"]): Stated {
  if (term.termType === "Literal")
    return { type: "literal", value: term.value, datatype: term.datatype.value };
  return { type: term.termType === "BlankNode" ? "bnode" : "uri", value: term.value };
}
