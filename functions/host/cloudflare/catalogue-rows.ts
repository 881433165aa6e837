// A registration as rows: what is known of credentials apart from the rest, since a row holds two million bytes.
import type { HarvestedDocument, Registration, Snapshot } from "../../catalogue/ports.ts";

export interface Rows {
  readonly provider: string;
  /** What is known of its credentials, and when they are looked at. */
  readonly evidence: string;
}

type Evidence = Pick<Registration, "evidence" | "looks">;
type PackedDocument = Omit<HarvestedDocument, "credentials"> & { readonly credentials?: readonly number[] };
type Packed = Omit<Registration, keyof Evidence | "snapshot"> & {
  readonly snapshot?: Omit<Snapshot, "documents"> & { readonly documents: readonly PackedDocument[] };
  /** Addresses that documents link, each once: two hundred pages may link the same ones. */
  readonly links?: readonly string[];
};

export function rowsOf({ evidence, looks, snapshot, ...rest }: Registration): Rows {
  const links = [...new Set(snapshot?.documents.flatMap(({ credentials = [] }) => credentials))];
  const places = new Map(links.map((address, index) => [address, index]));
  const pack = ({ credentials, ...document }: HarvestedDocument): PackedDocument => ({
    ...document,
    ...(credentials ? { credentials: credentials.flatMap((address) => places.get(address) ?? []) } : {}),
  });
  const packed: Packed = {
    ...rest,
    ...(links.length > 0 ? { links } : {}),
    ...(snapshot ? { snapshot: { ...snapshot, documents: snapshot.documents.map(pack) } } : {}),
  };
  const known: Evidence = { ...(evidence ? { evidence } : {}), ...(looks ? { looks } : {}) };
  return { provider: JSON.stringify(packed), evidence: JSON.stringify(known) };
}

/** Of rows that this node wrote. */
export function registrationIn({ provider, evidence }: Rows): Registration {
  const { links = [], snapshot, ...rest } = JSON.parse(provider) as Packed;
  // Rows that were written before there was a list have the addresses themselves.
  const addressAt = (place: number | string) => (typeof place === "string" ? place : (links[place] ?? []));
  const unpack = ({ credentials, ...document }: PackedDocument): HarvestedDocument => ({
    ...document,
    ...(credentials ? { credentials: credentials.flatMap(addressAt) } : {}),
  });
  return {
    ...rest,
    ...(JSON.parse(evidence) as Evidence),
    ...(snapshot ? { snapshot: { ...snapshot, documents: snapshot.documents.map(unpack) } } : {}),
  };
}
