// Ways to spoil a credential, as fast-check draws them: letters, bytes, members, parts and signatures.
import { Buffer } from "node:buffer";
import fc from "fast-check";
import { type Issuer, encode, signed } from "../conformance/steps/credentials.ts";

/** Changes a text, or leaves it where it does not apply. */
export type Mutation = (text: string) => string;

export interface Surroundings {
  /** Tokens whose parts may be swapped in. */
  readonly others: readonly string[];
  /** Someone with a key that nobody asked for. */
  readonly stranger: Issuer;
}

/** Where in a text, as a share of its length. */
const PLACE = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const at = (place: number, length: number) => Math.floor(place * length);

/** Letters of a text: replaced, taken out, put in, or doubled. */
export const LETTERS: fc.Arbitrary<Mutation> = fc
  .record({
    place: PLACE,
    length: fc.oneof(
      { weight: 4, arbitrary: fc.integer({ min: 0, max: 3 }) },
      fc.integer({ min: 4, max: 2000 }),
    ),
    letters: fc.oneof(
      fc.constantFrom("", "=", ".", "..", " ", "\n", "\t", "+", "/", "A", "_", "-", "%", "~", "\0", "\u2024"),
      fc.string({ unit: "binary", maxLength: 4 }),
      fc.string({ unit: "grapheme", maxLength: 3 }),
    ),
    isDoubled: fc.boolean(),
  })
  .map(({ place, length, letters, isDoubled }) => (text) => {
    const start = at(place, text.length);
    const cut = text.slice(start, start + length);
    return text.slice(0, start) + (isDoubled ? cut + cut : letters) + text.slice(start + length);
  });

const TRUNCATION: fc.Arbitrary<Mutation> = PLACE.map(
  (place) => (text) => text.slice(0, at(place, text.length)),
);

const PART = fc.constantFrom(0, 1, 2);

/** Changes one part of a token. */
const inPart = (change: fc.Arbitrary<Mutation>): fc.Arbitrary<Mutation> =>
  fc.tuple(PART, change).map(([part, mutate]) => (token) => {
    const parts = token.split(".");
    return parts.with(Math.min(part, parts.length - 1), mutate(parts[part] ?? "")).join(".");
  });

/** One bit of what a part decodes to. */
const BIT: fc.Arbitrary<Mutation> = fc
  .tuple(PLACE, fc.integer({ min: 0, max: 7 }))
  .map(([place, bit]) => (part) => {
    const bytes = Buffer.from(part, "base64url");
    const index = at(place, bytes.length);
    bytes[index] = (bytes[index] ?? 0) ^ (1 << bit);
    return encode(bytes);
  });

/** The letters of what a part decodes to. */
const decoded = (change: fc.Arbitrary<Mutation>): fc.Arbitrary<Mutation> =>
  change.map((mutate) => (part) => encode(mutate(Buffer.from(part, "base64url").toString())));

const NAMES = `
  alg typ cty kid crit b64 jwk jku x5c x5u iss sub iat nbf exp vc vp proof cnf vct status _sd _sd_alg __proto__
  @context @id @type @graph id type issuer name validFrom validUntil credentialSubject credentialStatus
  statusPurpose statusListIndex statusListCredential verifiableCredential constructor`
  .trim()
  .split(/\s+/);

const NUMBERS = [
  0,
  -0,
  -1,
  1e11,
  1e12,
  1e99,
  0.5,
  2 ** 31,
  2 ** 53,
  Number.MAX_SAFE_INTEGER,
  Number.MIN_VALUE,
];
const TEXTS = [
  "",
  "none",
  "HS256",
  "ES256",
  "EdDSA",
  "vc+jwt",
  "JWT",
  "#0",
  "did:web:a.example",
  "did:web:localhost%3A1",
];
const ADDRESSES = [
  "https://10.0.0.1/",
  "http://127.0.0.1:1/",
  "2020-01-01T00:00:00Z",
  "9999-12-31T23:59:59Z",
  "131072",
  "\ud800",
];

const VALUE = (texts: readonly string[]) =>
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom<unknown>(...NUMBERS, ...TEXTS, ...ADDRESSES, ...texts, null, true, [], {}),
    },
    fc.jsonValue({ maxDepth: 3 }),
    fc.string({ unit: "binary" }),
  );

/** Member paths are drawn as places too: into which member, how deep. */
function setMember(
  json: unknown,
  path: readonly number[],
  change: readonly [name: string, value: unknown] | "less",
): unknown {
  if (json === null || typeof json !== "object") return change === "less" ? json : change[1];
  const [place, ...deeper] = path;
  const entries = Object.entries(json);
  const index = at(place ?? 0, entries.length);
  const [name, inner] = entries[index] ?? [];
  if (name === undefined) return json;
  if (deeper.length > 0 && inner !== null && typeof inner === "object") {
    const other = setMember(inner, deeper, change);
    return Array.isArray(json) ? json.with(index, other) : { ...json, [name]: other };
  }
  if (Array.isArray(json)) return change === "less" ? json.toSpliced(index, 1) : json.with(index, change[1]);
  if (change !== "less") return Object.fromEntries([...entries, change]);
  return Object.fromEntries(entries.toSpliced(index, 1));
}

/** A member of a JSON text: put in, replaced or taken out, at any depth. */
export const member = (texts: readonly string[]): fc.Arbitrary<Mutation> =>
  fc
    .record({
      path: fc.array(PLACE, { minLength: 1, maxLength: 4 }),
      change: fc.oneof(
        { weight: 3, arbitrary: fc.tuple(fc.oneof(fc.constantFrom(...NAMES), fc.string()), VALUE(texts)) },
        fc.constant("less" as const),
      ),
    })
    .map(({ path, change }) => (text) => {
      try {
        return JSON.stringify(setMember(JSON.parse(text), path, change)) ?? text;
      } catch {
        return text;
      }
    });

/** A part of another token in its place. */
const swap = (others: readonly string[]): fc.Arbitrary<Mutation> =>
  fc.tuple(PART, fc.constantFrom(...others), PART).map(([part, other, from]) => (token) => {
    const parts = token.split(".");
    return parts.with(Math.min(part, parts.length - 1), other.split(".")[from] ?? "").join(".");
  });

/** The signature of a stranger over whatever the token says by then. */
const resign =
  (stranger: Issuer): Mutation =>
  (token) => {
    const [header = "", payload = ""] = token.split(".");
    return signed(
      stranger,
      Buffer.from(header, "base64url").toString(),
      Buffer.from(payload, "base64url").toString(),
    );
  };

/** One to three changes to a token; now and then someone else signs it afterwards. */
export function tokenMutations({ others, stranger }: Surroundings): fc.Arbitrary<Mutation> {
  const texts = [stranger.did, stranger.kid];
  const one = fc.oneof(
    LETTERS,
    TRUNCATION,
    inPart(LETTERS),
    inPart(BIT),
    inPart(decoded(LETTERS)),
    { weight: 3, arbitrary: inPart(decoded(member(texts))) },
    swap(others),
  );
  const changes = fc.oneof(
    { weight: 3, arbitrary: fc.tuple(one) },
    fc.array(one, { minLength: 2, maxLength: 3 }),
  );
  return fc.tuple(changes, fc.integer({ min: 0, max: 7 })).map(([mutations, dice]) => (token) => {
    const mutated = mutations.reduce((text, mutate) => mutate(text), token);
    return dice === 0 ? resign(stranger)(mutated) : mutated;
  });
}
