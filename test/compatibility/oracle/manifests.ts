// Random manifests as authors write them: facts stated once, several times, wrongly or not at all.
import fc from "fast-check";
import { PRICED_UNITS } from "./price.ts";
import {
  CITIES,
  CLASSES,
  CREDENTIALS,
  ENGINES,
  FORMATS,
  type Json,
  MEMORIES,
  type Members,
  RATES,
  REGIONS,
  REGION_IRIS,
  SCHEMES,
  TERMS,
  TOKENS,
  TOOLS,
  TRAFFIC,
  VERSIONS,
} from "./topics.ts";

type Maybe = Members | undefined;

/** A member that is there `of` ten times. */
const maybe = (name: string, value: fc.Arbitrary<Json>, of = 7): fc.Arbitrary<Maybe> =>
  fc.oneof(
    { weight: of, arbitrary: value.map((said) => ({ [name]: said })) },
    { weight: 10 - of, arbitrary: fc.constant(undefined) },
  );

const merge = (...parts: fc.Arbitrary<Maybe>[]): fc.Arbitrary<Members> =>
  fc.tuple(...parts).map((all) => Object.assign({}, ...all) as Members);

const several = (value: fc.Arbitrary<Json>, most = 3): fc.Arbitrary<Json> =>
  fc.uniqueArray(value, { minLength: 1, maxLength: most, selector: (each) => JSON.stringify(each) });

/** Usually right; sometimes what nobody can read. */
const mostly = (right: readonly Json[], wrong: readonly Json[]): fc.Arbitrary<Json> =>
  fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...right) },
    { weight: 1, arbitrary: fc.constantFrom(...wrong) },
  );

const THING = { "@id": "urn:something" };
const literal = (value: string, type: string) => ({
  "@value": value,
  "@type": `http://www.w3.org/2001/XMLSchema#${type}`,
});

const certification = merge(
  maybe("scheme", mostly(SCHEMES, [{ "@value": "ISO27001" }]), 9),
  maybe("credential", fc.constantFrom(...CREDENTIALS), 4),
);
const portability = merge(
  maybe("export", several(fc.constantFrom(...FORMATS), 2)),
  maybe("import", several(fc.constantFrom(...FORMATS), 2)),
  maybe("terms", fc.constantFrom(...TERMS), 4),
);
const area = several(fc.constantFrom("NL", "DE", "EU", "Europe", "US"), 2);
const prerequisite = fc.oneof(
  fc.constantFrom(...TOKENS).map((ask) => ({ ask })),
  merge(maybe("ask", fc.constantFrom(...TOKENS)), maybe("terms", fc.constantFrom(...TERMS), 5)),
  merge(maybe("customerIn", area, 9), maybe("page", fc.constant("https://a.example/page"), 3)),
);

const price = merge(
  fc.oneof(
    fc
      .constantFrom("minute", "hour", "hour", "day", "month", "month", "year", "once")
      .map((per) => ({ per })),
    merge(
      fc.constant({ per: "unit" }),
      fc.constantFrom(...PRICED_UNITS).map((unit) => ({ unit })),
      maybe(
        "tier",
        fc.constantFrom<Json>(
          { from: "0", to: "100" },
          { from: "100" },
          { from: "0" },
          { from: "50", to: "500" },
        ),
        5,
      ),
    ),
  ),
  fc.constantFrom("0.1", "0.05", 10, 100, "270.5").map((amount) => ({ amount })),
  fc
    .constantFrom("EUR", "EUR", "EUR", "EUR", "USD", undefined)
    .map((currency) => (currency ? { currency } : {})),
  maybe("in", several(fc.constantFrom(...REGION_IRIS), 3), 3),
);

const node = (name: string, value: fc.Arbitrary<Members>, of: number, most = 2) =>
  maybe(name, several(value, most), of);

const offer = merge(
  fc.constant({ type: "Offer" }),
  fc.constantFrom(...CLASSES).map((name) => ({ class: name })),
  maybe("name", mostly(["Small", "Large"], [THING])),
  fc
    .constantFrom(undefined, undefined, undefined, "active", "preview", "deprecated", "endOfSale", "retired")
    .map((status) => (status ? { status } : {})),
  maybe("memory", several(mostly(MEMORIES, ["32 GB", "lots", "32 GiBy/s", "32", THING]), 2)),
  maybe("networkBandwidth", several(mostly(RATES, ["1 Gbps", "32 GiBy"]), 2)),
  maybe("outboundTraffic", mostly(TRAFFIC, ["20 TBy"])),
  maybe("vcpus", several(mostly([2, 4, 8, literal("4.0", "decimal")], ["many", "8 GiBy", THING]), 2)),
  maybe("iops", mostly([3000, 16000, literal("16000", "string")], [THING])),
  maybe("engine", several(mostly([...ENGINES, literal("mysql", "token")], [THING]), 2)),
  maybe("engineVersion", several(mostly(VERSIONS, ["latest", 16.4, THING]), 3)),
  maybe("kubernetesVersion", several(mostly(VERSIONS, ["stable"]), 3)),
  maybe("region", several(fc.constantFrom(...REGION_IRIS, "https://w3id.org/mpli/place/NL"), 3), 8),
  node("certification", certification, 5),
  node("portability", portability, 5),
  node("delivery", merge(maybe("by", fc.constantFrom(...TOOLS), 9)), 7),
  node("prerequisite", prerequisite, 2),
  node("price", price, 8, 4),
);

/** Latitudes and longitudes on both sides of the equator and of the antimeridian. */
const COORDINATES = [
  { latitude: "52.37", longitude: "4.9" },
  { latitude: "50", longitude: "8.7" },
  { latitude: "40.5", longitude: "-74" },
  { latitude: "-17.8", longitude: "179.5" },
  { latitude: "-13.8", longitude: "-171.8" },
] as const;

const place = (name: string): fc.Arbitrary<Members> =>
  merge(
    fc.constant({ id: `/regions/${name}`, type: "Region", within: REGIONS[name] ?? [] }),
    maybe("city", fc.constantFrom(...CITIES), 6),
    maybe("renewableEnergy", fc.boolean(), 6),
    fc.constantFrom<Members>({}, {}, { latitude: "52.37" }, ...COORDINATES),
  );

const places = fc
  .tuple(...Object.keys(REGIONS).map((name) => fc.tuple(fc.integer({ min: 0, max: 9 }), place(name))))
  .map((drawn) => drawn.flatMap(([die, one]) => (die > 0 ? [one] : [])));

/** A manifest with offers in JSON-LD; its addresses are those of https://a.example. */
export function manifestDocument(offers: {
  readonly min: number;
  readonly max: number;
}): fc.Arbitrary<Members> {
  const provider = merge(
    fc.constant({ id: "did:web:a.example", type: "Provider", name: "A" }),
    maybe("country", fc.constantFrom("NL", "DE", "CH", "US"), 8),
    node("certification", certification, 6),
    node("portability", portability, 4),
    node("prerequisite", prerequisite, 2),
  );
  const list = fc.array(offer, { minLength: offers.min, maxLength: offers.max });
  return fc.tuple(provider, places, list).map(([by, place, drawn]) => ({
    "@context": "https://w3id.org/mpli/context/v1",
    id: "/manifest",
    type: "Manifest",
    provider: by,
    place,
    offer: drawn.map((each, index) => ({ id: `/offers/${index}`, ...each })),
  }));
}
