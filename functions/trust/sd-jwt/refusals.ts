// Why a presentation of an SD-JWT is refused.

/**
 * Every one of these makes the presentation *invalid*; none leaves it indeterminate, since nothing here asks the
 * network. Texts quoted as evidence are cut to 100 characters.
 *
 * - `malformed-sd-jwt`: not `<jwt>~<disclosure>~…~<kb-jwt?>`, larger or deeper than the limits, another `typ`, or a
 *   name reserved for digests is used for something else
 * - `too-many-disclosures`: more than `limit`
 * - `disclosure-malformed`: the disclosure at `index` (counted from 0) is not base64url of a JSON array that fits
 *   where its digest stands
 * - `disclosure-unused`: no digest asks for the disclosure at `index`, or an earlier copy has answered it
 * - `digest-repeated`: one digest stands at two places
 * - `claim-collision`: a disclosure names a claim that its object already has
 * - `claim-not-disclosable`: a claim that decides on validity was made disclosable, wholly or in part
 * - `sd-alg-not-allowed`: `_sd_alg` names a hash that is not accepted
 * - `vct-missing`: there is no `vct`, or it is not a text
 * - `malformed-time`: a time is not in whole seconds from 0 to 10^11, or a required one is absent
 * - `key-binding-missing`: there is no key binding JWT
 * - `key-binding-invalid`: the key binding JWT is not the holder's, or not for exactly these disclosures
 * - `audience-differs`, `nonce-differs`: it was made for another verifier, or for another request
 * - `too-old`: it was made before the window, or has expired
 */
export type SdJwtRefusal = DisclosureRefusal | CredentialRefusal | KeyBindingRefusal;

export type DisclosureRefusal =
  | { code: "malformed-sd-jwt"; reason: string }
  | { code: "too-many-disclosures"; limit: number }
  | { code: "disclosure-malformed"; index: number; reason: string }
  | { code: "disclosure-unused"; index: number }
  | { code: "digest-repeated"; digest: string }
  | { code: "claim-collision"; claim: string }
  | { code: "sd-alg-not-allowed"; algorithm: string };

export type CredentialRefusal =
  | DisclosureRefusal
  | TimeRefusal
  | { code: "claim-not-disclosable"; claim: string }
  | { code: "vct-missing" };

export type KeyBindingRefusal =
  | TimeRefusal
  | { code: "key-binding-missing" }
  | { code: "key-binding-invalid"; reason: string }
  | { code: "audience-differs"; audience: string }
  | { code: "nonce-differs" }
  | { code: "too-old"; claim: string; seconds: number };

export type TimeRefusal = { code: "malformed-time"; claim: string };
