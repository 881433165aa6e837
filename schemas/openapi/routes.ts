// The routes that a node really has, beside those that are described: neither may have more than the other.
import { ROOMS } from "../../functions/operations.ts";
import { type Host, createNode } from "../../functions/node.ts";
import { ROLES, type Role } from "../../functions/roles.ts";

export interface Route {
  readonly method: string;
  /** In the spelling of OpenAPI: "/manifest/pages/{digest}". */
  readonly path: string;
}

/** OPTIONS answers browsers before they ask, and ALL refuses the methods that no operation has. */
const NO_OPERATIONS: readonly string[] = ["OPTIONS", "ALL"];

/** Every route of a node with all roles, set up for tests. Routes ask the host for nothing until a request comes. */
export function nodeRoutes(): Route[] {
  const ports = new Proxy({}, { get: () => ({}) });
  const host = {
    roles: Object.keys(ROLES) as Role[],
    discovery: ports,
    catalogue: ports,
    trust: ports,
    presentations: ports,
    issuing: ports,
    compatibility: ports,
    delivery: ports,
    testing: ports,
    log: () => undefined,
  } as unknown as Host;
  return createNode(host).routes.map(({ method, path }) => ({ method, path: spelling(path) }));
}

/** What is wrong with the descriptions of these routes, a line each. */
export function faultsOf(routes: readonly Route[], described: readonly string[]): string[] {
  const served = new Set(
    routes
      .filter(({ method }) => !NO_OPERATIONS.includes(method))
      .map(({ method, path }) => `${method} ${path}`),
  );
  const guarded = new Set(routes.filter(({ method }) => method === "ALL").map(({ path }) => path));
  const paths = new Set([...served].map((each) => each.replace(/^\S+ /, "")));
  return [
    ...[...served].filter((each) => !described.includes(each)).map((each) => `${each} is not described`),
    ...described.filter((each) => !served.has(each)).map((each) => `${each} is described and not served`),
    ...[...paths].filter((path) => !guarded.has(path)).map((path) => `${path} refuses no other method`),
  ];
}

/** The operations that are described, as "GET /manifest". */
export const DESCRIBED: readonly string[] = ROOMS.flatMap(({ operations }) => Object.keys(operations));

/** Hono's spelling as OpenAPI's; with and without a slash at the end is one address. */
function spelling(path: string): string {
  return path.replace(/:(\w+)(\{[^}]*\})?/g, "{$1}").replace(/(?<=.)\/$/, "");
}
