// A participant's way through a clearing house: its own credentials, the number from the notary, the label.
import { type Result, ok, refused } from "../../kernel/result.ts";
import type { TrustPolicy } from "../policy/policy.ts";
import { type GenuineCredential, verifyAnswer } from "./answer.ts";
import { type Label, type Level, askCompliance } from "./compliance.ts";
import type { House } from "./houses.ts";
import { type Registration, askNotary } from "./notary.ts";
import {
  FILES,
  type Participant,
  checkParticipant,
  legalPerson,
  presentation,
  signCredential,
  signPresentation,
  termsAcceptance,
} from "./participant.ts";
import type { HousePorts, HouseRefusal, InputRefusal, Sign } from "./ports.ts";

export interface RegisterRequest {
  readonly house: House;
  readonly level: Level;
  readonly participant: Participant;
  readonly registration: Registration;
  readonly sign: Sign;
}

/** The four credentials, which together say that the participant is one. */
export interface Registered {
  readonly legalPerson: GenuineCredential;
  readonly registration: GenuineCredential;
  readonly terms: GenuineCredential;
  readonly label: Label;
}

/** Registers a participant. Nothing is sent before its own credentials verify as anybody else will verify them. */
export async function register(
  { house, level, participant, registration, sign }: RegisterRequest,
  ports: HousePorts,
): Promise<Result<Registered, HouseRefusal>> {
  const checked = checkParticipant(participant);
  if (!checked.ok) return checked;
  const { did, base } = participant;
  const now = ports.now();
  const person = await own(await signCredential(sign, did, legalPerson(participant, now)), did, ports);
  if (!person.ok) return person;
  const terms = await own(await signCredential(sign, did, termsAcceptance(participant, now)), did, ports);
  if (!terms.ok) return terms;
  const vcId = base + FILES.registration;
  const number = await askNotary({ notary: house.notary, registration, vcId }, ports);
  if (!number.ok) return number;
  const tokens = [person, number, terms].map(({ value }) => value.compact);
  const label = await askCompliance(
    {
      compliance: house.compliance,
      level,
      vcId: base + FILES.label,
      presentation: await signPresentation(sign, did, presentation(did, tokens, now)),
      // Labels list the acceptance of the terms without its address.
      presented: [
        { id: base + FILES.legalPerson, compact: person.value.compact },
        { id: vcId, compact: number.value.compact },
      ],
    },
    ports,
  );
  if (!label.ok) return label;
  return ok({
    legalPerson: person.value,
    registration: number.value,
    terms: terms.value,
    label: label.value,
  });
}

/** Verifies what the participant itself has signed: its DID document has to be published, with this key. */
async function own(
  compact: string,
  did: string,
  ports: HousePorts,
): Promise<Result<GenuineCredential, InputRefusal>> {
  const rules = [{ effect: "accept" as const, issuers: [did] }];
  const policy: TrustPolicy = { name: "self", title: did, version: 1, rules };
  const verified = await verifyAnswer(compact, ports, policy);
  if (verified.ok) return verified;
  return refused({ code: "own-credential-not-valid", faults: verified.refusal.faults });
}
