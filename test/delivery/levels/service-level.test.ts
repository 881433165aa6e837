// The service level of an offer: as a manifest writes it, as it is checked, and as it is kept.
import { expect, it } from "vitest";
import { readServiceLevel } from "../../../functions/delivery/levels/service-level.ts";
import { serviceLevelClaims } from "../../../functions/delivery/levels/credential.ts";
import { rdf } from "../../../functions/kernel/graph.ts";
import { checkShapes } from "../../../functions/kernel/shape.ts";
import { graphOfJson } from "../../schemas/documents.ts";
import { orderRecord } from "../../support/orders.ts";

const OFFER = "https://cloud.example/offers/pg";
const OBJECTIVE = {
  name: "availability",
  metric: "availability",
  comparator: "atLeast",
  value: "99.95 %",
  window: "P1M",
  remedies: [{ missedBy: "1 %", serviceCredit: "25 %" }, { serviceCredit: "10 %" }],
};
const LATENCY = {
  name: "latency-p99",
  metric: "latency",
  comparator: "lessThan",
  value: "20 ms",
  window: "PT1H",
  percentile: "99",
};
const LEVEL = {
  terms: "/terms",
  monitors: ["did:web:monitor.example", "did:key:zA"],
  objectives: [LATENCY, OBJECTIVE],
};

const offered = (serviceLevel: unknown) =>
  graphOfJson({ id: OFFER, type: "Offer", class: "RelationalDatabase", serviceLevel });

it("is kept with all that it says, in an order of its own", async () => {
  const graph = await offered(LEVEL);
  expect(await checkShapes(graph, "manifest")).toEqual([]);
  expect(readServiceLevel(graph, rdf.namedNode(OFFER))).toEqual({
    terms: "https://cloud.example/terms",
    monitors: ["did:key:zA", "did:web:monitor.example"],
    objectives: [
      {
        ...OBJECTIVE,
        metric: "https://w3id.org/mpli/ns#availabilityMetric",
      },
      { ...LATENCY, metric: "https://w3id.org/mpli/ns#latencyMetric", remedies: [] },
    ],
  });
});

it("is named by its order in the credential, and speaks in the words of the context", async () => {
  const level = readServiceLevel(await offered(LEVEL), rdf.namedNode(OFFER));
  if (!level) throw new Error("no service level");
  const record = orderRecord({ offer: OFFER });
  const claims = JSON.parse(JSON.stringify(serviceLevelClaims(record, level)));
  const id = `https://p.example/orders/${record.id}/service-level`;
  expect(claims.credentialSubject).toMatchObject({
    id: OFFER,
    serviceLevel: {
      id,
      provider: record.provider,
      customer: record.customer,
      objectives: [{ id: `${id}#availability`, metric: "availability" }, { percentile: "99" }],
      remedies: [{ objective: `${id}#availability`, missedBy: "1 %" }, { serviceCredit: "10 %" }],
    },
  });
});

it("is none where the offer states none, or gives two objectives one name", async () => {
  const none = await graphOfJson({ id: OFFER, type: "Offer", class: "RelationalDatabase" });
  const twice = await offered({ objectives: [OBJECTIVE, { ...LATENCY, name: "availability" }] });
  for (const graph of [none, twice]) expect(readServiceLevel(graph, rdf.namedNode(OFFER))).toBeUndefined();
});

it.each([
  ["without objectives", { monitors: ["did:web:monitor.example"] }],
  ["with an id", { ...LEVEL, id: "/levels/1" }],
  ["with an objective that has an id", { objectives: [{ ...OBJECTIVE, id: "/objectives/1" }] }],
  ["with a monitor that is no DID", { ...LEVEL, monitors: ["https://monitor.example"] }],
  ["with an objective without a name", { objectives: [{ ...OBJECTIVE, name: undefined }] }],
  ["with a name that is no name", { objectives: [{ ...OBJECTIVE, name: "Up time" }] }],
  ["with a bound without a unit", { objectives: [{ ...OBJECTIVE, value: "99.95" }] }],
  ["with a comparator that is none", { objectives: [{ ...OBJECTIVE, comparator: "name" }] }],
  ["with a window of two units", { objectives: [{ ...OBJECTIVE, window: "P1M1D" }] }],
  ["with a remedy of nothing", { objectives: [{ ...OBJECTIVE, remedies: [{ missedBy: "1 %" }] }] }],
])("is refused by the shapes %s", async (_, level) => {
  expect((await checkShapes(await offered(level), "manifest")).length).toBeGreaterThan(0);
});
