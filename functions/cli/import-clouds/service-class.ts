// Which class of service a row sells: by its category, and a database by the family of its engine.
import { lookUp } from "./rows.ts";

const CLASS_OF_CATEGORY: Readonly<Record<string, string>> = {
  compute: "VirtualMachine",
  "bare-metal": "BareMetal",
  "dedicated-host": "DedicatedHost",
  "managed-kubernetes": "KubernetesCluster",
  "managed-database": "Database",
  "managed-cache": "Cache",
  "managed-search": "Search",
  "managed-messaging": "MessageBroker",
  "block-storage": "BlockStorage",
  "load-balancer": "LoadBalancer",
  "app-runtime": "ApplicationRuntime",
  "managed-service": "ManagedService",
  "price-item": "MeteredItem",
};

/** Some providers sell brokers and search engines under the name of databases. */
const CLASS_OF_ENGINE: Readonly<Record<string, string>> = {
  postgresql: "RelationalDatabase",
  mysql: "RelationalDatabase",
  mariadb: "RelationalDatabase",
  oracle: "RelationalDatabase",
  sqlserver: "RelationalDatabase",
  db2: "RelationalDatabase",
  mongodb: "DocumentDatabase",
  documentdb: "DocumentDatabase",
  redis: "KeyValueDatabase",
  valkey: "KeyValueDatabase",
  influxdb: "TimeSeriesDatabase",
  neptune: "GraphDatabase",
  clickhouse: "ColumnarDatabase",
  kafka: "MessageBroker",
  rabbitmq: "MessageBroker",
  opensearch: "Search",
  elasticsearch: "Search",
};

/** The service class of a row; undefined for a category that is not known. */
export function serviceClass(category: string, engineFamily: string | undefined): string | undefined {
  const engine = category === "managed-database" ? lookUp(CLASS_OF_ENGINE, engineFamily) : undefined;
  return engine ?? lookUp(CLASS_OF_CATEGORY, category);
}
