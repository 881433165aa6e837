// Members of a signed document, read one by one: the first that is not in its form ends it, and is named by a pointer.
import type { Json } from "../../kernel/json.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import { parseDid } from "../../trust/did/did.ts";
import { type JsonObject, isObject } from "../../trust/token/jws.ts";

/** `pointer` leads to the member (RFC 6901); empty where it is the document itself. */
export interface MemberFault {
  readonly pointer: string;
  readonly problem: string;
}

class Stop extends Error {
  readonly fault: MemberFault;
  constructor(pointer: string, problem: string) {
    super(problem);
    this.fault = { pointer, problem };
  }
}

/** Runs a reader that stops at the first fault. */
export function reading<T>(read: () => T): Result<T, MemberFault & { code: "member" }> {
  try {
    return ok(read());
  } catch (error) {
    if (error instanceof Stop) return refused({ code: "member", ...error.fault });
    throw error;
  }
}

/** A member's name as a step of a pointer (RFC 6901 §3), cut to size: it is a stranger's text. */
export const step = (name: string) => `/${name.slice(0, 100).replaceAll("~", "~0").replaceAll("/", "~1")}`;

/** The members of an object, each of which is asked for once; what was not asked for is refused by `end`. */
export class Members {
  readonly #object: JsonObject;
  readonly #at: string;
  readonly #asked = new Set<string>();

  constructor(json: Json | undefined, at = "") {
    if (!isObject(json)) throw new Stop(at, "an object is needed");
    this.#object = json;
    this.#at = at;
  }

  /** The member, in the form that `read` gives it; `expected` describes it to somebody who got it wrong. */
  needed<T>(name: string, [expected, read]: Form<T>): T {
    this.#asked.add(name);
    const value = this.#object[name];
    const found = value === undefined ? undefined : read(value, this.#at + step(name));
    if (found === undefined) throw new Stop(this.#at + step(name), `${expected} is needed`);
    return found;
  }

  optional<T>(name: string, form: Form<T>): T | undefined {
    this.#asked.add(name);
    return this.#object[name] === undefined ? undefined : this.needed(name, form);
  }

  /** As an object with that member, or with none. */
  maybe<N extends string, T>(name: N, form: Form<T>): { readonly [K in N]?: T } {
    const value = this.optional(name, form);
    return value === undefined ? {} : ({ [name]: value } as { [K in N]?: T });
  }

  /** A wish that is not understood is refused: passed over, it would be lost without a word. */
  end(): void {
    const stray = Object.keys(this.#object).find((name) => !this.#asked.has(name));
    if (stray !== undefined) throw new Stop(this.#at + step(stray), "it is no member of this document");
  }
}

/** What is expected, in words, and how it is read; undefined where the value is not in its form. */
export type Form<T> = readonly [expected: string, read: (value: Json, pointer: string) => T | undefined];

export function text(expected: string, pattern: RegExp, most = 2000): Form<string> {
  return [
    expected,
    (value) => (typeof value === "string" && value.length <= most && pattern.test(value) ? value : undefined),
  ];
}

export const wholeNumber = (least: number, most: number): Form<number> => [
  `a whole number from ${least} to ${most}`,
  (value) =>
    typeof value === "number" && Number.isSafeInteger(value) && value >= least && value <= most
      ? value
      : undefined,
];

export const oneOf = <const W extends string>(words: readonly W[]): Form<W> => [
  `one of ${words.join(", ")}`,
  (value) => words.find((word) => word === value),
];

/** A list without doubles. */
export const listOf = (item: Form<string>, most: number): Form<readonly string[]> => [
  `a list of at most ${most}, none twice, each ${item[0]},`,
  (value, pointer) => {
    if (!Array.isArray(value) || value.length > most) return undefined;
    const read = value.flatMap((each, index) => item[1](each, `${pointer}/${index}`) ?? []);
    return read.length === value.length && new Set(read).size === read.length ? read : undefined;
  },
];

/** An IRI with a scheme and no white space, at most 2,000 characters. */
export const IRI = text("an IRI", /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]+$/);
export const DID: Form<string> = [
  "a DID",
  (value) => (typeof value === "string" && parseDid(value).ok ? value : undefined),
];
export const DIGEST = text(
  "a digest such as sha256:, and 64 lower-case hexadecimal digits,",
  /^sha256:[0-9a-f]{64}$/,
);
/** As `crypto.randomUUID` and RFC 9562 write it. */
export const UUID_FORM = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
export const UUID = text("a UUID in lower case", UUID_FORM);
