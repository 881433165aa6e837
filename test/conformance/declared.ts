// What a target says of itself in its node document.
import { type Received, isObject } from "./http.ts";

export interface Declared {
  readonly roles: ReadonlySet<string>;
  readonly features: ReadonlySet<string>;
  readonly endpoints: Readonly<Record<string, string>>;
  readonly limits: Readonly<Record<string, number>>;
  readonly versions: readonly string[];
  readonly did: string | undefined;
  /** Why nothing is declared, when the node document cannot be read. */
  readonly problem?: string;
}

/** Reads the node document as leniently as it can be: whether it is right is for the cases to say. */
export function readDeclared({ status, body }: Received): Declared {
  if (status !== 200) return nothing(`it was answered with status ${status}`);
  let document: unknown;
  try {
    document = JSON.parse(new TextDecoder().decode(body));
  } catch {
    return nothing("it is no JSON");
  }
  if (!isObject(document)) return nothing("it is no JSON object");
  const roles = texts(document["role"]);
  if (roles.length === 0) return nothing("it declares no role");
  const did = document["did"];
  return {
    roles: new Set(roles),
    features: new Set(texts(document["feature"])),
    endpoints: entries(document["endpoint"], "string"),
    limits: entries(document["limits"], "number"),
    versions: texts(document["protocolVersion"]),
    did: typeof did === "string" ? did : undefined,
  };
}

export function nothing(problem: string): Declared {
  return {
    roles: new Set(),
    features: new Set(),
    endpoints: {},
    limits: {},
    versions: [],
    did: undefined,
    problem,
  };
}

function texts(value: unknown): string[] {
  return [value ?? []].flat().filter((one): one is string => typeof one === "string");
}

function entries<T>(value: unknown, type: "string" | "number"): Record<string, T> {
  const all = isObject(value) ? Object.entries(value) : [];
  return Object.fromEntries(all.filter((entry): entry is [string, T] => typeof entry[1] === type));
}
