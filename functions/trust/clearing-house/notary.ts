// The notary of a clearing house: it looks a registration number up in its register and signs that it is there.
import { type Result, ok, refused } from "../../kernel/result.ts";
import { askHouse } from "./ask.ts";
import { type GenuineCredential, mismatch, subjectOf, verifyAnswer } from "./answer.ts";
import type { HousePorts, HouseRefusal } from "./ports.ts";

interface Register {
  /** Type of the credential that the notary signs (ontology of Gaia-X, Loire). */
  readonly type: string;
  readonly form: RegExp;
  readonly example: string;
}

/** The registers that a notary asks, as its addresses name them. */
export const REGISTERS = {
  "vat-id": { type: "gx:VatID", form: /^[A-Z]{2}[0-9A-Z+*]{2,13}$/, example: "DE123456789" },
  "lei-code": { type: "gx:LeiCode", form: /^[0-9A-Z]{18}\d{2}$/, example: "529900T8BM49AURSDO55" },
  eori: { type: "gx:EORI", form: /^[A-Z]{2}[0-9A-Z]{1,15}$/, example: "DE123456789012345" },
  "tax-id": { type: "gx:TaxID", form: /^[0-9A-Z][0-9A-Z ./-]{1,29}$/, example: "12-3456789" },
} as const satisfies Record<string, Register>;

export type RegisterName = keyof typeof REGISTERS;

export interface Registration {
  readonly register: RegisterName;
  readonly number: string;
}

export interface NotaryRequest {
  /** Base address of the notary with its version, such as `https://notary.example/v2`. */
  readonly notary: string;
  readonly registration: Registration;
  /** Where the credential will be published; its subject is `#cs` below it. */
  readonly vcId: string;
}

/**
 * `GET {notary}/registration-numbers/{register}/{number}?vcId=&subjectId=`: a credential of the number, signed by the
 * notary, as a token. Without exactly this `Accept` notaries answer in JSON-LD, unsigned by JOSE.
 */
export async function askNotary(
  { notary, registration: { register, number }, vcId }: NotaryRequest,
  ports: HousePorts,
): Promise<Result<GenuineCredential, HouseRefusal>> {
  const { type, form, example } = REGISTERS[register];
  if (!form.test(number))
    return refused({
      code: "malformed-participant",
      member: register,
      expected: `a number such as ${example}`,
    });
  const subject = `${vcId}#cs`;
  const query = new URLSearchParams({ vcId, subjectId: subject });
  const url = `${notary}/registration-numbers/${register}/${encodeURIComponent(number)}?${query}`;
  const what = "the notary";
  const answer = await askHouse({ what, url, accept: "application/vc+jwt", expects: 200 }, ports);
  if (!answer.ok) return answer;
  const genuine = await verifyAnswer(answer.value, ports, ports.policy);
  if (!genuine.ok) return genuine;
  const found = subjectOf(genuine.value.signed, { type, id: vcId, subject });
  if (!found.ok) return found;
  // The member is called otherwise in each register and release; the number is the number.
  if (!Object.values(found.value).includes(number)) return mismatch("credentialSubject", number, found.value);
  ports.tell({ event: "received", what, id: vcId });
  return ok(genuine.value);
}
