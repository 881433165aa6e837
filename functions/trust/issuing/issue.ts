// Issuing: complete and check, enter in the book, sign. What is refused leaves no trace.
import { sha256Hex } from "../../kernel/digest.ts";
import type { Json } from "../../kernel/json.ts";
import { type Result, ok } from "../../kernel/result.ts";
import { enveloped } from "../credential/secured.ts";
import type { JsonObject } from "../token/jws.ts";
import { type DraftRefusal, type Issuing, complete, inSeconds } from "./complete.ts";
import type { Sign } from "./keys.ts";
import type { IssuanceBook, Position, TakenRefusal } from "./ports.ts";
import { type RequestRefusal, readIssueRequest } from "./request.ts";

export type IssueRefusal = RequestRefusal | DraftRefusal | TakenRefusal;

export interface IssueWorld extends Issuing {
  readonly book: IssuanceBook;
  readonly sign: Sign;
  /** Address of a status list by its number. */
  readonly listAddress: (list: number) => string;
}

/** What the header of a token says that holds a credential (VC-JOSE-COSE §3.1.1). */
export const AS_CREDENTIAL = { typ: "vc+jwt", cty: "vc" } as const;

/** Issues what `body` asks for; gives the credential in its envelope (Verifiable Credentials Data Model 2.0 §4.13). */
export async function issue(body: Json, world: IssueWorld): Promise<Result<JsonObject, IssueRefusal>> {
  const request = readIssueRequest(body);
  if (!request.ok) return request;
  const draft = await complete(request.value.credential, world);
  if (!draft.ok) return draft;
  const { id, types, validUntil, document } = draft.value;
  const { purposes } = request.value;
  const issuedAt = inSeconds(world.now.getTime());
  const positions = await world.book.reserve({ id, types, purposes, issuedAt, validUntil });
  if (!positions.ok) return positions;
  const entries = positions.value.map((position) => statusEntry(position, world.listAddress));
  const signed = entries.length > 0 ? { ...document, credentialStatus: oneOrSeveral(entries) } : document;
  const token = await world.sign(signed, { did: world.did, ...AS_CREDENTIAL });
  await world.book.seal(id, sha256Hex(token));
  return ok(enveloped(token));
}

function statusEntry(
  { purpose, list, index }: Position,
  listAddress: IssueWorld["listAddress"],
): { [member: string]: Json } {
  const address = listAddress(list);
  return {
    id: `${address}#${index}`,
    type: "BitstringStatusListEntry",
    statusPurpose: purpose,
    statusListIndex: String(index),
    statusListCredential: address,
  };
}

const oneOrSeveral = (entries: { [member: string]: Json }[]): Json =>
  entries.length === 1 ? (entries[0] ?? null) : entries;
