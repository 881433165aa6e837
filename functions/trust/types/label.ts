// Whose label a Gaia-X label is: its subject has a name of its own, so only the digests in it lead to a provider.
import { mpli } from "../../kernel/generated/vocabulary.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import { type JsonObject, isObject } from "../token/jws.ts";
import { member, nodesIn, textIn, typesOf } from "./members.ts";

/** What a label says, apart from whose it is. */
export interface Label {
  /** The level as the rulebook calls it; levels of two rulebooks cannot be compared. */
  readonly level: string;
  /** The rulebook, such as CD25.10. */
  readonly rules?: string;
  /** The credentials that it rests on. */
  readonly entries: readonly LabelEntry[];
}

export interface LabelEntry {
  /** SHA-256 of the credential, in hexadecimal; absent where the label has none that can be read. */
  readonly digest?: string;
  readonly types: readonly string[];
}

export interface LabelBinding<R extends Role> {
  /** DID of the provider, or of the provider of the services, that is labelled. */
  readonly provider: string;
  /** Credentials of the services that are labelled; none where it is the provider. */
  readonly services: readonly R[];
}

export type UnboundLabel =
  | { code: "label-without-digests" | "too-many-digests" }
  | { code: "malformed-digest" | "credential-not-presented" | "type-differs"; entry: number }
  | { code: "no-provider" }
  | { code: "several-providers"; providers: readonly string[] };

/** What a credential that a label may rest on is to it. */
export interface Role {
  /** SHA-256 of the secured credential, in hexadecimal. */
  readonly digest: string;
  readonly issuer: string;
  /** Local names of the types of the credential and of its subjects. */
  readonly types: readonly string[];
}

const SERVICE = "ServiceOffering";
/** Types that a provider signs of itself and of what it sells. */
export const OF_PROVIDERS = ["LegalPerson", SERVICE];
/** A catalogue looks at no more credentials of a provider either. */
const MOST_ENTRIES = 64;

/** Reads a label (gx:LabelCredential); undefined where a credential is none. */
export function readLabel(document: JsonObject): Label | undefined {
  const [subject, ...others] = nodesIn(document["credentialSubject"]);
  const level = textIn(subject && member(subject, "labelLevel"));
  if (!typesOf(document).includes("LabelCredential") || !subject || others.length > 0 || level === undefined)
    return undefined;
  const entries = [member(subject, "compliantCredentials") ?? []].flat().map((entry) => {
    // One that is an id alone has no digest here, and is not passed over.
    const node = isObject(entry) ? entry : {};
    const digest = hexOf(textIn(member(node, "digestSRI")) ?? "");
    return { types: labelledTypes(node), ...(digest === undefined ? {} : { digest }) };
  });
  const rules = textIn(member(subject, "rulesVersion"));
  return { level, entries, ...(rules === undefined ? {} : { rules }) };
}

/**
 * Follows every digest of a verified label to a verified credential, and gives whose these are. A digest is one of the
 * compact token, in hexadecimal or base64. One that leads nowhere refuses the whole: what was labelled would be
 * something else than what is shown. A label that another rests on leads no further.
 */
export function followLabel<R extends Role>(
  { entries }: Pick<Label, "entries">,
  presented: readonly R[],
): Result<LabelBinding<R>, UnboundLabel> {
  if (entries.length === 0) return refused({ code: "label-without-digests" });
  if (entries.length > MOST_ENTRIES) return refused({ code: "too-many-digests" });
  const owned: R[] = [];
  for (const [entry, { digest, types }] of entries.entries()) {
    if (digest === undefined) return refused({ code: "malformed-digest", entry });
    const found = presented.find((one) => one.digest === digest);
    if (!found) return refused({ code: "credential-not-presented", entry });
    if (!types.every((type) => found.types.includes(type))) return refused({ code: "type-differs", entry });
    if (found.types.some((type) => OF_PROVIDERS.includes(type))) owned.push(found);
  }
  const [provider, ...more] = new Set(owned.map(({ issuer }) => issuer));
  if (provider === undefined) return refused({ code: "no-provider" });
  if (more.length > 0) return refused({ code: "several-providers", providers: [provider, ...more] });
  return ok({ provider, services: owned.filter(({ types }) => types.includes(SERVICE)) });
}

/** Some houses write the type under a name of its own, since `type` is taken by JSON-LD. */
function labelledTypes(node: JsonObject): readonly string[] {
  const named = textIn(member(node, "credentialType"));
  return [...new Set(named === undefined ? typesOf(node) : typesOf({ type: named }))];
}

/**
 * The certification scheme that a label is of, where its rulebook is the Compliance Document of Gaia-X: others have
 * levels of their own, under the same property.
 */
export function schemeOf({ level, rules }: Label): string | undefined {
  if (!/^CD\d/.test(rules ?? "")) return undefined;
  return Object.hasOwn(SCHEMES, level) ? SCHEMES[level] : undefined;
}

const SCHEMES: Readonly<Record<string, string>> = {
  SC: mpli.GaiaXStandardCompliance.value,
  L1: mpli.GaiaXLabelLevel1.value,
  L2: mpli.GaiaXLabelLevel2.value,
  L3: mpli.GaiaXLabelLevel3.value,
};

/** The digest of `sha256-…`, written in hexadecimal or, as the W3C has it (Subresource Integrity), in base64. */
function hexOf(sri: string): string | undefined {
  const [, encoded = ""] = /^sha256-(.+)$/.exec(sri) ?? [];
  if (/^[0-9a-f]{64}$/i.test(encoded)) return encoded.toLowerCase();
  if (!/^[A-Za-z0-9+/]{43}=$/.test(encoded)) return undefined;
  const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
