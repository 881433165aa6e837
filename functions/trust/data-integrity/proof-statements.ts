// The statements of what a proof says of itself, written down directly: the same as the library writes, and cheap.
import { ILLEGAL_IN_IRI } from "../../kernel/expanded.ts";
import type { Json } from "../../kernel/json.ts";
import { type Result, ok } from "../../kernel/result.ts";
import { CREDENTIALS_CONTEXT } from "../credential/model.ts";
import { instantOf } from "../credential/time.ts";
import type { JsonObject } from "../token/jws.ts";
import { isCryptosuite } from "./curves.ts";
import { type ProofRefusal, refuse } from "./refusals.ts";

const XSD = "http://www.w3.org/2001/XMLSchema#";
const SECURITY = "https://w3id.org/security#";

/** Each of these defines all terms of proofs, and protects them against whatever stands beside it. */
const DEFINING = [CREDENTIALS_CONTEXT, "https://w3id.org/security/data-integrity/v2"];

/** The names of purposes in the vocabulary. */
const PURPOSES: Readonly<Record<string, string>> = {
  assertionMethod: "assertionMethod",
  authentication: "authenticationMethod",
};

interface Member {
  readonly predicate: string;
  /** Whether a text is a value of it that comes to one statement. */
  readonly fits: (value: string) => boolean;
  readonly spell: (value: string) => string;
}

const iri = (value: string) => `<${value}>`;
/** Of a scheme that no context takes for a prefix. */
const isIri = (value: string) => /^(?:did|https?|urn):./.test(value) && !ILLEGAL_IN_IRI.test(value);

const time = (predicate: string): Member => ({
  predicate,
  fits: (value) => instantOf(value) !== undefined,
  spell: (value) => `"${value}"^^<${XSD}dateTime>`,
});

/** Without control characters, JSON escapes a text as N-Quads do. */
const text = (predicate: string): Member => ({
  predicate,
  fits: (value) => !/\p{Cc}/u.test(value) && value.isWellFormed(),
  spell: (value) => JSON.stringify(value),
});

/** Each member that a proof may have, apart from its `id` and its signature (MPLI-TRUST-073). */
const MEMBERS: ReadonlyMap<string, Member> = new Map([
  [
    "type",
    {
      predicate: "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
      fits: (value) => value === "DataIntegrityProof",
      spell: (value) => iri(SECURITY + value),
    },
  ],
  [
    "cryptosuite",
    {
      predicate: `${SECURITY}cryptosuite`,
      fits: isCryptosuite,
      spell: (value) => `"${value}"^^<${SECURITY}cryptosuiteString>`,
    },
  ],
  ["verificationMethod", { predicate: `${SECURITY}verificationMethod`, fits: isIri, spell: iri }],
  [
    "proofPurpose",
    {
      predicate: `${SECURITY}proofPurpose`,
      fits: (value) => Object.hasOwn(PURPOSES, value),
      spell: (value) => iri(SECURITY + PURPOSES[value]),
    },
  ],
  ["created", time("http://purl.org/dc/terms/created")],
  ["expires", time(`${SECURITY}expiration`)],
  ["domain", text(`${SECURITY}domain`)],
  ["challenge", text(`${SECURITY}challenge`)],
  ["nonce", text(`${SECURITY}nonce`)],
]);

/**
 * Canonical N-Quads of a proof's own members, under contexts that define them; its `proofValue` is no part of them. Refuses
 * any other member and any other value: a full IRI in place of `expires` would come to the same statement, and nobody who
 * looks for `expires` would find it.
 */
export function proofStatements({
  id,
  proofValue: _value,
  "@context": _context,
  ...members
}: JsonObject): Result<string, ProofRefusal> {
  if (id !== undefined && !(typeof id === "string" && isIri(id))) return refuse("malformed-proof", "id");
  const subject = id === undefined ? "_:c14n0" : iri(id);
  const lines = new Set<string>();
  for (const [name, value] of Object.entries(members)) {
    const member = MEMBERS.get(name);
    const values = textsIn(name, value);
    if (!member || values.length === 0 || !values.every(member.fits)) return refuse("malformed-proof", name);
    for (const one of values) lines.add(`${subject} <${member.predicate}> ${member.spell(one)} .\n`);
  }
  return ok([...lines].sort().join(""));
}

/** A proof may be for several domains. */
function textsIn(name: string, value: Json): readonly string[] {
  const values = name === "domain" ? [value].flat() : [value];
  return values.every((one) => typeof one === "string") ? values : [];
}

/** Whether one of the contexts of a document defines the terms of its proof. */
export function definesProofs({ "@context": context = [] }: JsonObject): boolean {
  return [context].flat().some((one) => typeof one === "string" && DEFINING.includes(one));
}
