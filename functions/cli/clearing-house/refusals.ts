// What each refusal of the client of clearing houses is called, and how it is mended.
import type { HouseRefusal } from "../../trust/clearing-house/ports.ts";
import { FAULTS } from "../../trust/faults.ts";
import { problemInWords } from "../node-client/refusal.ts";
import { Stop } from "../terminal/stop.ts";

interface Row {
  readonly title: string;
  readonly mend: string;
  /** 1: the answer is no; 2: there is none. */
  readonly exitCode: 1 | 2;
}

const DID_DOCUMENT =
  "Publish the DID document of --did with the public part of --key, listed under assertionMethod, and name it with --kid.";
const ISSUER =
  "If the house signs under another DID, check with its operator which, and name it with --issuer.";

const ROWS: Readonly<Record<HouseRefusal["code"], Row>> = {
  "malformed-participant": {
    title: "What is said of the participant cannot be sent",
    mend: "Correct the option that sets `member`.",
    exitCode: 2,
  },
  "own-credential-not-valid": {
    title: "Nobody could verify what you sign, so nothing was sent",
    mend: DID_DOCUMENT,
    exitCode: 2,
  },
  "address-not-permitted": {
    title: "The house is at an address that is not asked",
    mend: "Give --notary and --compliance as public addresses over https.",
    exitCode: 2,
  },
  "house-unreachable": {
    title: "The house does not answer",
    mend: "Check its address, or try another house: mpli clearing-house --help names some.",
    exitCode: 2,
  },
  "house-busy": {
    title: "The house cannot answer now",
    mend: "Try again later, or go to another house; what it signs is worth the same.",
    exitCode: 2,
  },
  "house-redirects": {
    title: "The house has moved",
    mend: "Give its new address with --notary and --compliance; a presentation is not sent on.",
    exitCode: 2,
  },
  "house-refused": {
    title: "The house says no",
    mend: "Mend what `said` names. If it is about x5u or a certificate: the key in your DID document needs x5u, the address of its certificate chain up to the root.",
    exitCode: 1,
  },
  "answer-unexpected": {
    title: "The house answers with another status than its protocol has",
    mend: "Check that --notary and --compliance end with their version, such as /v2.",
    exitCode: 2,
  },
  "answer-unreadable": {
    title: "The answer of the house cannot be read",
    mend: "Check that --notary and --compliance are the addresses of a clearing house.",
    exitCode: 2,
  },
  "answer-not-valid": {
    title: "The answer of the house is no valid credential, and was not kept",
    mend: ISSUER,
    exitCode: 1,
  },
  "answer-of-another-kind": {
    title: "The house answers with a credential of another type",
    mend: "Report it to the operator of the house; nothing was kept.",
    exitCode: 1,
  },
  "answer-mismatch": {
    title: "The house answers with a credential about something else",
    mend: "Report it to the operator of the house; nothing was kept.",
    exitCode: 1,
  },
};

/** The refusal as JSON, for programs. */
export function refusalAsJson(refusal: HouseRefusal): Record<string, unknown> {
  const { title, mend } = ROWS[refusal.code];
  return { registered: false, ...refusal, title, mend };
}

/** The refusal in words, as the end of a command. */
export function stopFor(refusal: HouseRefusal): Stop {
  const { title, mend, exitCode } = ROWS[refusal.code];
  const { code, ...evidence } = refusal;
  const faults = "faults" in refusal ? { faults: refusal.faults.map(inWords).join(" ") } : {};
  return new Stop(
    exitCode,
    problemInWords({ title: `${title} (${code})`, mend, evidence: { ...evidence, ...faults } }),
  );
}

const inWords = ({ code, detail }: { code: keyof typeof FAULTS; detail?: string }) =>
  `${FAULTS[code].says} (${code}${detail ? `: ${detail}` : ""})`;
