// Which rooms a role opens: every party implements a subset of one interface.

export const ROLES = {
  provider: { rooms: ["discovery", "compatibility"] },
  catalogue: { rooms: ["catalogue", "compatibility"] },
} as const;

/** Features of the protocol that a room brings along; every node offers `core`. */
const FEATURES = {
  discovery: ["html", "versions", "changes", "publishing"],
  catalogue: [],
  compatibility: ["matching"],
} as const satisfies Record<string, readonly string[]>;

export type Role = keyof typeof ROLES;
export type Room = (typeof ROLES)[Role]["rooms"][number];

/** The roles of a comma list, unknown names left out; a node without any is a provider. */
export function rolesOf(list: string | undefined): Role[] {
  const names = (list ?? "").split(",").map((name) => name.trim());
  const roles = (Object.keys(ROLES) as Role[]).filter((role) => names.includes(role));
  return roles.length > 0 ? roles : ["provider"];
}

export function featuresOf(roles: readonly Role[]): string[] {
  return ["core", ...[...roomsOf(roles)].flatMap((room) => FEATURES[room])];
}

export function roomsOf(roles: readonly Role[]): Set<Room> {
  return new Set(roles.flatMap((role) => ROLES[role].rooms));
}
