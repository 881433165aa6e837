// What a request to verify a presentation asks for: the options of the W3C's VC API, by either of their names.
import type { Json } from "../../kernel/json.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import { isObject } from "../token/jws.ts";

export interface Asked {
  /** The id of a request of this node; its nonce and audience then count. */
  readonly request?: string;
  readonly nonce?: string;
  readonly audience?: string;
}

export type AskedRefusal = { code: "malformed-options"; member: string };

/** Characters; the id of a request has its query inside. */
const MOST_CHARACTERS = 64 * 1024;

/** VC API names them for Data Integrity, VC-JOSE-COSE for tokens. */
const NAMES = {
  request: ["request"],
  nonce: ["challenge", "nonce"],
  audience: ["domain", "audience"],
} as const;

/** Reads `options`. One that is ignored could be one that somebody relied on, so what does not fit is refused. */
export function readAsked(options: Json | undefined): Result<Asked, AskedRefusal> {
  const malformed = (member: string) => refused({ code: "malformed-options" as const, member });
  if (options !== undefined && !isObject(options)) return malformed("options");
  const asked: { -readonly [M in keyof Asked]: Asked[M] } = {};
  for (const [name, members] of Object.entries(NAMES) as [keyof typeof NAMES, readonly string[]][])
    for (const member of members) {
      const value = options?.[member];
      if (value === undefined) continue;
      const isText = typeof value === "string" && value !== "" && value.length <= MOST_CHARACTERS;
      if (!isText || (asked[name] ?? value) !== value) return malformed(member);
      asked[name] = value;
    }
  if (asked.request !== undefined && (asked.nonce ?? asked.audience) !== undefined)
    return malformed("request");
  return ok(asked);
}
