// A credential as a token (W3C VC-JOSE-COSE §3.1.1), check by check in the order of the table of checks.
import { digestHex } from "../../kernel/digest.ts";
import type { Json } from "../../kernel/json.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import { FAULTS, type Fault } from "../faults.ts";
import { type Profile, strangeType, wrapperIn } from "../token/profiles.ts";
import { type JsonObject, type Jws, isObject, readJws } from "../token/jws.ts";
import { type Credential, idOf, readCredential } from "./model.ts";
import { type Progress, type SignedCredential, type SignerPorts, profileOf, shown } from "./signed.ts";
import { type Signer, algorithmOf, isBy, sealIn, signerByDid, signerBySeal } from "./signer.ts";

/** Verifies form, key, signature and model of a token. The first fault ends it, since all later checks rest on these. */
export async function verifyJwt(
  compact: string,
  ports: SignerPorts,
  progress: Progress,
): Promise<Result<SignedCredential, Fault>> {
  const jws = readJws(compact, ports.most);
  if (!jws.ok) return refused({ code: jws.refusal.code, detail: jws.refusal.problem });
  const profile = profileOf(ports);
  const document = documentIn(jws.value, profile);
  if (!document.ok) return document;
  const signer = await signerIn(jws.value, document.value, ports, progress);
  if (!signer.ok) return signer;
  progress.passed("key");
  if (!(await isBy(signer.value, compact))) return refused({ code: "bad-signature" });
  progress.passed("signature");
  const credential = readCredential(document.value);
  if (!credential.ok) return credential;
  const { header, payload } = jws.value;
  if (
    document.value !== payload &&
    payload["sub"] !== undefined &&
    !isAbout(payload["sub"], credential.value)
  )
    return refused({ code: "not-a-credential", detail: "sub is none of its subjects" });
  progress.passed("model");
  const { anchor, id } = signer.value;
  return ok({
    form: "token",
    credential: withTokenStatus(credential.value, document.value === payload ? undefined : payload["status"]),
    payload,
    times: [payload, header],
    profile,
    key: id,
    ...(anchor ? { anchor } : {}),
    digest: await digestHex(compact),
  });
}

const withTokenStatus = (credential: Credential, tokenStatus: Json | undefined): Credential =>
  tokenStatus === undefined ? credential : { ...credential, tokenStatus };

const isAbout = (sub: Json, { subjects }: { readonly subjects: readonly string[] }) =>
  subjects.some((subject) => subject === sub);

/** Members that make a payload itself a credential. */
const MEMBERS = [
  "@context",
  "type",
  "issuer",
  "credentialSubject",
  "credentialStatus",
  "validFrom",
  "validUntil",
];

/** The credential in a token: its payload or, where the profile has it so, the claim `vc`; never one beside another. */
function documentIn({ header, payload }: Jws, profile: Profile): Result<JsonObject, Fault> {
  const stranger = strangeType(header, profile, "credential");
  if (stranger) return refused({ code: "type-mismatch", detail: shown(header[stranger]) });
  const { vc, vp } = payload;
  const isWrapped = profile.wrapped && isObject(vc) && vp === undefined;
  if (isWrapped && !MEMBERS.some((name) => Object.hasOwn(payload, name))) return ok(vc);
  const wrapper = wrapperIn(payload);
  return wrapper === undefined ? ok(payload) : refused({ code: "wrapper-claim", detail: wrapper });
}

/** Who signed: the issuer that header, claims and credential agree on. Keys in the header are not looked at. */
async function signerIn(
  jws: Jws,
  document: JsonObject,
  ports: SignerPorts,
  progress: Progress,
): Promise<Result<Signer, Fault>> {
  const issuer = idOf(document["issuer"]);
  if (issuer === undefined) return refused({ code: "issuer-mismatch", detail: "no issuer" });
  const isSealed = profileOf(ports).sealed && issuer.startsWith("did:elsi:");
  const form = isSealed ? sealIn(jws) : algorithmOf(jws.header);
  if (form.ok || FAULTS[form.refusal.code].check !== "form") progress.passed("form");
  if (!form.ok) return form;
  for (const named of [jws.header["iss"], jws.payload["iss"]])
    if (named !== undefined && named !== issuer)
      return refused({ code: "issuer-mismatch", detail: shown(named) });
  return typeof form.value === "string"
    ? signerByDid(issuer, jws, form.value, ports)
    : signerBySeal(issuer, form.value, ports, progress);
}
