// A trust policy as its file holds it: by itself, or in a credential of whoever keeps it; and what can be wrong with it.
import { guardedFetch } from "../../edge/guard.ts";
import { Store } from "../../kernel/graph.ts";
import { serialize } from "../../kernel/syntax.ts";
import { OPEN } from "../../trust/policy/stock/open.ts";
import { graphOfText, resolveImports } from "../../trust/policy/imports.ts";
import { type PolicyDocument, policyDigest, policyGraph } from "../../trust/policy/policy-graph.ts";
import { readWholePolicy } from "../../trust/policy/read-policy.ts";
import { POLICY_PROBLEMS } from "../../trust/policy/refusals.ts";
import { checkSuccession, signedPolicy } from "../../trust/policy/signed.ts";
import { readDocument } from "../terminal/files.ts";
import { problemInWords } from "../node-client/refusal.ts";
import { localVerifier, looksSecured, securedIn } from "../credentials/secured-file.ts";
import { Stop } from "../terminal/stop.ts";
import { plain } from "../terminal/print.ts";

/** Stands for the address of a file. */
const BASE = "https://policy.invalid/";

const PROBLEMS: Readonly<Record<string, { readonly title: string; readonly mend: string }>> = {
  ...POLICY_PROBLEMS,
  "import-unreachable": {
    title: "An imported policy could not be read",
    mend: "Check its address, or leave the import out.",
  },
  "import-malformed": { title: "An imported policy is not one", mend: "Tell whoever publishes it." },
  "import-digest-mismatch": {
    title: "An imported policy is not the one that was meant",
    mend: "Read it anew; when it says what you want, write the digest in `found`.",
  },
  "import-loop": {
    title: "The policy imports itself, through others",
    mend: "Leave one of the imports out.",
  },
  "import-too-deep": { title: "The imports lead too far", mend: "Import at most three policies deep." },
  "too-many-imports": { title: "The policy imports too many others", mend: "Import fewer policies." },
  "policy-of-another-name": {
    title: "The policies have different names",
    mend: "Compare versions of one policy.",
  },
  "policy-rollback": {
    title: "The policy is older than the one that is held, or another under the same version",
    mend: "Give a changed policy a higher version.",
  },
  "policy-digest-differs": {
    title: "The policy is not the one that was meant",
    mend: "Read it; when it says what you want, give the digest in `found`.",
  },
  "policy-not-verified": {
    title: "The credential with the policy is not valid for certain",
    mend: "See mpli verify of the same file, and ask whoever keeps the policy for a valid one.",
  },
  "policy-of-another-issuer": {
    title: "Somebody else has signed the policy",
    mend: "Ask whom you trust for it, or name in --issuer whom you do.",
  },
  "no-policy-credential": {
    title: "The credential holds no policy",
    mend: "It has the type TrustPolicyCredential, and the policy in trustPolicy of its subject. mpli policies sign makes one.",
  },
  "policy-not-signed": {
    title: "Nobody has signed the policy",
    mend: "Ask its keeper for the credential with it, or leave --issuer out where you trust the file itself.",
  },
};

/** The answer is no: it is not a policy that could be installed. */
export class PolicyRefused extends Stop {
  constructor(message: string) {
    super(1, message);
  }
}

interface Coded {
  readonly code: string;
}

/** Ends with the answer no, and with what is wrong with the policy in `file`. */
export function refusePolicy(
  file: string,
  { code, ...evidence }: Coded & Readonly<Record<string, unknown>>,
): never {
  const { title, mend } = PROBLEMS[code] ?? { title: code, mend: "" };
  throw new PolicyRefused(`${plain(file)}: ${problemInWords({ title, mend, evidence })}`);
}

export interface Demanded {
  /** DID of whoever must have signed the policy; without it the file itself is trusted. */
  readonly issuer?: string | undefined;
  /** SHA-256 of the policy as it is published. */
  readonly digest?: string | undefined;
}

/** The policy in a file, if it is what is demanded. Its imports are not followed. */
export async function readPolicyFile(
  file: string,
  { issuer, digest }: Demanded = {},
): Promise<PolicyDocument> {
  const { text, syntax } = await readDocument(file);
  const isSigned = looksSecured(text);
  if (isSigned && issuer === undefined)
    throw new Stop(2, `${plain(file)} is a signed policy. Say whose it has to be: --issuer DID`);
  if (!isSigned && issuer !== undefined) refusePolicy(file, { code: "policy-not-signed" });
  const document =
    issuer === undefined ? await unsigned(file, text, syntax) : await signedBy(issuer, file, text);
  const found = await policyDigest(document);
  if (digest !== undefined && digest.toLowerCase() !== found)
    refusePolicy(file, { code: "policy-digest-differs", expected: digest, found });
  return document;
}

async function unsigned(
  file: string,
  text: string,
  syntax: Parameters<typeof graphOfText>[1],
): Promise<PolicyDocument> {
  const graph = await graphOfText(text, syntax, BASE);
  const read = graph.ok ? readWholePolicy(graph.value) : graph;
  return read.ok ? read.value : refusePolicy(file, read.refusal);
}

// MPLI-POL-033: valid, of the type, and of the issuer that was chosen.
async function signedBy(issuer: string, file: string, text: string): Promise<PolicyDocument> {
  const found = await localVerifier()(securedIn(text, file), { profile: "w3c", policy: OPEN });
  const read = signedPolicy(found, issuer);
  if (read.ok) return read.value;
  const faults = found.checks.flatMap(({ code }) => code ?? []);
  return refusePolicy(file, { ...read.refusal, ...(faults.length > 0 ? { faults } : {}) });
}

/** The policy with the rules of all that it imports, which are fetched and compared with their digests. */
export async function wholePolicy(file: string, document: PolicyDocument): Promise<PolicyDocument> {
  const ask = guardedFetch(fetch, { loopback: true });
  const resolved = await resolveImports(document, ask);
  return resolved.ok ? { policy: resolved.value, imports: [] } : refusePolicy(file, resolved.refusal);
}

/** Ends with the answer no where a policy must not take the place of the one that is held. */
export async function succeeds(held: PolicyDocument, next: PolicyDocument, file: string): Promise<void> {
  const refusal = await checkSuccession(held, next);
  if (refusal) refusePolicy(file, refusal);
}

/** As JSON under our context, the way in which a node takes it. */
export async function policyInJson(document: PolicyDocument): Promise<string> {
  const written = await serialize(new Store(policyGraph(document)), "application/ld+json");
  if (!written.ok) throw new Error(`a policy cannot be written: ${written.refusal.code}`);
  return written.value.trimEnd();
}
