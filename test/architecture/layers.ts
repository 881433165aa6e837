// The direction of imports, as a table and a function, so that the rule itself can be tested.
import { posix } from "node:path";

/** Rooms from left to right: a room may import rooms to its left only. */
export const ROOMS = [
  "ns",
  "discovery",
  "trust",
  "compatibility",
  "delivery",
  "portability",
  "catalogue",
  "orchestrator",
  "testing",
];

export interface Import {
  readonly from: string;
  readonly to: string;
}

/** The relative imports of a TypeScript file, as paths below functions/. */
export function importsOf(file: string, source: string): Import[] {
  const found = source.matchAll(
    /^\s*(?:import|export)\b[^;]*?\bfrom\s+"(\.[^"]+)"|^\s*import\s+"(\.[^"]+)"/gms,
  );
  return [...found].map((match) => ({
    from: file,
    to: posix.join(posix.dirname(file), match[1] ?? match[2] ?? ""),
  }));
}

/** Why this import breaks the direction kernel ← edge ← rooms ← node ← worker and command line, or undefined. */
export function violation({ from, to }: Import): string | undefined {
  const [source = "", target = ""] = [layer(from), layer(to)];
  if (source === target || target === "generated") return undefined;
  if (target === "host")
    return source === "top" || source === "cli" ? undefined : `${source} imports the host`;
  if (target === "top" || target === "cli")
    return source === "top" || source === "cli" || source === "host" ? undefined : `${source} imports ${to}`;
  if (source === "kernel") return `the kernel imports ${target}`;
  if (source === "edge") return target === "kernel" ? undefined : `edge imports ${target}`;
  const [room, other] = [ROOMS.indexOf(source), ROOMS.indexOf(target)];
  if (room < 0 || other < 0) return undefined;
  if (other > room) return `${source} imports ${target}, which stands to its right`;
  return to.endsWith("/routes.ts") ? `${source} imports the door of ${target}` : undefined;
}

function layer(path: string): string {
  const [first = "", ...rest] = path.split("/");
  return rest.length === 0 ? "top" : first;
}
