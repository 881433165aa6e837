// What the headers of tokens may say, by profile: data, since ecosystems spell the same thing in several ways.
import type { Json } from "../../kernel/json.ts";
import type { JsonObject } from "./jws.ts";

export const ALGORITHMS = ["ES256", "ES384", "EdDSA", "Ed25519", "PS256", "RS256"] as const;
export type Algorithm = (typeof ALGORITHMS)[number];

export interface Profile {
  /** Media types in `typ`, of a credential and of a presentation (VC-JOSE-COSE §3.1). */
  readonly typ: { readonly credential: readonly string[]; readonly presentation: readonly string[] };
  /** Media types in `cty`, where there is one. */
  readonly cty: { readonly credential: readonly string[]; readonly presentation: readonly string[] };
  /** Whether times may be in milliseconds, which the profile's own clearing houses write. */
  readonly milliseconds: boolean;
  /** Whether the credential may stand in the claim `vc`, as in tokens of the data model's first version. */
  readonly wrapped: boolean;
  /** Whether organisations of `did:elsi` seal with the certificates that the token brings along (JAdES baseline B). */
  readonly sealed: boolean;
}

export const PROFILES = {
  /** Securing Verifiable Credentials using JOSE and COSE, a W3C Recommendation. */
  w3c: {
    typ: { credential: ["vc+jwt"], presentation: ["vp+jwt"] },
    cty: { credential: ["vc"], presentation: ["vp"] },
    milliseconds: false,
    wrapped: false,
    sealed: false,
  },
  /** Gaia-X from the Loire release on, as its clearing houses and their clients write it. */
  "gaia-x": {
    typ: {
      credential: ["vc+jwt", "vc+ld+jwt", "vc+ld+json+jwt"],
      presentation: ["vp+jwt", "vp+ld+jwt", "vp+ld+json+jwt"],
    },
    cty: { credential: ["vc", "vc+ld", "vc+ld+json"], presentation: ["vp", "vp+ld", "vp+ld+json"] },
    milliseconds: true,
    wrapped: false,
    sealed: false,
  },
  /** Labels and credentials of DOME: JAdES seals, and tokens of the older form. */
  dome: {
    typ: { credential: ["jose", "JWT", "vc+jwt"], presentation: ["JWT", "vp+jwt"] },
    cty: { credential: ["vc"], presentation: ["vp"] },
    milliseconds: false,
    wrapped: true,
    sealed: true,
  },
} as const satisfies Record<string, Profile>;

/** A media type as headers shorten it: `application/` before it says nothing more (RFC 7515 §4.1.9). */
export function shortType(type: Json | undefined): Json | undefined {
  return typeof type === "string" ? type.replace(/^application\/(?=[^/]+$)/, "") : type;
}

/** The member of a header that names no such type; `cty` may be left out. */
export function strangeType(
  header: JsonObject,
  profile: Profile,
  what: keyof Profile["typ"],
): "typ" | "cty" | undefined {
  const isOne = (name: "typ" | "cty") => profile[name][what].some((type) => type === shortType(header[name]));
  if (!isOne("typ")) return "typ";
  return header["cty"] === undefined || isOne("cty") ? undefined : "cty";
}

/** The claim of a payload that wraps what the token is about. */
export const wrapperIn = (payload: JsonObject) => ["vc", "vp"].find((name) => payload[name] !== undefined);

export type ProfileName = keyof typeof PROFILES;

export const isProfileName = (name: unknown): name is ProfileName =>
  typeof name === "string" && Object.hasOwn(PROFILES, name);
