// Writes functions/kernel/generated/ from the vocabulary, the context and the shapes; with --check, only compares.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { DataFactory, Parser, Store, type Term } from "n3";

const { namedNode } = DataFactory;

/** Namespaces, and of those that are not ours the terms that the code names. */
const NAMESPACES = {
  mpli: { iri: "https://w3id.org/mpli/ns#" },
  schema: {
    iri: "http://schema.org/",
    terms:
      "Offer Demand Organization Service Place Certification UnitPriceSpecification QuantitativeValue name description sku url price priceCurrency valueAddedTaxIncluded minValue maxValue latitude longitude domainIncludes",
  },
  dct: {
    iri: "http://purl.org/dc/terms/",
    terms:
      "title description source license rights isVersionOf isPartOf hasPart modified issued created conformsTo provenance",
  },
  dcat: { iri: "http://www.w3.org/ns/dcat#", terms: "Catalog Resource mediaType endpointURL" },
  sh: {
    iri: "http://www.w3.org/ns/shacl#",
    terms:
      "path zeroOrMorePath hasValue in minInclusive maxInclusive minExclusive maxExclusive pattern datatype class nodeKind qualifiedValueShape qualifiedMinCount or and not name description defaultValue NodeShape PropertyShape message focusNode resultMessage ValidationReport",
  },
  rdf: {
    iri: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    terms: "type first rest nil value Property List JSON langString",
  },
  rdfs: {
    iri: "http://www.w3.org/2000/01/rdf-schema#",
    terms: "Class Resource label comment domain range subClassOf seeAlso",
  },
  xsd: {
    iri: "http://www.w3.org/2001/XMLSchema#",
    terms: "string integer decimal double boolean dateTime date anyURI nonNegativeInteger",
  },
  tree: {
    iri: "https://w3id.org/tree#",
    terms:
      "Collection Node Relation GreaterThanRelation GreaterThanOrEqualToRelation LessThanRelation LessThanOrEqualToRelation member view relation node path value shape remainingItems",
  },
  ldes: {
    iri: "https://w3id.org/ldes#",
    terms:
      "EventStream versionOfPath timestampPath sequencePath versionDeleteObject versionDeletePath versionCreateObject versionUpdateObject versionCreatePath retentionPolicy pollingInterval immutable",
  },
  hydra: {
    iri: "http://www.w3.org/ns/hydra/core#",
    terms: "Collection PartialCollectionView member view next previous first last totalItems",
  },
  as: {
    iri: "https://www.w3.org/ns/activitystreams#",
    terms: "Create Update Delete Tombstone object published formerType deleted",
  },
  prov: { iri: "http://www.w3.org/ns/prov#", terms: "Entity wasDerivedFrom wasAttributedTo generatedAtTime" },
  skos: {
    iri: "http://www.w3.org/2004/02/skos/core#",
    terms: "broader exactMatch closeMatch notation prefLabel",
  },
  cdt: { iri: "https://w3id.org/cdt/", terms: "ucum" },
} as const satisfies Record<string, { iri: string; terms?: string }>;

const CONTEXT = "https://w3id.org/mpli/context/v1";
const CREDENTIALS = "https://w3id.org/mpli/credentials/v1";
const SHAPES = ["manifest", "demand", "node", "credentials"];
const PLACES = "https://w3id.org/mpli/place/";
const OUTPUT = "functions/kernel/generated/";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const graph = (path: string) => new Store(new Parser().parse(read(path)));

const ontology = graph("schemas/vocab/mpli.ttl");
const world = graph("schemas/vocab/places.ttl");
const context = JSON.parse(read("schemas/context/v1.jsonld")) as { "@context": Record<string, unknown> };
const credentials = JSON.parse(read("schemas/context/credentials-v1.jsonld")) as object;

/** A prefixed name of the table above as a term. */
function term(name: string) {
  const [prefix, local] = name.split(":") as [keyof typeof NAMESPACES, string];
  return namedNode(NAMESPACES[prefix].iri + local);
}

const values = (source: Store, subject: Term, predicate: string) =>
  source.getObjects(subject, term(predicate), null);
const value = (source: Store, subject: Term, predicate: string) =>
  values(source, subject, predicate)[0]?.value;
const local = (iri: string) => iri.replace(/^.*[#/]/, "");
const byIri = (a: Term, b: Term) => (a.value < b.value ? -1 : 1);
const inOrder = (terms: Term[]) =>
  [...new Map(terms.map((each) => [each.value, each])).values()].toSorted(byIri);

/** The JSON key of each property IRI, read from the context. */
const keys = new Map(
  Object.entries(context["@context"]).flatMap(([key, definition]): [string, string][] => {
    const id = typeof definition === "string" ? definition : (definition as { "@id"?: string })?.["@id"];
    return id?.includes(":") && !id.includes("//") ? [[term(id).value, key]] : [];
  }),
);

const COMPARISONS: Record<string, string> = {
  AsQuantity: "quantity",
  AsNumber: "number",
  AsVersion: "version",
  AsText: "text",
  AsPlace: "place",
  AsTerm: "term",
  AsBoolean: "boolean",
};

const subclasses = (ancestor: Term): Term[] => [
  ancestor,
  ...ontology.getSubjects(term("rdfs:subClassOf"), ancestor, null).flatMap(subclasses),
];

/** The classes, subclasses included, of which a node may have the property. */
const standsOnOf = (subject: Term) =>
  inOrder(
    ["rdfs:domain", "schema:domainIncludes"].flatMap((predicate) =>
      values(ontology, subject, predicate).flatMap(subclasses),
    ),
  ).map(({ value: iri }) => iri);

const compared = ontology.getSubjects(term("mpli:comparison"), null, null);

/** Classes of nodes that have something to compare. */
const detailed = new Set(compared.flatMap(standsOnOf));

const DATATYPE = /^(http:\/\/www\.w3\.org\/2001\/XMLSchema#|https:\/\/w3id\.org\/cdt\/)/;

function property(subject: Term) {
  const of = (predicate: string) => value(ontology, subject, predicate);
  const [range, unit, comparedBy, comparison] = [
    of("rdfs:range"),
    of("mpli:dimensionUnit"),
    of("mpli:comparedBy"),
    COMPARISONS[local(of("mpli:comparison") ?? "")],
  ];
  if (!comparison) throw new Error(`${subject.value} has no known mpli:comparison`);
  const standsOn = standsOnOf(subject);
  const inherited = of("mpli:inheritedFrom") !== undefined;
  return {
    name: keys.get(subject.value) ?? local(subject.value),
    label: of("rdfs:label"),
    comparison,
    ...(range && DATATYPE.test(range) ? { datatype: range } : {}),
    ...(unit ? { unit } : {}),
    ...(comparedBy ? { comparedBy } : {}),
    absent: local(of("mpli:absentMeans") ?? "unknown"),
    inherited,
    onOffer: inherited || standsOn.includes(term("mpli:Offer").value),
    standsOn,
    ...(range && detailed.has(range) ? { leadsTo: range } : {}),
  };
}

function table(subjects: Term[], row: (subject: Term) => object): string {
  return JSON.stringify(
    Object.fromEntries(inOrder(subjects).map((subject) => [subject.value, row(subject)])),
  );
}

const named = (subject: Term) => ({
  name: local(subject.value),
  label: value(ontology, subject, "rdfs:label"),
});

const classes = ontology.getSubjects(term("rdf:type"), term("rdfs:Class"), null);
const individuals = ["CertificationScheme", "Period", "Comparison", "AbsentReading"].flatMap((type) =>
  ontology
    .getSubjects(term("rdf:type"), term(`mpli:${type}`), null)
    .map((subject) => ({ subject, type: term(`mpli:${type}`) })),
);

function namespace([prefix, { iri, ...rest }]: [string, { iri: string; terms?: string }]): string {
  const own = inOrder(ontology.getSubjects(null, null, null)).map((subject) => subject.value);
  const names =
    rest.terms?.split(" ") ?? own.filter((each) => each.startsWith(iri) && each !== iri).map(local);
  const lines = names.map((name) => `${JSON.stringify(name)}: namedNode(${JSON.stringify(iri + name)})`);
  return `export const ${prefix} = { ${lines.join(", ")} } as const;`;
}

const vocabulary = () => `import { DataFactory } from "n3";

const { namedNode } = DataFactory;

export const prefixes: Readonly<Record<string, string>> = ${JSON.stringify({
  ...Object.fromEntries(Object.entries(NAMESPACES).map(([prefix, { iri }]) => [prefix, iri])),
  place: PLACES,
})};

${Object.entries(NAMESPACES).map(namespace).join("\n\n")}

/** How the values of a property are compared with a bound. */
export type Comparison = "quantity" | "number" | "version" | "text" | "place" | "term" | "boolean";

/** What the ontology says about a property that facts and requirements are about. */
export interface Property {
  /** The key of the property in JSON. */
  readonly name: string;
  readonly label: string;
  readonly comparison: Comparison;
  /** The datatype of its literals, where it has any. */
  readonly datatype?: string;
  /** The UCUM unit that every value converts to. */
  readonly unit?: string;
  /** The property of the value's node that holds what is compared. */
  readonly comparedBy?: string;
  /** What a requirement concludes when the fact is absent. */
  readonly absent: "unknown" | "violated";
  /** Whether an offer has the fact when its provider has it. */
  readonly inherited: boolean;
  /** Whether an offer can have the fact, of its own or of its provider's. */
  readonly onOffer: boolean;
  /** IRIs of the classes, subclasses included, of which a node can have the fact. */
  readonly standsOn: readonly string[];
  /** IRI of the class of the nodes that are its values, where those have facts of their own. */
  readonly leadsTo?: string;
}

export const properties: Readonly<Record<string, Property>> = ${table(compared, property)};

export const classes: Readonly<Record<string, { name: string; label: string; parents: readonly string[] }>> = ${table(
  classes,
  (subject) => ({
    ...named(subject),
    parents: values(ontology, subject, "rdfs:subClassOf").map((each) => each.value),
  }),
)};

/** A term of the ontology that is no class: a scheme, a period. */
export interface Individual {
  readonly name: string;
  readonly label: string;
  /** IRI of its class. */
  readonly type: string;
  /** IRIs of the individuals that it is narrower than. */
  readonly broader?: readonly string[];
}

export const individuals: Readonly<Record<string, Individual>> = ${table(
  individuals.map(({ subject }) => subject),
  (subject) => {
    const broader = values(ontology, subject, "skos:broader").map((each) => each.value);
    return {
      ...named(subject),
      type: individuals.find((each) => each.subject.equals(subject))?.type.value,
      ...(broader.length > 0 ? { broader } : {}),
    };
  },
)};
`;

const contexts = () =>
  `export const contexts: Readonly<Record<string, object>> = ${JSON.stringify({ [CONTEXT]: context })};

/** The one that credentials name besides that of W3C; a document of ours does not. */
export const credentialContexts: Readonly<Record<string, object>> = ${JSON.stringify({ [CREDENTIALS]: credentials })};
`;

const places = () =>
  `export const places: Readonly<Record<string, { code: string; name: string; within: readonly string[] }>> = ${table(
    world.getSubjects(term("rdf:type"), null, null),
    (subject) => ({
      code: subject.value.slice(PLACES.length),
      name: value(world, subject, "rdfs:label"),
      within: values(world, subject, "mpli:within").map((each) => each.value),
    }),
  )};\n`;

const shapes = () =>
  `export const shapes = { ${SHAPES.map((name) => `${name}: ${template(read(`schemas/shapes/${name}.ttl`))}`).join(", ")} } as const;

export type ShapesName = keyof typeof shapes;
`;

const ontologies = () =>
  `export const ontologies = { ns: ${template(read("schemas/vocab/mpli.ttl"))}, place: ${template(read("schemas/vocab/places.ttl"))} } as const;\n`;

const template = (text: string) => `\`${text.replace(/[\\`]|\$\{/g, "\\$&")}\``;

const FILES = {
  "vocabulary.ts": {
    about: "The vocabulary as typed terms, and what the ontology says of each.",
    body: vocabulary,
  },
  "context.ts": { about: "The JSON-LD contexts that documents may name.", body: contexts },
  "places.ts": { about: "Countries, unions and continents, and what lies within what.", body: places },
  "shapes.ts": { about: "The SHACL shapes of each document.", body: shapes },
  "ontologies.ts": {
    about: "The vocabulary and the places as they are published, in Turtle.",
    body: ontologies,
  },
};

function formatted(name: string, { about, body }: { about: string; body: () => string }): string {
  const text = `// ${about} Generated from schemas/ by \`npm run generate\`: edit there.\n${body()}`;
  const biome = spawnSync("node_modules/.bin/biome", ["format", `--stdin-file-path=${OUTPUT}${name}`], {
    cwd: root,
    input: text,
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  if (biome.status !== 0) throw new Error(`biome could not format ${name}: ${biome.stderr}`);
  return biome.stdout;
}

const current = (name: string) => {
  try {
    return read(OUTPUT + name);
  } catch {
    return undefined;
  }
};

const stale = Object.entries(FILES)
  .map(([name, file]) => ({ name, text: formatted(name, file) }))
  .filter(({ name, text }) => current(name) !== text);

if (process.argv.includes("--check")) {
  for (const { name } of stale) console.error(`${OUTPUT}${name} is stale: run npm run generate`);
  if (stale.length > 0) process.exitCode = 1;
} else for (const { name, text } of stale) writeFileSync(join(root, OUTPUT, name), text);
