// A presentation as a token (W3C VC-JOSE-COSE §3.1.2), check by check in the order of the table of checks.
import type { Json } from "../../kernel/json.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import { CREDENTIALS_CONTEXT, idOf } from "../credential/model.ts";
import { readSecured } from "../credential/secured.ts";
import { shown } from "../credential/signed.ts";
import { algorithmOf, keyOf } from "../credential/signer.ts";
import { checkTokenTimes, numericDate } from "../credential/time.ts";
import { countOf } from "../data-integrity/statements.ts";
import type { ResolveKey } from "../did/resolve.ts";
import { type JsonObject, type Jws, readJws } from "../token/jws.ts";
import { type Algorithm, type Profile, strangeType, wrapperIn } from "../token/profiles.ts";
import { isSigned } from "../token/signature.ts";
import type { Check, Fault } from "./faults.ts";
import type { Opened } from "./opened.ts";

/** One request may have that many signatures verified. */
export const MOST_CREDENTIALS = 32;
/** Of all credentials together that are read as statements (MPLI-PRES-050): two as large as one may be. */
const MOST_VALUES = 1400;

export interface TokenPorts {
  readonly resolveKey: ResolveKey;
  readonly profile: Profile;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Verifies form, key, signature and model of a token. The first fault ends it, since all later checks rest on these. */
export async function openToken(
  compact: string,
  { resolveKey, profile, now }: TokenPorts,
  passed: (check: Check) => void,
): Promise<Result<Opened, Fault>> {
  const jws = readJws(compact);
  if (!jws.ok) return refused({ code: jws.refusal.code, detail: jws.refusal.problem });
  const algorithm = checkForm(jws.value, profile);
  if (!algorithm.ok) return algorithm;
  passed("form");
  const holder = holderIn(jws.value);
  if (!holder.ok) return holder;
  const how = { relationship: "authentication", otherwise: "kid-holder-mismatch" } as const;
  const { header, payload } = jws.value;
  const key = await keyOf(holder.value, header, { ...how, algorithm: algorithm.value, resolveKey });
  if (!key.ok) return key;
  passed("key");
  if (!(await isSigned(compact, key.value.key, algorithm.value))) return refused({ code: "bad-signature" });
  passed("signature");
  const credentials = readModel(payload);
  if (!credentials.ok) return credentials;
  passed("model");
  const { nonce } = payload;
  const { milliseconds } = profile;
  const times = checkTokenTimes([header, payload], { now, milliseconds });
  const signed = [header, payload].flatMap(({ iat }) => numericDate(iat, milliseconds) ?? []);
  return ok({
    holder: holder.value,
    audience: [payload["aud"] ?? []].flat().filter((one) => typeof one === "string"),
    credentials: credentials.value,
    ...(typeof nonce === "string" ? { nonce } : {}),
    ...(signed.length > 0 ? { signedAt: Math.min(...signed) } : {}),
    ...(times.ok ? {} : { time: times.refusal }),
  });
}

function checkForm({ header, payload }: Jws, profile: Profile): Result<Algorithm, Fault> {
  const algorithm = algorithmOf(header);
  if (!algorithm.ok) return algorithm;
  const stranger = strangeType(header, profile, "presentation");
  if (stranger) return refused({ code: "type-mismatch", detail: shown(header[stranger]) });
  const wrapper = wrapperIn(payload);
  return wrapper === undefined ? algorithm : refused({ code: "wrapper-claim", detail: wrapper });
}

/** The holder that header, claims and presentation agree on. */
function holderIn({ header, payload }: Jws): Result<string, Fault> {
  const named = [
    payload["holder"] === undefined ? undefined : (idOf(payload["holder"]) ?? null),
    header["iss"],
    payload["iss"],
  ];
  const [holder, ...others] = named.filter((one) => one !== undefined);
  const other = others.find((one) => one !== holder);
  return typeof holder === "string" && other === undefined
    ? ok(holder)
    : refused({ code: "holder-mismatch", detail: shown(other ?? holder) });
}

/** The credentials of a presentation; one that holds another presentation holds something that is no credential. */
function readModel(payload: JsonObject): Result<readonly Json[], Fault> {
  const no = (detail: string) => refused({ code: "not-a-presentation" as const, detail });
  if ([payload["@context"] ?? []].flat()[0] !== CREDENTIALS_CONTEXT)
    return no("@context does not begin with that of credentials");
  if (![payload["type"] ?? []].flat().includes("VerifiablePresentation")) return no("type");
  const credentials = [payload["verifiableCredential"] ?? []].flat();
  if (credentials.length > MOST_CREDENTIALS)
    return refused({ code: "too-many-credentials", detail: `more than ${MOST_CREDENTIALS}` });
  const stranger = credentials.findIndex((one) => !readSecured(one).ok);
  if (stranger >= 0) return refused({ code: "unsecured-credential", detail: `number ${stranger}` });
  const values = credentials.reduce<number>((sum, one) => sum + valuesOf(one), 0);
  return values <= MOST_VALUES
    ? ok(credentials)
    : refused({ code: "too-many-credentials", detail: `more than ${MOST_VALUES} values` });
}

/** Values of a credential; the claims of an SD-JWT are no statements, and of what cannot be read none is. */
function valuesOf(json: Json): number {
  const secured = readSecured(json);
  if (!secured.ok) return 0;
  if (secured.value.form === "proof") return countOf(secured.value.document);
  const jws = secured.value.form === "token" ? readJws(secured.value.compact) : undefined;
  return jws?.ok ? countOf(jws.value.payload) : 0;
}
