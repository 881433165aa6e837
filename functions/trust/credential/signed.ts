// A credential whose signature holds, whatever its form, and how its verification reports on the way there.
import type { Json } from "../../kernel/json.ts";
import type { ResolveKey } from "../did/resolve.ts";
import type { NotChecked } from "../faults.ts";
import type { JsonObject } from "../token/jws.ts";
import { PROFILES, type Profile, type ProfileName } from "../token/profiles.ts";
import type { Anchor, AnchorCategory } from "../x509/path.ts";
import type { Credential } from "./model.ts";
import type { Secured } from "./secured.ts";

/** Everything about a credential that does not change with time or policy. */
export interface SignedCredential {
  readonly form: Exclude<Secured["form"], "unsupported">;
  readonly credential: Credential;
  /** The claims of its token; none of one with a proof inside. */
  readonly payload: JsonObject;
  /** Objects whose `iat`, `nbf` and `exp` count (RFC 7519 §4.1, §5.3). */
  readonly times: readonly JsonObject[];
  readonly profile: Profile;
  /** IRI of the key that signed. */
  readonly key: string;
  /** What the authority is known for that vouches for the certificate of its issuer, where there is one. */
  readonly anchor?: AnchorCategory;
  /** SHA-256 of the token as it was issued and disclosed, or of the canonical statements under a proof; in hexadecimal. */
  readonly digest: string;
}

export interface SignerPorts {
  readonly resolveKey: ResolveKey;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly profile: ProfileName;
  /** Authorities whose certificates are believed; none unless stated. */
  readonly anchors?: readonly Anchor[];
  /** Characters of the largest token, where it may be larger than most. */
  readonly most?: number;
}

export type StepName = "form" | "key" | "signature" | "model";

/** Told as each check passes, and of what is left open. */
export interface Progress {
  passed(step: StepName): void;
  skipped(what: NotChecked): void;
}

/** For those who ask for the result alone. */
export const UNSEEN: Progress = { passed: () => undefined, skipped: () => undefined };

export const profileOf = ({ profile }: Pick<SignerPorts, "profile">): Profile => PROFILES[profile];

/** Enough of a value to recognise it by. */
export function shown(value: Json | undefined): string {
  return (typeof value === "string" ? value : (JSON.stringify(value) ?? "none")).slice(0, 100);
}
