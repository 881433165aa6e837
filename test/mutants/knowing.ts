// Faults in the facts that the rules read: statements are seen from the offers and the provider, spoilt, and put back.
import type { DocumentFacts, Row } from "../../functions/compatibility/ports.ts";
import { Segments, segmentMemory } from "../../functions/compatibility/segment/segments.ts";
import { mpli } from "../../functions/kernel/generated/vocabulary.ts";
import { ok } from "../../functions/kernel/result.ts";
import type { Spoil } from "./mutant.ts";

/** Whose facts the rows are. What offers inherit are facts of the provider; what places lie in comes with them. */
export type About = "?place ?area" | "?offer";

/**
 * Spoils rows of `?offer ?key ?value` for a fact of an offer, or of the provider, and of `?offer ?key ?node ?detail ?value`
 * for a fact of the node that it points to; with the provider's, rows of `?place ?area`. `provider` has the sound rows of
 * the provider, as far as this document knows it.
 */
export type Rows = (all: readonly Row[], about: About, provider: readonly Row[]) => readonly Row[];

/** The facts that the rules read. Nothing is kept of what others read. */
export function knowing({ rows }: { readonly rows: Rows }): Spoil {
  return {
    host: (host) => {
      const { facts } = host.compatibility;
      if (!(facts instanceof Segments)) throw new Error("the reference node reads facts from segments");
      const { documents } = facts.ports;
      const spoilt: DocumentFacts = {
        async select(document, sparql) {
          const found = await documents.select(document, sparql);
          return found.ok ? ok(spoil(found.value, rows)) : found;
        },
      };
      const reading = new Segments({ documents: spoilt, memory: segmentMemory() });
      return { ...host, compatibility: { ...host.compatibility, facts: reading } };
    },
  };
}

function spoil(statements: readonly Row[], rows: Rows): Row[] {
  const bySubject = Map.groupBy(statements, ({ subject }) => subject?.value ?? "");
  const objectsOf = ({ value }: { readonly value: string }) =>
    new Set(
      statements.filter(({ property }) => property?.value === value).map((row) => row["value"]?.value ?? ""),
    );
  const seen = new Set<Row>();
  const factsOf = (subjects: ReadonlySet<string>): Row[] =>
    [...subjects].flatMap((iri) =>
      (bySubject.get(iri) ?? []).flatMap((row) => {
        seen.add(row);
        const { subject: offer, property: key, value } = row;
        const details = value?.type === "bnode" ? (bySubject.get(value.value) ?? []) : [];
        for (const detail of details) seen.add(detail);
        return [
          { offer, key, value },
          ...details.map((detail) => ({
            offer,
            key,
            node: value,
            detail: detail["property"],
            value: detail["value"],
          })),
        ];
      }),
    );
  const provider = factsOf(objectsOf(mpli.provider));
  const offers = factsOf(objectsOf(mpli.offer));
  const within = statements.filter(({ property }) => property?.value === mpli.within.value);
  for (const row of within) seen.add(row);
  const places = within.map(({ subject: place, value: area }) => ({ place, area }));
  const spoilt = [
    ...rows([...provider, ...places], "?place ?area", provider),
    ...rows(offers, "?offer", provider),
  ];
  return [...statements.filter((row) => !seen.has(row)), ...spoilt.map(statement)];
}

function statement({ offer, key, node, detail, value, place, area }: Row): Row {
  if (place) return { subject: place, property: { type: "uri", value: mpli.within.value }, value: area };
  return node ? { subject: node, property: detail, value } : { subject: offer, property: key, value };
}
