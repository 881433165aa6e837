// An SD-JWT VC, check by check in the order of the table of checks: what its issuer signed and its holder disclosed.
import { digestHex } from "../../kernel/digest.ts";
import { type Coded, type Result, ok, refused } from "../../kernel/result.ts";
import type { Fault, FaultCode } from "../faults.ts";
import { MOST_VALUES, countOf } from "../data-integrity/statements.ts";
import { hashOf } from "../sd-jwt/digests.ts";
import type { CredentialRefusal } from "../sd-jwt/refusals.ts";
import { type SdJwtVc, readSdJwtVc } from "../sd-jwt/sd-jwt-vc.ts";
import { type JsonObject, type Jws, isObject, readJws } from "../token/jws.ts";
import { shortType } from "../token/profiles.ts";
import type { Credential } from "./model.ts";
import { type Progress, type SignedCredential, type SignerPorts, profileOf, shown } from "./signed.ts";
import { type Signer, algorithmOf, isBy, signerOf } from "./signer.ts";

interface IssuerFault extends Coded {
  readonly code: "issuer-fault";
  readonly fault: Fault;
}

/** Verifies form, key, signature and model of an SD-JWT VC; that whoever shows it is its holder is left open. */
export async function verifySdJwt(
  text: string,
  ports: SignerPorts,
  progress: Progress,
): Promise<Result<SignedCredential, Fault>> {
  let signer: Signer | undefined;
  const read = await readSdJwtVc<IssuerFault>(text, async (jwt) => {
    const verified = await verifyIssuer(jwt, ports, progress);
    if (!verified.ok) return refused({ code: "issuer-fault", fault: verified.refusal });
    ({ signer } = verified.value);
    return ok(verified.value.jws);
  });
  if (!read.ok) return refused(faultOf(read.refusal, signer !== undefined));
  if (!signer) throw new Error("nothing is read without its issuer");
  const { header, claims, presented, keyBinding } = read.value;
  if (countOf(claims) > MOST_VALUES) return refused({ code: "malformed", detail: "too many values" });
  const credential = credentialOf(read.value, signer.issuer);
  if (!credential.ok) return credential;
  progress.passed("model");
  if (claims["cnf"] !== undefined || keyBinding !== undefined) progress.skipped("holder-binding");
  return ok({
    form: "sd-jwt",
    credential: credential.value,
    payload: claims,
    times: [claims, header],
    profile: profileOf(ports),
    key: signer.id,
    ...(signer.anchor ? { anchor: signer.anchor } : {}),
    digest: await digestHex(presented),
  });
}

/** The issuer's token: its form, its key and its signature. */
async function verifyIssuer(
  jwt: string,
  ports: SignerPorts,
  progress: Progress,
): Promise<Result<{ readonly jws: Jws; readonly signer: Signer }, Fault>> {
  const jws = readJws(jwt);
  if (!jws.ok) return refused({ code: jws.refusal.code, detail: jws.refusal.problem });
  const { header, payload } = jws.value;
  const algorithm = algorithmOf(header);
  if (!algorithm.ok) return algorithm;
  if (shortType(header["typ"]) !== "dc+sd-jwt")
    return refused({ code: "type-mismatch", detail: shown(header["typ"]) });
  const hash = hashOf(payload);
  if (!hash.ok) return refused({ code: "alg-not-allowed", detail: shown(payload["_sd_alg"]) });
  progress.passed("form");
  const signer = await signerOf(jws.value, algorithm.value, ports, progress);
  if (!signer.ok) return signer;
  progress.passed("key");
  if (!(await isBy(signer.value, jwt))) return refused({ code: "bad-signature" });
  progress.passed("signature");
  return ok({ jws: jws.value, signer: signer.value });
}

/** What reading found, as a fault: before the signature was looked at it is the form that is wrong. */
function faultOf(refusal: CredentialRefusal | IssuerFault, isSigned: boolean): Fault {
  if (refusal.code === "issuer-fault") return refusal.fault;
  const { code, ...evidence } = refusal;
  const detail = [code, ...Object.values(evidence)].join(" ").slice(0, 200);
  return { code: isSigned ? SIGNED_FAULTS[code] : "malformed", detail };
}

const SIGNED_FAULTS: Readonly<Record<CredentialRefusal["code"], FaultCode>> = {
  "malformed-sd-jwt": "disclosure-mismatch",
  "too-many-disclosures": "malformed",
  "disclosure-malformed": "disclosure-mismatch",
  "disclosure-unused": "disclosure-mismatch",
  "digest-repeated": "disclosure-mismatch",
  "claim-collision": "disclosure-mismatch",
  "claim-not-disclosable": "disclosure-mismatch",
  "sd-alg-not-allowed": "alg-not-allowed",
  "vct-missing": "not-a-credential",
  "malformed-time": "malformed-time",
};

/** The claims as a credential; its one type is `vct`, and its claims are names alone, without a context. */
function credentialOf(
  { claims, vct, notBefore, expires }: SdJwtVc,
  issuer: string,
): Result<Credential, Fault> {
  const { sub, status } = claims;
  const no = (detail: string) => refused({ code: "not-a-credential", detail } as const);
  if (sub !== undefined && typeof sub !== "string") return no("sub");
  if (status !== undefined && !isObject(status)) return no("status");
  return ok({
    types: [vct],
    vct,
    issuer,
    subjects: sub === undefined ? [] : [sub],
    contexts: contextsIn(claims),
    status: [],
    ...(status === undefined ? {} : { tokenStatus: status }),
    document: claims,
    ...(notBefore === undefined ? {} : { validFrom: dateOf(notBefore) }),
    ...(expires === undefined ? {} : { validUntil: dateOf(expires) }),
  });
}

const contextsIn = ({ "@context": context }: JsonObject) => [context ?? []].flat();

const dateOf = (seconds: number) => new Date(seconds * 1000).toISOString().replace(".000", "");
