// Which rooms a role opens, and what each room brings along: every party implements a subset of one interface.

export const ROLES = {
  provider: { rooms: ["discovery", "compatibility"] },
  catalogue: { rooms: ["catalogue", "compatibility"] },
} as const;

/** Features of the protocol and paths of the endpoints that a room brings along; every node offers `core`. */
const ROOMS = {
  discovery: {
    features: ["html", "versions", "changes", "publishing"],
    endpoints: { manifest: "/manifest", changes: "/manifest/changes", check: "/manifest/check" },
  },
  catalogue: { features: [], endpoints: { providers: "/providers", offers: "/offers" } },
  compatibility: {
    features: ["matching", "composition"],
    endpoints: { matches: "/matches", compose: "/matches/compose" },
  },
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

/** The rooms of these roles; `testing` where the node is set up for tests (MPLI-TEST). */
export function roomsOf(roles: readonly Role[], forTests = false): Set<Room> {
  return new Set([
    ...roles.flatMap((role) => ROLES[role].rooms),
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
