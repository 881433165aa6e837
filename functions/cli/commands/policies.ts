// `mpli policies`: by what a node decides whom to believe; and how a policy is signed, checked and installed.
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { type Json, parseJson } from "../../kernel/json.ts";
import { type PolicyDocument, policyDigest } from "../../trust/policy/policy-graph.ts";
import { POLICY_CREDENTIAL } from "../../trust/policy/signed.ts";
import { STOCK } from "../../trust/policy/stock/stock.ts";
import { issueAt, operatorToken, payloadOf } from "../credentials/issued.ts";
import { ask, endpointOf, findNode, readObject } from "../node-client/node.ts";
import {
  PolicyRefused,
  policyInJson,
  readPolicyFile,
  succeeds,
  wholePolicy,
} from "../policies/policy-file.ts";
import { actionIn, needed, nodeIn, only } from "../terminal/arguments.ts";
import { writeTextFile } from "../terminal/files.ts";
import { Stop, WrongUse } from "../terminal/stop.ts";
import { clip, inJson, paint, plain, table, times } from "../terminal/print.ts";

export const usage = `Usage: mpli policies [list] [--at NODE] [--json]
       mpli policies check FILE [--issuer DID] [--digest SHA256] [--held FILE] [--resolved]
       mpli policies sign FILE --at NODE [--id IRI] [--out FILE]
       mpli policies install FILE --out FILE [--issuer DID] [--digest SHA256]

list     the trust policies of a node; without --at those that every node of this version has
check    whether a file is a policy that can be installed: in JSON, in Turtle, or signed in a credential. What it imports
         is fetched, and must have the digest that the import states
sign     has the operator's node sign the policy, for others to install: a credential of the type ${POLICY_CREDENTIAL}
install  checks the policy and writes it with all its rules, for MPLI_TRUST_POLICY of a node. A policy that is there
         already is the one to be replaced: an older version does not take its place

  --at NODE        the address of a node; to sign, the operator's own
  --token TEXT     the operator's token, to sign; better in the variable MPLI_OPERATOR_TOKEN
  --issuer DID     who must have signed the policy
  --digest SHA256  the digest that the policy must have, as check and list show it
  --held FILE      the policy that is to be replaced
  --resolved       writes the policy with the rules of all that it imports
  --id IRI         what the credential is about, such as the address where the policy is published
  --out FILE       where to write the credential, or the policy
  --json           the list as JSON

Exit codes: 0 done; 1 it is no such policy, or the node refuses; 2 it cannot be read or asked.`;

const ACTIONS = ["list", "check", "sign", "install"] as const;
const TEXT = { type: "string" } as const;
const FLAG = { type: "boolean" } as const;
const OPTIONS = {
  at: TEXT,
  token: TEXT,
  issuer: TEXT,
  digest: TEXT,
  held: TEXT,
  id: TEXT,
  out: TEXT,
  resolved: FLAG,
  json: FLAG,
} as const;

type Given = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>["values"];

interface Entry {
  readonly name: string;
  readonly title: string;
  readonly policyVersion: number;
  readonly digest: string;
}

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: OPTIONS });
  const [asked = "list", ...files] = positionals;
  const action = actionIn("policies", asked, ACTIONS);
  if (action === "list" && files.length > 0) throw new WrongUse("list takes no file.");
  if (action === "list") return list(values.at, values.json ?? false);
  const file = only(files, `Name one file to ${action}.`);
  if (action === "check") return check(file, values).catch(verdict);
  return action === "sign" ? sign(file, values) : install(file, values);
}

async function list(at: string | undefined, asJson: boolean): Promise<number> {
  const found = at === undefined ? { default: "open", policy: await stock() } : await listAt(at);
  if (asJson) console.log(inJson(found));
  else {
    const columns = [{ title: "policy" }, { title: "version", align: "right" as const }, { title: "title" }];
    const rows = found.policy.map(({ name, policyVersion, title }) => [
      plain(name),
      String(policyVersion),
      clip(plain(title)),
    ]);
    console.log(
      `${table(
        [...columns, { title: "digest" }],
        rows.map((row, index) => [...row, found.policy[index]?.digest.slice(0, 12) ?? ""]),
      )}\n\n  By default: ${plain(found.default)}`,
    );
  }
  return 0;
}

const stock = (): Promise<Entry[]> =>
  Promise.all(
    STOCK.map(async (policy) => ({
      name: policy.name,
      title: policy.title,
      policyVersion: policy.version,
      digest: await policyDigest({ policy, imports: [] }),
    })),
  );

async function listAt(node: string): Promise<{ default: string; policy: readonly Entry[] }> {
  const address = endpointOf(await findNode(node), "policies");
  const found = await readObject(await ask(address, { headers: { Accept: "application/json" } }), address);
  const { type, policy, default: byDefault } = found;
  if (type !== "TrustPolicies" || !Array.isArray(policy) || typeof byDefault !== "string")
    throw new Stop(2, `${address} did not answer with a list of policies. Give the address of an MPLI node.`);
  const text = (value: unknown) => (typeof value === "string" ? value : "");
  return {
    default: byDefault,
    policy: policy.map((one) => {
      const entry = one as Readonly<Record<string, unknown>> | null;
      const { name, title, digest } = entry ?? {};
      const policyVersion = Number(entry?.["policyVersion"]);
      return { name: text(name), title: text(title), policyVersion, digest: text(digest) };
    }),
  };
}

async function check(file: string, { held, resolved, ...demanded }: Given): Promise<number> {
  const document = await readPolicyFile(file, demanded);
  if (held !== undefined) await succeeds(await readPolicyFile(held), document, file);
  const whole = await wholePolicy(file, document);
  if (resolved) console.log(await policyInJson(whole));
  else console.log(`${paint("green", "conforms")}  ${plain(file)}: ${plain(await inWords(whole, document))}`);
  return 0;
}

/** What check was asked for is its answer, also where it is no. */
function verdict(error: unknown): number {
  if (!(error instanceof PolicyRefused)) throw error;
  console.log(paint("red", error.message));
  return 1;
}

async function inWords(whole: PolicyDocument, document: PolicyDocument): Promise<string> {
  const { name, version, rules } = whole.policy;
  const imported =
    document.imports.length > 0
      ? `, of which it imports ${times(rules.length - document.policy.rules.length, "rule")}`
      : "";
  return `the policy ${name}, version ${version}, with ${times(rules.length, "rule")}${imported}; digest ${await policyDigest(document)}`;
}

async function sign(file: string, { at: given, token, id, out }: Given): Promise<number> {
  const at = nodeIn(given);
  const document = await readPolicyFile(file);
  // Nobody could install what does not resolve.
  await wholePolicy(file, document);
  const { issued } = await issueAt(at, operatorToken(token), {
    credential: await credentialWith(document, id),
    options: {},
  });
  if (out === undefined) console.log(issued);
  else await writeTextFile(out, `${issued}\n`);
  const { id: name, issuer, validUntil } = payloadOf(issued);
  const facts = [name, `of ${String(issuer)}`, `valid until ${String(validUntil)}`];
  console.error(
    plain(`signed ${document.policy.name} in ${facts.join(", ")}; digest ${await policyDigest(document)}`),
  );
  return 0;
}

/** An unsigned credential that holds the policy. */
async function credentialWith(document: PolicyDocument, id: string | undefined): Promise<Json> {
  const json = parseJson(await policyInJson(document));
  const { "@context": _, ...trustPolicy } = json.ok ? (json.value as { [member: string]: Json }) : {};
  return {
    "@context": ["https://www.w3.org/ns/credentials/v2", "https://w3id.org/mpli/credentials/v1"],
    type: ["VerifiableCredential", POLICY_CREDENTIAL],
    credentialSubject: { id: id ?? `urn:sha-256:${await policyDigest(document)}`, trustPolicy },
  };
}

async function install(file: string, { out: given, ...demanded }: Given): Promise<number> {
  const out = needed(given, "Name the file that the node gets: --out installed.json");
  const whole = await wholePolicy(file, await readPolicyFile(file, demanded));
  if (existsSync(out)) await succeeds(await readPolicyFile(out), whole, file);
  if (STOCK.some(({ name }) => name === whole.policy.name))
    throw new Stop(
      1,
      `Every node has a policy of the name ${whole.policy.name}: set MPLI_TRUST_POLICY to the name.`,
    );
  await writeTextFile(out, `${await policyInJson(whole)}\n`);
  console.log(`${paint("green", "installed")}  ${plain(await inWords(whole, whole))}`);
  console.error(`Set it at the node: npx wrangler secret put MPLI_TRUST_POLICY < ${plain(out)}`);
  return 0;
}
