// Secrets of a run: free text leaves a runner without what is known to be secret.
import type { Json } from "../../kernel/json.ts";
import { type JsonObject, isObject } from "../../trust/token/jws.ts";

/** Shorter ones are words that occur by chance. */
const SHORTEST_SECRET = 6;
const HIDDEN = "[hidden]";

/** Every text in the value, at any depth. */
export function textsIn(value: Json): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

export interface Redactor {
  readonly add: (secrets: readonly string[]) => void;
  /** The text without any secret that is known by now. */
  readonly hide: (text: string) => string;
}

/** Hides secrets in what tools say freely: messages and the last lines of their errors. */
export function redactor(): Redactor {
  let known: string[] = [];
  return {
    add: (secrets) => {
      // A tool may say a line of a key as well as the whole.
      const parts = secrets.flatMap((secret) => [secret, ...secret.split("\n").map((line) => line.trim())]);
      const long = parts.filter(({ length }) => length >= SHORTEST_SECRET);
      // The longest first: one may be a part of another.
      known = [...new Set([...known, ...long])].sort((a, b) => b.length - a.length);
    },
    hide: (text) => known.reduce((rest, secret) => rest.replaceAll(secret, HIDDEN), text),
  };
}

/** Members of events that tools fill with free text. */
const FREE_TEXT = ["message", "detail", "summary", "jeopardy"];

/** The data of an event with its free texts redacted; what is stated on purpose, such as outputs, stays as it is. */
export function withoutSecrets(data: JsonObject, { hide }: Redactor): JsonObject {
  if (!isObject(data)) return data;
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      FREE_TEXT.includes(name) && typeof value === "string" ? hide(value) : value,
    ]),
  );
}
