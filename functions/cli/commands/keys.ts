// `mpli keys`: the keys that a node signs with. They are secrets: they go to standard output or to the file asked for, and nowhere else.
import { parseArgs } from "node:util";
import { readTextFile, writeTextFile } from "../terminal/files.ts";
import {
  KEY_ALGORITHMS,
  type KeySet,
  newKey,
  readKeySet,
  rotated,
  rowsOf,
  without,
} from "../keys/key-set.ts";
import { actionIn } from "../terminal/arguments.ts";
import { Stop, WrongUse } from "../terminal/stop.ts";
import { inJson, paint, plain, table } from "../terminal/print.ts";

export const usage = `Usage: mpli keys new [--alg EdDSA|ES256] [--name NAME] [--out FILE]
       mpli keys rotate [SET] [--alg EdDSA|ES256] [--name NAME] [--drop NAME ...] [--out FILE]
       mpli keys list [SET] [--json]

Makes and keeps the set of keys that a node signs with, a JWK Set, the newest first. SET is the file of a set, or of the
single key of MPLI_SIGNING_KEY; by default standard input. The set that comes out is secret. A node takes it as
MPLI_SIGNING_KEYS:

  npx wrangler secret put MPLI_SIGNING_KEYS < set.json

A runner reads its key from the file that its configuration names.

new     a set of one new key
rotate  the set with a new key in front; of the others only the public halves stay, so that what they signed still holds
list    name, algorithm and state of each key, and nothing that is secret

  --alg        EdDSA (Ed25519, the default) or ES256 (P-256)
  --name NAME  name of the new key in the DID document; by default its thumbprint (RFC 7638)
  --drop NAME  leave a key out altogether, as when it was stolen: all that it ever signed is then worth nothing
  --out FILE   write the set to a new file that only its owner can read
  --json       the list as JSON

Exit codes: 0 done; 1 there is no such key; 2 the set cannot be read.`;

const ACTIONS = ["new", "rotate", "list"] as const;

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      alg: { type: "string", default: "EdDSA" },
      name: { type: "string" },
      drop: { type: "string", multiple: true, default: [] },
      out: { type: "string" },
      json: { type: "boolean", default: false },
    },
  });
  const [asked, file, ...others] = positionals;
  const action = actionIn("keys", asked, ACTIONS);
  if (others.length > 0 || (action === "new" && file !== undefined))
    throw new WrongUse(action === "new" ? "new takes no file." : "Name one file with a set.");
  const algorithm = KEY_ALGORITHMS.find((name) => name === values.alg);
  if (!algorithm)
    throw new Stop(2, `--alg ${plain(values.alg)} is not one of ${KEY_ALGORITHMS.join(" and ")}.`);
  const read = async () => readKeySet(await readTextFile(file ?? "-"), file ?? "Standard input");
  if (action === "list") {
    console.log(list(await read(), values.json));
    return 0;
  }
  const kept = action === "new" ? { keys: [] } : without(await read(), values.drop);
  const set = rotated(kept, await newKey(algorithm, values.name));
  const [newest] = rowsOf(set);
  await hand(set, values.out);
  console.error(`${newest?.name} signs from now on, by ${newest?.algorithm}. ${NEXT(values.out)}`);
  return 0;
}

const NEXT = (file = "SET") =>
  `For a node, set it as its secret: npx wrangler secret put MPLI_SIGNING_KEYS < ${file}
For a runner, name the file as "key" in its configuration; mpli runner --check says its DID.`;

function list(set: KeySet, asJson: boolean): string {
  const rows = rowsOf(set);
  if (asJson) return inJson({ keys: rows });
  const columns = [
    { title: "key" },
    { title: "algorithm" },
    { title: "state", style: (cell: string) => paint(cell.startsWith("signs") ? "green" : "dim", cell) },
  ];
  return table(
    columns,
    rows.map(({ name, algorithm, state }) => [plain(name), algorithm, state]),
  );
}

/** Gives the secret to whoever asked for it. No file is written over: it may be the only place where a key still is. */
async function hand(set: KeySet, file: string | undefined): Promise<void> {
  const text = `${JSON.stringify(set)}\n`;
  if (file === undefined) process.stdout.write(text);
  else await writeTextFile(file, text, "secret");
}
