// The workerd configuration that runs nodes without Cloudflare: one process, one origin and one state folder a node.
import { join, relative } from "node:path";
import { type Capnp, capnp, constant, embed } from "./capnp.ts";
import type { WorkerBundle } from "./worker-bundle.ts";

export interface NodeDescription {
  /** Also the name of its state folder: letters, digits, `-`. */
  readonly name: string;
  readonly port: number;
  readonly roles: readonly string[];
  /** Text bindings: vars and secrets; they win over the vars of wrangler.toml. */
  readonly bindings: Readonly<Record<string, string>>;
}

export interface WorkerdDescription {
  /** Address that the sockets listen on, such as "127.0.0.1" or "*". */
  readonly host: string;
  readonly nodes: readonly NodeDescription[];
  readonly bundle: WorkerBundle;
  /** Absolute paths. The configuration itself belongs in `stateDir`; each node keeps its data in a folder there. */
  readonly stateDir: string;
  readonly siteDir: string;
  /** Networks that nodes may connect to: "public", "private", CIDR blocks (workerd.capnp, `Network.allow`). */
  readonly allow: readonly string[];
  /** Flags of V8, for measurements (workerd.capnp, `Config.v8Flags`). */
  readonly v8Flags?: readonly string[];
}

/** Folder of the small workers that run beside a node. */
const SERVICES = join(import.meta.dirname, "../workerd");

/** Folder that holds the key-value entries and Durable Objects of one node; it must exist before workerd starts. */
export function nodeDir(stateDir: string, name: string): string {
  return join(stateDir, "nodes", name);
}

/**
 * The text of the configuration. Requests go to the node's worker directly, and from there to ASSETS: the paths of
 * the protocol pay no hop. Every node has an isolate of its own, as strangers would.
 * @see https://github.com/cloudflare/workerd/blob/main/src/workerd/server/workerd.capnp
 */
export function workerdConfig(description: WorkerdDescription): string {
  const { nodes, bundle, host, allow, stateDir, siteDir, v8Flags = [] } = description;
  const own = (file: string) => embed(relative(stateDir, join(SERVICES, file)));
  const modules = bundle.modules.map(({ name, kind }) => ({
    name,
    [kind]: embed(relative(stateDir, join(bundle.folder, name))),
  }));
  const config = {
    services: [
      { name: "internet", network: { allow, tlsOptions: { trustBrowserCas: true } } },
      { name: "site", disk: { path: siteDir } },
      {
        name: "assets",
        worker: {
          modules: [{ name: "assets.js", esModule: own("assets.js") }],
          compatibilityDate: bundle.compatibilityDate,
          bindings: [{ name: "DISK", service: "site" }],
        },
      },
      ...nodes.flatMap((node) => nodeServices(node, bundle, nodeDir(stateDir, node.name))),
    ],
    v8Flags,
    sockets: nodes.map(({ name, port }) => ({ name, address: `${host}:${port}`, http: {}, service: name })),
  };
  return `# Generated; holds secrets.
using Workerd = import "/workerd/workerd.capnp";
const node :List(Workerd.Worker.Module) = ${capnp(modules)};
const kv :List(Workerd.Worker.Module) = ${capnp([{ name: "kv.js", esModule: own("kv.js") }])};
const config :Workerd.Config = ${capnp(config)};
`;
}

function nodeServices(
  { name, roles, bindings }: NodeDescription,
  bundle: WorkerBundle,
  folder: string,
): Capnp[] {
  const disk = `disk:${name}`;
  const texts = { ...bundle.vars, MPLI_ROLES: roles.join(","), ...bindings };
  const storage = (classes: readonly string[], owner: string) => ({
    durableObjectNamespaces: classes.map((className) => ({
      className,
      uniqueKey: `${owner}-${className}`,
      enableSql: true,
    })),
    durableObjectStorage: { localDisk: disk },
  });
  const worker = {
    modules: constant("node"),
    compatibilityDate: bundle.compatibilityDate,
    compatibilityFlags: bundle.compatibilityFlags,
    bindings: [
      ...Object.entries(texts).map(([key, text]) => ({ name: key, text })),
      ...bundle.kv.map((binding) => ({ name: binding, kvNamespace: `kv:${name}:${binding}` })),
      ...bundle.durableObjects.map((o) => ({ name: o.binding, durableObjectNamespace: o.className })),
      { name: bundle.assets, service: "assets" },
    ],
    ...storage(
      bundle.durableObjects.map(({ className }) => className),
      name,
    ),
  };
  const stores = bundle.kv.map((binding) => ({
    name: `kv:${name}:${binding}`,
    worker: {
      modules: constant("kv"),
      compatibilityDate: bundle.compatibilityDate,
      bindings: [{ name: "STORE", durableObjectNamespace: "KvStore" }],
      ...storage(["KvStore"], `${name}-${binding}`),
    },
  }));
  return [{ name: disk, disk: { path: folder, writable: true } }, { name, worker }, ...stores];
}
