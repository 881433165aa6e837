// The two SPARQL queries of matching: what a document's offers state, and what a head says of provider and regions.
import { mpli, properties, schema } from "../../kernel/generated/vocabulary.ts";

const iri = ({ value }: { readonly value: string }) => `<${value}>`;

/** Properties whose value is a node, and what is read of that node: (property, detail) pairs. */
const NODES = [
  [mpli.price, schema.price],
  [mpli.price, schema.priceCurrency],
  [mpli.price, mpli.per],
  [mpli.price, mpli.appliesIn],
  [mpli.price, mpli.tier],
  [mpli.prerequisite, mpli.ask],
  [mpli.prerequisite, schema.url],
] as const;

/** Facts that matching reads of every offer, whatever is asked. */
const ALWAYS = [
  schema.name,
  mpli.offerStatus,
  mpli.serviceClass,
  mpli.region,
  mpli.price,
  mpli.prerequisite,
] as const;

interface Wanted {
  /** SPARQL for the values of `?key`. */
  readonly keys: string;
  /** SPARQL for the values of `(?key ?detail)`. */
  readonly details: string;
}

function wanted(asked: readonly string[], isRelevant: (property: string) => boolean): Wanted {
  const nodes = NODES.filter(([property]) => isRelevant(property.value)).map(
    ([key, detail]) => `(${iri(key)} ${iri(detail)})`,
  );
  const relevant = asked.filter(isRelevant);
  const compared = relevant.flatMap((key) => {
    const detail = properties[key]?.comparedBy;
    return detail ? [`(<${key}> <${detail}>)`] : [];
  });
  const keys = new Set(
    [...ALWAYS.map(({ value }) => value).filter(isRelevant), ...relevant].map((key) => `<${key}>`),
  );
  return { keys: [...keys].join(" "), details: [...new Set([...nodes, ...compared])].join(" ") };
}

/**
 * Every offer of the document in one of `classes`: rows of `?offer ?key ?value` for a fact, and with `?node ?detail`
 * for a fact of the node that the fact points to. `asked` are IRIs of properties of the ontology.
 */
export function offersQuery(classes: readonly string[], asked: readonly string[]): string {
  const { keys, details } = wanted(asked, () => true);
  return `SELECT ?offer ?key ?node ?detail ?value WHERE {
  VALUES ?class { ${classes.map((name) => `<${name}>`).join(" ")} }
  ?offer ${iri(mpli.serviceClass)} ?class .
  ?manifest ${iri(mpli.offer)} ?offer .
  {
    VALUES ?key { ${keys} }
    ?offer ?key ?value .
  } UNION {
    VALUES (?key ?detail) { ${details} }
    ?offer ?key ?node .
    ?node ?detail ?value .
  }
}`;
}

/** Whether offers have a fact because their provider has it, in the ontology's words. */
export function isInherited(property: string): boolean {
  return Object.hasOwn(properties, property) && properties[property]?.inherited === true;
}

/** What the provider states that its offers inherit, in the same rows; and `?place ?area` for each stated containment. */
export function headQuery(asked: readonly string[]): string {
  const { keys, details } = wanted(asked, isInherited);
  return `SELECT ?offer ?key ?node ?detail ?value ?place ?area WHERE {
  {
    ?manifest ${iri(mpli.provider)} ?offer .
    {
      VALUES ?key { ${keys} }
      ?offer ?key ?value .
    } UNION {
      VALUES (?key ?detail) { ${details} }
      ?offer ?key ?node .
      ?node ?detail ?value .
    }
  } UNION {
    ?place ${iri(mpli.within)} ?area .
  }
}`;
}
