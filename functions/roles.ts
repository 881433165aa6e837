// Which rooms a role opens, and what each room brings along: every party implements a subset of one interface.

export const ROLES = {
  provider: { rooms: ["discovery", "trust", "compatibility"] },
  catalogue: { rooms: ["catalogue", "trust", "compatibility"] },
  verifier: { rooms: ["trust"] },
} as const;

/** Features of the protocol and paths of the endpoints that a room brings along; every node offers `core`. */
const ROOMS = {
  discovery: {
    features: ["html", "versions", "changes", "publishing"],
    endpoints: { manifest: "/manifest", changes: "/manifest/changes", check: "/manifest/check" },
  },
  catalogue: { features: [], endpoints: { providers: "/providers", offers: "/offers" } },
  compatibility: {
    features: ["matching", "composition", "evidence"],
    endpoints: { matches: "/matches", compose: "/matches/compose" },
  },
  trust: {
    features: ["verification", "policies", "presentations"],
    endpoints: {
      verify: "/credentials/verify",
      policies: "/trust/policy",
      verifyPresentation: "/presentations/verify",
      requestPresentation: "/presentations/requests",
    },
  },
  issuing: {
    features: ["issuing"],
    endpoints: { issue: "/credentials/issue", status: "/credentials/status", issued: "/credentials/issued" },
  },
  delivery: { features: ["delivery"], endpoints: { orders: "/orders", lease: "/jobs/lease" } },
  states: { features: ["states"], endpoints: { states: "/states" } },
  testing: { features: ["testing"], endpoints: { trigger: "/test/trigger" } },
} as const satisfies Record<
  string,
  { features: readonly string[]; endpoints: Readonly<Record<string, string>> }
>;

export type Role = keyof typeof ROLES;
export type Room = keyof typeof ROOMS;

/** The roles of a comma list, unknown names left out; a node without any is a provider. */
export function rolesOf(list: string | undefined): Role[] {
  const names = (list ?? "").split(",").map((name) => name.trim());
  const roles = (Object.keys(ROLES) as Role[]).filter((role) => names.includes(role));
  return roles.length > 0 ? roles : ["provider"];
}

/** What a node has besides its roles. */
export interface Means {
  /** It is set up for tests (MPLI-TEST). */
  readonly forTests?: boolean;
  /** It has a key to sign with. */
  readonly signs?: boolean;
  /** It knows an origin that is its own; unless stated it does. */
  readonly hasOrigin?: boolean;
  /** It has a key to seal the states of tools under. */
  readonly keepsStates?: boolean;
}

/**
 * The rooms of these roles and means. Whoever signs issues credentials, and a provider that can sign an agreement, under
 * an origin that is its own, delivers.
 */
export function roomsOf(
  roles: readonly Role[],
  { forTests = false, signs = false, hasOrigin = true, keepsStates = false }: Means = {},
): Set<Room> {
  const delivers = signs && hasOrigin && roles.includes("provider");
  return new Set([
    ...roles.flatMap((role) => ROLES[role].rooms),
    ...(signs ? (["issuing"] as const) : []),
    ...(delivers ? (["delivery"] as const) : []),
    ...(delivers && keepsStates ? (["states"] as const) : []),
    ...(forTests ? (["testing"] as const) : []),
  ]);
}

export function featuresOf(rooms: ReadonlySet<Room>): string[] {
  return ["core", ...[...rooms].flatMap((room) => ROOMS[room].features)];
}

/** Path of each endpoint, by the name that the node document gives it. */
export function endpointsOf(rooms: ReadonlySet<Room>): Readonly<Record<string, string>> {
  return Object.assign({}, ...[...rooms].map((room) => ROOMS[room].endpoints));
}
