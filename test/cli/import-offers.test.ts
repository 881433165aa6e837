// The importer's offers: each trap of the real data, with its smallest row.
import { expect, test } from "vitest";
import { importCloud } from "../../functions/cli/import-clouds/import-cloud.ts";
import { CONTEXT } from "../../functions/kernel/json-ld.ts";
import { DID, imported, lossesOf, offerOf, offerRow, offersOf } from "./rows.ts";

test("a fact that a row does not state is absent from the offer", () => {
  expect(offerOf({})).toEqual({
    id: "offers/compute-s",
    type: "Offer",
    class: "VirtualMachine",
    name: "s",
    sku: "s",
  });
});

test("a manifest names its provider's DID, its licence and whom to credit, and says that the provider did not publish it", () => {
  const { manifest } = imported([offerRow({ source: "github:a/b@c:d", licence: "MIT" })], {
    provider: { name: "Cloud P" },
  });
  expect(manifest).toMatchObject({
    "@context": CONTEXT,
    type: "Manifest",
    licence: "CC-BY-SA-4.0",
    provider: { id: DID, name: "Cloud P" },
  });
  expect(manifest.attribution).toBe(
    "Compiled from public sources; not published by Cloud P. Facts from a/b (MIT). As a whole under CC BY-SA 4.0.",
  );
});

test("a GB of disk stays 10⁹ bytes, and a GiB of memory 2³⁰", () => {
  const facts = {
    memory_gib: 32.0,
    storage_gb: 2048.42,
    gpu_memory_gib: 89.4062,
    min_disk_mb: 512,
    max_throughput_mib: 250,
  };
  expect(offerOf(facts)).toMatchObject({
    memory: "32 GiBy",
    storage: "2048.42 GBy",
    gpuMemory: "89.4062 GiBy",
    minSize: "512 MBy",
    throughput: "250 MiBy/s",
  });
});

test.each(["pg", "postgres", "postgresql", "advanced_pg"])(
  "%s is the engine postgresql, and keeps the provider's own name of it",
  (db_engine) => {
    const offer = offerOf({
      category: "managed-database",
      db_engine,
      engine_family: "postgresql",
      db_versions: ["15", "16"],
    });
    expect(offer).toMatchObject({
      class: "RelationalDatabase",
      engine: "postgresql",
      engineEdition: db_engine,
      engineVersion: ["15", "16"],
    });
  },
);

test("an engine that only the provider's own word names has no common name", () => {
  const offer = offerOf({ category: "managed-database", db_engine: "pg" });
  expect(offer).toMatchObject({ class: "Database", engineEdition: "pg" });
  expect(offer).not.toHaveProperty("engine");
});

test.each([
  ["compute", undefined, "VirtualMachine"],
  ["bare-metal", undefined, "BareMetal"],
  ["dedicated-host", undefined, "DedicatedHost"],
  ["managed-kubernetes", undefined, "KubernetesCluster"],
  ["managed-database", "mysql", "RelationalDatabase"],
  ["managed-database", "mongodb", "DocumentDatabase"],
  ["managed-database", "valkey", "KeyValueDatabase"],
  ["managed-database", "influxdb", "TimeSeriesDatabase"],
  ["managed-database", "neptune", "GraphDatabase"],
  ["managed-database", "clickhouse", "ColumnarDatabase"],
  ["managed-database", "kafka", "MessageBroker"],
  ["managed-database", "opensearch", "Search"],
  ["managed-database", "something-new", "Database"],
  ["managed-database", "constructor", "Database"],
  ["managed-cache", "redis", "Cache"],
  ["managed-search", "opensearch", "Search"],
  ["managed-messaging", "kafka", "MessageBroker"],
  ["block-storage", undefined, "BlockStorage"],
  ["load-balancer", undefined, "LoadBalancer"],
  ["app-runtime", undefined, "ApplicationRuntime"],
  ["managed-service", undefined, "ManagedService"],
  ["price-item", undefined, "MeteredItem"],
])("a %s row of the engine %s sells a %s", (category, engine, sold) => {
  expect(offerOf({ category, ...(engine ? { engine_family: engine } : {}) }).class).toBe(sold);
});

test("a row of an unknown category makes no offer, and is counted", () => {
  const manifest = imported([offerRow({ category: "quantum" })]);
  expect(offersOf(manifest)).toEqual([]);
  expect(lossesOf(manifest)).toEqual({ "unknown-word category": 1 });
});

test.each([
  ["active", "active"],
  ["general_availability", "active"],
  ["inactive", "retired"],
  ["end_of_sale", "endOfSale"],
])("a row that is %s is an offer that is %s", (stated, status) => {
  expect(offerOf({ status: stated }).status).toBe(status);
});

test("a status that is not known is left out and counted", () => {
  const manifest = imported([offerRow({ status: "sunset" })]);
  expect(offersOf(manifest)[0]).not.toHaveProperty("status");
  expect(lossesOf(manifest)).toEqual({ "unknown-word status": 1 });
});

test("a number of processors that is not whole is left out and counted", () => {
  const manifest = imported([offerRow({ vcpu: 0.5, memory_gib: "lots" })]);
  expect(lossesOf(manifest)).toEqual({ "malformed memory_gib": 1, "malformed vcpu": 1 });
});

test("bandwidths of OVHcloud, a thousand times too high in the source, are left out and not corrected", () => {
  const rows = { offers: [offerRow({ provider: "ovh", network_gbps: 250 })], providers: [], regions: [] };
  const manifest = importCloud(rows, "ovh", DID);
  expect(offersOf(manifest)[0]).not.toHaveProperty("networkBandwidth");
  expect(lossesOf(manifest)).toEqual({ "implausible network_gbps": 1 });
  expect(offerOf({ network_gbps: 10 }).networkBandwidth).toBe("10 Gbit/s");
});

test("versions to order and versions certified as conformant are told apart", () => {
  const offer = offerOf({
    category: "managed-kubernetes",
    k8s_versions: ["1.33.10"],
    k8s_conformant_versions: ["1.30", "1.31"],
  });
  expect(offer).toMatchObject({ kubernetesVersion: "1.33.10", conformantVersion: ["1.30", "1.31"] });
});

test("versions that are deprecated cannot be counted on, and are left out", () => {
  const manifest = imported([
    offerRow({
      category: "app-runtime",
      sku: "nodejs",
      runtime_versions: ["26"],
      deprecated_versions: ["22"],
    }),
  ]);
  expect(offersOf(manifest)[0]).toMatchObject({ runtime: "nodejs", runtimeVersion: ["26"] });
  expect(lossesOf(manifest)).toEqual({ "not-orderable deprecated_versions": 1 });
});

test("a database on an instance has the processors and memory of that instance, and says whence", () => {
  const rows = [
    offerRow({ sku: "t3.large", vcpu: 2, memory_gib: 8, licence: "CC-BY-SA-4.0" }),
    offerRow({
      category: "managed-database",
      sku: "db",
      instance_ref: "t3.large",
      source: "github:a/b@c:d",
      licence: "MIT-0",
    }),
  ];
  expect(offersOf(imported(rows))[1]).toMatchObject({
    vcpus: 2,
    memory: "8 GiBy",
    source: "github:a/b@c:d (vcpus and memory as stated of the instance t3.large)",
    licence: "MIT-0 + CC-BY-SA-4.0",
  });
});

test("a database on an instance that is not there, or of another provider, has neither", () => {
  const rows = [
    offerRow({ provider: "q", sku: "t3.large", vcpu: 2, memory_gib: 8 }),
    offerRow({ category: "managed-database", sku: "db", instance_ref: "t3.large" }),
  ];
  const manifest = imported(rows);
  expect(offersOf(manifest)[0]).not.toHaveProperty("memory");
  expect(lossesOf(manifest)).toEqual({ "unresolved instance_ref": 1 });
});

test("several sources become one line, with the notes and dates of the row", () => {
  const facts = {
    source: ["github:a/b@c:d", "github:e/f@g:h"],
    note: "published API example",
    observed: "2018-02-28",
  };
  expect(offerOf(facts).source).toBe(
    "github:a/b@c:d github:e/f@g:h (published API example; observed 2018-02-28)",
  );
});

test("addresses of offers stay apart and stay IRIs, whatever the SKU", () => {
  const skus = ["Aruba", "aruba", "/compute/run", "rdb:MySQL", "incloud os", "é", ".."];
  const ids = offersOf(imported(skus.map((sku) => offerRow({ sku })))).map(({ id }) => String(id));
  expect(new Set(ids).size).toBe(skus.length);
  for (const id of ids) {
    expect(id).toMatch(/^offers\/[A-Za-z0-9._~%-]+$/);
    expect(new URL(id, "https://cloud.example/manifest").pathname).toBe(`/${id}`);
  }
});

test("a column without a term in the vocabulary is counted by its name", () => {
  const manifest = imported([
    offerRow({ conformance_type: "hosted" }),
    offerRow({ sku: "t", conformance_type: "hosted" }),
  ]);
  expect(lossesOf(manifest)).toEqual({ "no-term conformance_type": 2 });
});

test("offers of one service are told apart by their SKU, and a named item belongs to its service", () => {
  expect(offerOf({ service: "EC2", sku: "a1.large" }).name).toBe("EC2 a1.large");
  expect(offerOf({ category: "managed-kubernetes", service: "SKS", sku: "sks" }).name).toBe("SKS");
  expect(
    offerOf({ category: "price-item", service: "Compute", name: "A", variant: "A in fr-par-1" }),
  ).toMatchObject({
    name: "A in fr-par-1",
    family: "Compute",
  });
});
