// `mpli credentials`: an operator has its node issue credentials, take them back, and say what it issued.
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { jsonIn, readTextFile, writeTextFile } from "../terminal/files.ts";
import {
  type IssuedRow,
  allIssued,
  askAsOperator,
  issueAt,
  operatorToken,
  payloadOf,
  readIssued,
  stateOf,
  tokenIn,
} from "../credentials/issued.ts";
import { endpointOf, findNode } from "../node-client/node.ts";
import { actionIn, nodeIn } from "../terminal/arguments.ts";
import { Stop, WrongUse } from "../terminal/stop.ts";
import { clip, inJson, paint, plain, progress, table, times } from "../terminal/print.ts";

export const usage = `Usage: mpli credentials issue FILE --at URL [--suspension | --no-status] [--out FILE]
       mpli credentials revoke | suspend | resume | status CREDENTIAL --at URL
       mpli credentials list --at URL

Has the node at URL issue the credential in FILE (JSON; - for standard input), and prints it as a token. CREDENTIAL is its
id, or a file with its token. What is revoked stays so; what is suspended can be resumed.

  --at URL      the operator's node
  --token TEXT  the operator's token; better in the variable MPLI_OPERATOR_TOKEN, where others on the machine do not see it
  --suspension  issue it so that it can also be suspended
  --no-status   issue it so that it can never be taken back
  --out FILE    write the token to a file
  --json        the answer as the node sent it

Exit codes: 0 done; 1 the node refuses; 2 it cannot be asked.`;

const CHANGES = {
  revoke: { statusPurpose: "revocation", status: true, says: "revoked" },
  suspend: { statusPurpose: "suspension", status: true, says: "suspended" },
  resume: { statusPurpose: "suspension", status: false, says: "resumed" },
} as const;

const ACTIONS = ["issue", "revoke", "suspend", "resume", "status", "list"] as const;
const LACKING: Readonly<Record<string, string>> = {
  issue: "Name one file with the credential to issue.",
  list: "list takes no credential; status shows a single one.",
};

interface Asked {
  readonly at: string;
  readonly token: string;
  readonly json: boolean;
}

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      at: { type: "string" },
      token: { type: "string" },
      suspension: { type: "boolean", default: false },
      "no-status": { type: "boolean", default: false },
      out: { type: "string" },
      json: { type: "boolean", default: false },
    },
  });
  const [given, target, ...others] = positionals;
  const action = actionIn("credentials", given, ACTIONS);
  if (others.length > 0 || (action === "list") !== (target === undefined))
    throw new WrongUse(LACKING[action] ?? "Name one credential, by its id or the file of its token.");
  const asked = { at: nodeIn(values.at), token: operatorToken(values.token), json: values.json };
  if (target === undefined) await list(asked);
  else if (action === "issue")
    await issue(target, asked, {
      options: { status: !values["no-status"], suspension: values.suspension },
      out: values.out,
    });
  else if (isChange(action)) await change(action, await idOf(target), asked);
  else await status(await idOf(target), asked);
  return 0;
}

const isChange = (action: string): action is keyof typeof CHANGES => Object.hasOwn(CHANGES, action);

async function issue(
  file: string,
  { at, token, json }: Asked,
  { options, out }: { readonly options: object; readonly out: string | undefined },
): Promise<void> {
  const credential = jsonIn(await readTextFile(file), file);
  const { issued, answer } = await issueAt(at, token, { credential, options });
  const said = json ? inJson(answer) : issued;
  if (out === undefined) console.log(said);
  else await writeTextFile(out, `${said}\n`);
  const { id, validUntil } = payloadOf(issued);
  console.error(`issued ${plain(String(id))}, valid until ${plain(String(validUntil))}`);
}

async function change(action: keyof typeof CHANGES, id: string, { at, token, json }: Asked): Promise<void> {
  const { says, ...wanted } = CHANGES[action];
  const address = endpointOf(await findNode(at), "status");
  const credentialStatus = [{ type: "BitstringStatusListEntry", ...wanted }];
  const answer = await askAsOperator(address, token, { credentialId: id, credentialStatus });
  console.log(json ? inJson(answer) : `${paint("green", says)}  ${plain(id)}`);
}

async function status(id: string, { at, token, json }: Asked): Promise<void> {
  const address = new URL(endpointOf(await findNode(at), "issued"));
  address.searchParams.set("id", id);
  const answer = await askAsOperator(address.href, token);
  const [entry] = [answer["credential"] ?? []].flat();
  if (entry === undefined) throw new Stop(1, `The node has issued no credential ${plain(id)}.`);
  console.log(json ? inJson(entry) : tableOf([readIssued(entry)]));
}

async function list({ at, token, json }: Asked): Promise<void> {
  const tell = progress();
  const node = await findNode(at);
  const rows = await allIssued(node, token, (done) => tell(`${times(done, "credential")} read`));
  if (json) console.log(inJson({ credential: rows }));
  else console.log(rows.length > 0 ? tableOf(rows) : "The node has issued no credential yet.");
}

function tableOf(rows: readonly IssuedRow[]): string {
  const columns = [
    {
      title: "state",
      style: (cell: string) => paint(cell.startsWith("in force") ? "green" : "yellow", cell),
    },
    { title: "issued" },
    { title: "until" },
    { title: "type" },
    { title: "id" },
  ];
  const now = new Date();
  return table(
    columns,
    rows.map((row) => [
      stateOf(row, now),
      plain(row.issuedAt.slice(0, 10)),
      plain(row.validUntil.slice(0, 10)),
      clip(plain(row.types.filter((type) => type !== "VerifiableCredential").join(" "))),
      plain(row.id),
    ]),
  );
}

/** The id of a credential: as it was given, or out of the file that holds its token. */
async function idOf(target: string): Promise<string> {
  if (target !== "-" && !existsSync(target)) {
    if (URL.canParse(target)) return target;
    throw new Stop(2, `${plain(target)} is neither the id of a credential nor a file. Give one of them.`);
  }
  const text = (await readTextFile(target)).trim();
  const token = text.startsWith("{") ? tokenIn(jsonIn(text, target)) : text;
  const { id } = payloadOf(token ?? "");
  if (typeof id === "string") return id;
  throw new Stop(
    2,
    `${target} holds no token of a credential with an id. Give the file that mpli credentials issue wrote.`,
  );
}
