// The demand that the engines are compared with: eight requirements on virtual machines; also as SPARQL and as a shape.

export const DEMAND = {
  "@context": "https://w3id.org/mpli/context/v1",
  type: "Demand",
  currency: "USD",
  component: {
    name: "vm",
    class: "VirtualMachine",
    must: [
      { on: "vcpus", atLeast: 4 },
      { on: "memory", atLeast: "16 GiBy" },
      { on: "region", within: "EU" },
      { on: "architecture", is: "x86_64" },
      { on: "status", is: "active" },
      { on: "price", atMost: 400, per: "month" },
    ],
    should: [
      { on: "networkBandwidth", atLeast: "5 Gbit/s", weight: 2 },
      { on: "cpuModel", matches: "EPYC|Xeon" },
    ],
  },
};

const PREFIXES = `PREFIX mpli: <https://w3id.org/mpli/ns#>
PREFIX place: <https://w3id.org/mpli/place/>
PREFIX schema: <http://schema.org/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
PREFIX sh: <http://www.w3.org/ns/shacl#>
`;

/**
 * The same musts as one query, and the shoulds as what is counted. Amounts stand before their unit in the data, all in
 * GiBy and Gbit/s, so that the query may compare numbers; prices are those of an hour, in any region of the EU or in all.
 */
export const SPARQL = `${PREFIXES}
SELECT ?offer (MIN(?monthly) AS ?price) (SAMPLE(?points) AS ?score) WHERE {
  ?offer mpli:serviceClass mpli:VirtualMachine ; mpli:vcpus ?vcpus ; mpli:memory ?memory ;
    mpli:architecture "x86_64" ; mpli:offerStatus "active" ; mpli:region ?region .
  FILTER(?vcpus >= 4)
  FILTER(xsd:decimal(STRBEFORE(STR(?memory), " ")) >= 16)
  ?region mpli:within+ place:EU .
  ?offer mpli:price ?component .
  ?component schema:price ?amount ; schema:priceCurrency "USD" ; mpli:per mpli:hour .
  FILTER(NOT EXISTS { ?component mpli:appliesIn ?any } || EXISTS { ?component mpli:appliesIn ?region })
  BIND(?amount * 730 AS ?monthly)
  FILTER(?monthly <= 400)
  OPTIONAL { ?offer mpli:networkBandwidth ?bandwidth }
  OPTIONAL { ?offer mpli:cpuModel ?model }
  BIND(IF(BOUND(?bandwidth) && xsd:decimal(STRBEFORE(STR(?bandwidth), " ")) >= 5, 2, 0)
     + IF(BOUND(?model) && REGEX(?model, "EPYC|Xeon"), 1, 0) AS ?points)
} GROUP BY ?offer ORDER BY DESC(?score) ?price LIMIT 100`;

/** The requirements that SHACL can state without units and sums, as one shape of an offer. */
export const SHAPE = `${PREFIXES}
[] a sh:NodeShape ; sh:targetClass mpli:Offer ;
  sh:property [ sh:path mpli:vcpus ; sh:minCount 1 ; sh:minInclusive 4 ],
    [ sh:path mpli:architecture ; sh:hasValue "x86_64" ],
    [ sh:path mpli:offerStatus ; sh:hasValue "active" ],
    [ sh:path mpli:memory ; sh:minCount 1 ],
    [ sh:path ( mpli:region [ sh:oneOrMorePath mpli:within ] ) ; sh:hasValue place:EU ],
    [ sh:path mpli:cpuModel ; sh:pattern "EPYC|Xeon" ],
    [ sh:path ( mpli:price schema:price ) ; sh:minInclusive 0.0 ],
    [ sh:path ( mpli:price schema:priceCurrency ) ; sh:hasValue "USD" ] .
`;
