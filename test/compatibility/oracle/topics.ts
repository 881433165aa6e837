// What random manifests state and random demands ask about, drawn from the same few values so that they often meet.
import fc from "fast-check";

export type Json = string | number | boolean | null | readonly Json[] | { readonly [member: string]: Json };
export type Members = { readonly [member: string]: Json };

/** Operators by kind of comparison, as the chapter's tables allow them. */
const EQUAL = ["is", "isOneOf"] as const;
const ORDER = ["atLeast", "moreThan", "atMost", "lessThan"] as const;

export interface Topic {
  /** `on`, or the steps of `path`. */
  readonly on: string | readonly Json[];
  /** Values that a bound can have. */
  readonly values: readonly Json[];
  readonly operators: readonly string[];
  readonly patterns?: readonly string[];
  readonly datatypes?: readonly string[];
  readonly kinds?: readonly string[];
}

export const text = (on: Topic["on"], values: readonly string[], patterns: readonly string[]): Topic => ({
  on,
  values,
  operators: [...EQUAL, "matches", "datatype"],
  patterns,
  datatypes: ["string", "string", "integer"],
});
export const number = (on: Topic["on"], values: readonly Json[]): Topic => ({
  on,
  values,
  operators: [...EQUAL, ...ORDER, ...ORDER, "datatype"],
  datatypes: ["integer", "decimal"],
});
export const quantity = (on: string, values: readonly string[]): Topic => ({
  on,
  values,
  operators: [...EQUAL, ...ORDER, ...ORDER, "datatype"],
  datatypes: ["ucum", "ucum", "string"],
});
export const version = (on: string, values: readonly string[] = VERSIONS): Topic => ({
  on,
  values,
  operators: [...EQUAL, ...ORDER, ...ORDER],
});
export const term = (on: Topic["on"], values: readonly string[], kinds: readonly string[] = []): Topic => ({
  on,
  values,
  operators: kinds.length > 0 ? [...EQUAL, ...EQUAL, "kind"] : EQUAL,
  kinds,
});

export const VERSIONS = [
  "9.6",
  "15.8",
  "16",
  "16.0",
  "16.4",
  "v16.4.2",
  "16-rc.1",
  "16.4-rc.2",
  "16.4-beta.1",
  "16.x",
  "16.4-gke.100",
  "17",
  "1.9",
  "1.30",
  "1.30.2",
] as const;
export const MEMORIES = [
  "16 GiBy",
  "32 GiBy",
  "32768 MiBy",
  "32 GBy",
  "34359738368 By",
  "0.064 TBy",
  "274877906944 bit",
] as const;
export const RATES = ["1 Gbit/s", "1000 Mbit/s", "125 MBy/s", "10 Gbit/s", "0.5 Gbit/s"] as const;
export const TRAFFIC = ["1 TBy/mo", "12 TBy/a", "20 TBy/mo", "0.5 GBy/h", "1 GiBy/mo"] as const;
export const ENGINES = ["postgresql", "mysql", "mariadb", "PostgreSQL", "pg"] as const;
export const FORMATS = ["pg_dump-custom/16", "csv/1", "parquet/2"] as const;
export const TOKENS = ["legal-person", "terms", "vat-number"] as const;
export const TOOLS = ["ansible", "opentofu", "webhook"] as const;
export const CITIES = ["Amsterdam", "Berlin"] as const;
export const SCHEMES = ["ISO27001", "C5", "GDPRCoC", "EUCloudCoC", "CISPECoC"] as const;
export const CLASSES = [
  "RelationalDatabase",
  "DocumentDatabase",
  "VirtualMachine",
  "KubernetesCluster",
] as const;
export const TERMS = ["https://a.example/terms", "https://a.example/other-terms"] as const;
export const CREDENTIALS = ["https://a.example/credentials/iso", "https://a.example/credentials/c5"] as const;

/** Regions of the provider by name, and what each lies within: some in circles, some nowhere. */
export const REGIONS: Readonly<Record<string, readonly string[]>> = {
  ams: ["NL"],
  "ams-1": ["/regions/ams"],
  fra: ["DE"],
  zrh: ["CH"],
  nyc: ["US"],
  cayenne: ["GF", "EU"],
  europe: ["Europe"],
  union: ["EU"],
  nowhere: [],
  "loop-a": ["/regions/loop-b"],
  "loop-b": ["/regions/loop-a"],
};
export const regionIri = (name: string) => `https://a.example/regions/${name}`;
export const REGION_IRIS = Object.keys(REGIONS).map(regionIri);

const AREAS = ["EU", "EU", "EEA", "NL", "DE", "CH", "US", "Europe", regionIri("ams"), regionIri("loop-a")];
export const place = (on: Topic["on"], values: readonly string[]): Topic => ({
  on,
  values,
  operators: [...EQUAL, "within", "within", "within", "within", "kind"],
  kinds: ["Region", "Place", "Country"],
});
const upward = (on: string): Topic => ({
  on: [on, { zeroOrMore: "within" }],
  values: AREAS,
  operators: EQUAL,
});

export const TOPICS: readonly Topic[] = [
  quantity("memory", MEMORIES),
  quantity("memory", MEMORIES),
  quantity("networkBandwidth", RATES),
  quantity("outboundTraffic", TRAFFIC),
  number("vcpus", [2, 4, "4", 8, 3.5]),
  number("iops", [3000, 16000]),
  number(["region", "latitude"], [52.37, 50, 40.5]),
  version("engineVersion"),
  version("engineVersion"),
  version("kubernetesVersion"),
  text("engine", ENGINES, ["^(my|postgre)sql$", "sql", "^P"]),
  text("name", ["Small", "Large"], ["^S", "e$"]),
  text("status", ["active", "retired"], ["ed$"]),
  text("delivery", TOOLS, ["^a"]),
  text("portability", FORMATS, ["^csv"]),
  text(["portability", "importFormat"], FORMATS, ["/16$"]),
  text("prerequisite", TOKENS, ["person"]),
  text(["prerequisite", "ask"], TOKENS, ["^t"]),
  text(["region", "city"], CITIES, ["^A"]),
  { on: ["region", "renewableEnergy"], values: [true, false, "true"], operators: ["is"] },
  place("region", [...REGION_IRIS, "NL", "DE"]),
  place("region", AREAS),
  place("country", ["NL", "DE", "EU", "CH", "US"]),
  place(["region", "within"], AREAS),
  upward("region"),
  upward("country"),
  term("certification", SCHEMES, ["CertificationScheme", "Region"]),
  term("certification", SCHEMES),
  term(["certification", "scheme"], SCHEMES),
  term(["certification", "credential"], CREDENTIALS),
  term(["portability", "terms"], TERMS),
  term(["prerequisite", "terms"], TERMS),
  term("class", [...CLASSES, "Database", "Compute"]),
];

/** The bounds of one operator, as they are written. */
export function bound(topic: Topic, operator: string): fc.Arbitrary<Members> {
  const { values } = topic;
  const member = (from: readonly Json[]) => fc.constantFrom(...from).map((value) => ({ [operator]: value }));
  switch (operator) {
    case "isOneOf":
      return fc
        .subarray([...new Set(values)], { minLength: 1, maxLength: Math.min(3, new Set(values).size) })
        .map((some) => ({ isOneOf: some }));
    case "within":
      return fc
        .subarray(
          AREAS.filter((_, at) => at > 0),
          { minLength: 1, maxLength: 2 },
        )
        .map((some) => ({ within: some.length === 1 ? (some[0] ?? "") : some }));
    case "matches":
      return member(topic.patterns ?? []);
    case "datatype":
      return member(topic.datatypes ?? []);
    case "kind":
      return member(topic.kinds ?? []);
    default:
      return member(values);
  }
}
