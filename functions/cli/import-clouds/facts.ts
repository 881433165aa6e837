// Which column of a row becomes which property of an offer, and how its value is written: one row a column.
import type { Json } from "../../kernel/json.ts";
import type { LeaveOut, Reason } from "./left-out.ts";
import { type CloudRow, lookUp, textOf, textsOf } from "./rows.ts";

type Write = (value: Json) => Json | undefined;

interface Fact {
  readonly column: string;
  /** Name of the property in JSON. */
  readonly property: string;
  readonly write: Write;
  /** Why a value that cannot be written is left out; malformed unless said. */
  readonly otherwise?: Reason;
}

const text: Write = (value) => textOf(value);
const word: Write = (value) => textOf(value)?.toLowerCase();
const texts: Write = (value) => several([...new Set(textsOf(value))]);
const several = (values: string[]): Json | undefined => (values.length > 1 ? values : values[0]);
const whole: Write = (value) => (Number.isInteger(value) && Number(value) >= 0 ? value : undefined);
/** The row's own unit: a GB stays 10⁹ bytes and a GiB 2³⁰, as the source says. */
const inUnit =
  (unit: string): Write =>
  (value) =>
    typeof value === "number" && value >= 0 && value < 1e15 ? `${value} ${unit}` : undefined;
const oneOf =
  (words: Readonly<Record<string, string>>): Write =>
  (value) =>
    lookUp(words, textOf(value));

const STATUS = {
  active: "active",
  general_availability: "active",
  inactive: "retired",
  end_of_sale: "endOfSale",
};

const STORAGE_TYPES = {
  NVME_SSD: "nvme",
  NVMe: "nvme",
  SSD: "ssd",
  HDD: "hdd",
  NETWORK: "network",
  MMC: "mmc",
};

export const FACTS: readonly Fact[] = [
  { column: "description", property: "description", write: text },
  { column: "family", property: "family", write: text },
  { column: "status", property: "status", write: oneOf(STATUS), otherwise: "unknown-word" },
  { column: "vcpu", property: "vcpus", write: whole },
  { column: "cores", property: "cores", write: whole },
  { column: "memory_gib", property: "memory", write: inUnit("GiBy") },
  { column: "storage_gb", property: "storage", write: inUnit("GBy") },
  { column: "storage_type", property: "storageType", write: oneOf(STORAGE_TYPES), otherwise: "unknown-word" },
  { column: "network_gbps", property: "networkBandwidth", write: inUnit("Gbit/s") },
  { column: "baseline_network_gbps", property: "networkBaseline", write: inUnit("Gbit/s") },
  { column: "outbound_traffic_gb_month", property: "outboundTraffic", write: inUnit("GBy/mo") },
  { column: "arch", property: "architecture", write: word },
  { column: "cpu", property: "cpuModel", write: text },
  { column: "cpu_allocation", property: "cpuAllocation", write: word },
  { column: "hypervisor", property: "hypervisor", write: text },
  { column: "gpu_count", property: "gpuCount", write: whole },
  { column: "gpu_model", property: "gpuModel", write: text },
  { column: "gpu_memory_gib", property: "gpuMemory", write: inUnit("GiBy") },
  { column: "engine_family", property: "engine", write: word },
  { column: "db_engine", property: "engineEdition", write: text },
  { column: "db_versions", property: "engineVersion", write: texts },
  { column: "db_nodes", property: "nodeCount", write: whole },
  { column: "instance_class", property: "instanceClass", write: text },
  { column: "licence_models", property: "licenceModel", write: texts },
  { column: "k8s_versions", property: "kubernetesVersion", write: texts },
  { column: "k8s_conformant_versions", property: "conformantVersion", write: texts },
  { column: "k8s_available_cnis", property: "networkPlugin", write: texts },
  { column: "min_size_gb", property: "minSize", write: inUnit("GBy") },
  { column: "min_disk_mb", property: "minSize", write: inUnit("MBy") },
  { column: "max_size_gb", property: "maxSize", write: inUnit("GBy") },
  { column: "max_iops", property: "iops", write: whole },
  { column: "max_throughput_mib", property: "throughput", write: inUnit("MiBy/s") },
];

/**
 * Columns of a provider that are wrong as a whole. OVHcloud's bandwidths stand there a thousand times too high (its
 * smallest instance, with one virtual CPU, at 100 Gbit/s): they are left out rather than corrected by guess.
 */
const IMPLAUSIBLE = [{ provider: "ovh", column: "network_gbps" }];

/** The properties of an offer that its row states, by their names in JSON. */
export function factsOf(row: CloudRow, leaveOut: LeaveOut): Record<string, Json> {
  const facts: Record<string, Json> = {};
  for (const { column, property, write, otherwise = "malformed" } of FACTS) {
    const value = row[column];
    if (value === undefined) continue;
    const written = isImplausible(row, column) ? undefined : write(value);
    if (written !== undefined) facts[property] = written;
    else leaveOut(isImplausible(row, column) ? "implausible" : otherwise, column);
  }
  return facts;
}

const isImplausible = (row: CloudRow, column: string) =>
  IMPLAUSIBLE.some((wrong) => wrong.provider === row.provider && wrong.column === column);

/** Columns that become properties by the table above. */
export const FACT_COLUMNS: ReadonlySet<string> = new Set(FACTS.map(({ column }) => column));
