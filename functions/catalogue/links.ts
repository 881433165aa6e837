// The credentials that a manifest links: which of them are looked at, and under which names.
import { sha256Hex } from "../kernel/digest.ts";
import { mpli } from "../kernel/generated/vocabulary.ts";
import type { Store } from "../kernel/graph.ts";
import type { TextStore } from "../compatibility/evidence/kept-claims.ts";
import type { HarvestedDocument, Snapshot } from "./ports.ts";

/** Of one manifest; what it links beyond these is not looked at. */
export const MOST_CREDENTIALS = 64;
const LONGEST_ADDRESS = 2_000;
/** How a credential is named that a manifest carries in itself: by its digest. */
export const EMBEDDED = "urn:sha-256:";

/** The addresses of the credentials that a document links; those that stand in it are kept under a name of their own. */
export async function linkedCredentials(document: Store, texts: TextStore): Promise<string[]> {
  const linked = document
    .getObjects(null, mpli.credential, null)
    .filter((link) => link.termType === "NamedNode");
  // Only this node names what it keeps.
  const values = linked.map(({ value }) => value).filter((value) => !value.startsWith(EMBEDDED));
  const addresses = [...new Set(values)].sort().slice(0, MOST_CREDENTIALS);
  const named = addresses.map(async (address) => {
    if (!address.startsWith("data:")) return address;
    const name = sha256Hex(address);
    await texts.put(name, address);
    return EMBEDDED + name;
  });
  return (await Promise.all(named)).filter(({ length }) => length <= LONGEST_ADDRESS);
}

/** The documents with the links to credentials that are looked at: a manifest may have two hundred pages full of others. */
export function withFewLinks<D extends Pick<HarvestedDocument, "credentials">>(documents: readonly D[]): D[] {
  const all = documents.flatMap(({ credentials = [] }) => credentials);
  const few = new Set([...new Set(all)].sort().slice(0, MOST_CREDENTIALS));
  return documents.map(({ credentials, ...rest }) => ({
    ...(rest as D),
    ...(credentials ? { credentials: credentials.filter((address) => few.has(address)) } : {}),
  }));
}

/** The addresses of the credentials of a snapshot that are looked at, each once, in order. */
export function linksOf(snapshot: Pick<Snapshot, "documents" | "credentials">): string[] {
  const linking = [snapshot, ...snapshot.documents];
  const links = new Set(linking.flatMap(({ credentials = [] }) => credentials));
  return [...links].sort().slice(0, MOST_CREDENTIALS);
}
