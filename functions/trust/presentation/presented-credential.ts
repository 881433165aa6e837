// A credential of a presentation, verified like any other, and what a query sees of it.
import type { Json } from "../../kernel/json.ts";
import { rdf } from "../../kernel/generated/vocabulary.ts";
import { claimsOf } from "../credential/claims.ts";
import { idOf } from "../credential/model.ts";
import { type Secured, readSecured } from "../credential/secured.ts";
import {
  type Verification,
  type VerifyOptions,
  type VerifyPorts,
  verifyCredential,
} from "../credential/verify.ts";
import type { JsonObject } from "../token/jws.ts";
import type { Format } from "./dcql.ts";
import type { VerifiedCredential } from "./satisfies.ts";

export interface CheckedCredential {
  readonly verification: Verification;
  readonly asked: VerifiedCredential;
}

/** `holder`: the DID of who presents; `bound`: it was presented with the key that it is bound to. */
export interface Presenter {
  readonly holder?: string;
  readonly bound: boolean;
}

/** Verifies one credential; `json` has been found to be secured in some way. */
export async function checkCredential(
  json: Json,
  { holder, bound }: Presenter,
  ports: VerifyPorts,
  options: VerifyOptions,
): Promise<CheckedCredential> {
  const secured = readSecured(json);
  if (!secured.ok) throw new Error("not a secured credential");
  const verification = await verifyCredential(secured.value, ports, options);
  const { outcome, checks } = verification;
  const faults = checks.flatMap(({ code }) => code ?? []);
  const said = await saidBy(secured.value.form, verification);
  const isOfHolder = bound || (holder !== undefined && said.subjects.every((subject) => subject === holder));
  const { format, claims, types } = said;
  const asked = { format, claims, outcome, faults, isOfHolder, at: ports.now() };
  return {
    verification,
    asked: { ...asked, ...(types ? { types } : {}), ...(holder === undefined ? {} : { holder }) },
  };
}

interface Said extends Pick<VerifiedCredential, "format" | "types" | "claims"> {
  /** At least one; undefined for one without an id, which could be anybody. */
  readonly subjects: readonly (string | undefined)[];
}

const NOTHING = { claims: {}, subjects: [undefined] };

/** What was verified, and nothing that stands beside it: whoever presents it can write a second credential around it. */
async function saidBy(form: Secured["form"], { signed }: Verification): Promise<Said> {
  const format = FORMATS[form];
  if (!signed) return { format, ...NOTHING };
  const { document, vct } = signed.credential;
  if (vct !== undefined) return { format, claims: document, types: [vct], subjects: [idOf(document["sub"])] };
  const subjects = [document["credentialSubject"] ?? []].flat().map(idOf);
  const types = await typesOf(document);
  return { format, claims: document, subjects, ...(types ? { types } : {}) };
}

/** As queries call the ways in which credentials are secured; one that cannot be verified answers none. */
const FORMATS: Readonly<Record<Secured["form"], Format>> = {
  token: "vc+jwt",
  "sd-jwt": "dc+sd-jwt",
  proof: "ldp_vc",
  unsupported: "vc+jwt",
};

/** The IRIs of a credential's types, by its contexts alone. */
async function typesOf(document: JsonObject): Promise<readonly string[] | undefined> {
  const { "@context": context = null, type = [] } = document;
  const read = await claimsOf({ contexts: [context].flat(), document: { "@context": context, type } });
  if (!read.ok) return undefined;
  return read.value.filter(({ predicate }) => predicate.equals(rdf.type)).map(({ object }) => object.value);
}
