// What the published vocabulary says of properties and names, asked of its own graph.
import { type Graphs, openGraphs } from "./graphs.ts";

const MPLI = "https://w3id.org/mpli/ns#";
const PLACE = "https://w3id.org/mpli/place/";

/** Names of places and of terms stand for their IRIs. */
export function nameToIri(name: string, comparison: string): string {
  const iri = [PLACE + name, MPLI + name].find((address) => names().has(address));
  return comparison === "AsPlace" || comparison === "AsTerm" ? (iri ?? name) : name;
}

let graphs: Graphs | undefined;
const vocabulary = () => (graphs ??= openGraphs());

let known: ReadonlySet<string> | undefined;
/** Places, service classes and schemes. */
function names(): ReadonlySet<string> {
  known ??= new Set(
    vocabulary()
      .select(
        `SELECT ?name WHERE { { ?name a/rdfs:subClassOf* mpli:Place } UNION { ?name a mpli:CertificationScheme }
         UNION { ?name rdfs:subClassOf* mpli:Service } }`,
      )
      .map(({ name }) => name?.value ?? ""),
  );
  return known;
}

export interface Described {
  readonly comparison: string;
  readonly comparedBy?: string;
  readonly isInherited: boolean;
  readonly isClosed: boolean;
}

const described = new Map<string, Described>();

/** What the vocabulary says of a property. */
export function describe(property: string): Described {
  const before = described.get(property);
  if (before) return before;
  const [row] = vocabulary().select(
    `SELECT * WHERE { <${property}> mpli:comparison ?comparison
       OPTIONAL { <${property}> mpli:comparedBy ?by } OPTIONAL { <${property}> mpli:inheritedFrom ?from }
       OPTIONAL { <${property}> mpli:absentMeans ?absent } }`,
  );
  const said: Described = {
    comparison: row?.comparison?.value.replace(MPLI, "") ?? "",
    ...(row?.by ? { comparedBy: row.by.value } : {}),
    isInherited: row?.from !== undefined,
    isClosed: row?.absent?.value === `${MPLI}violated`,
  };
  described.set(property, said);
  return said;
}
