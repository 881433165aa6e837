// In which way a presentation is secured, as it comes through the door.
import type { Json } from "../../kernel/json.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import type { Profile } from "../token/profiles.ts";
import { isObject } from "../token/jws.ts";

export type Presented =
  | { readonly form: "token"; readonly text: string }
  /** An SD-JWT with key binding, which is credential and presentation in one. */
  | { readonly form: "sd-jwt"; readonly text: string }
  /** `text` names it in a few words. */
  | { readonly form: "unsupported"; readonly text: string };

export type PresentedRefusal = { code: "no-presentation" };

/** The type of an envelope. */
export const ENVELOPE = "EnvelopedVerifiablePresentation";

/**
 * Reads a presentation in its envelope (Verifiable Credentials Data Model 2.0 §4.13), or one with a proof inside;
 * refuses anything that claims to be neither. Media types of tokens are those of the profile.
 */
export function readPresented(
  json: Json | undefined,
  { typ }: Pick<Profile, "typ">,
): Result<Presented, PresentedRefusal> {
  if (!isObject(json)) return refused({ code: "no-presentation" });
  const { type, id, proof } = json;
  if ([type ?? []].flat().includes(ENVELOPE)) {
    const [, mediaType, text] = (typeof id === "string" && /^data:([^,]*),(.*)$/s.exec(id)) || [];
    if (mediaType === undefined || text === undefined) return refused({ code: "no-presentation" });
    if (typ.presentation.some((name) => mediaType === `application/${name}`))
      return ok({ form: "token", text });
    if (mediaType === "application/dc+sd-jwt") return ok({ form: "sd-jwt", text });
    return ok({ form: "unsupported", text: mediaType.slice(0, 100) });
  }
  return proof === undefined
    ? refused({ code: "no-presentation" })
    : ok({ form: "unsupported", text: "a proof inside" });
}
