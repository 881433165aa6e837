// `mpli clearing-house register`: credentials of a Gaia-X clearing house for a provider, as files that its manifest links.
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { BoundedMap } from "../../edge/bounded-map.ts";
import { guardedFetch, permitted } from "../../edge/guard.ts";
import { LEVELS, type Level } from "../../trust/clearing-house/compliance.ts";
import { HOUSES, type House, didAt, housePolicy } from "../../trust/clearing-house/houses.ts";
import { REGISTERS, type RegisterName } from "../../trust/clearing-house/notary.ts";
import { FILES, TERMS } from "../../trust/clearing-house/participant.ts";
import { type HousePorts, RETRIES } from "../../trust/clearing-house/ports.ts";
import { type Registered, register } from "../../trust/clearing-house/register.ts";
import { statusReader } from "../../trust/credential/status.ts";
import { type RememberedDid, resolver } from "../../trust/did/resolve.ts";
import type { KeptList } from "../../trust/status/status.ts";
import { readSigner } from "../clearing-house/key-file.ts";
import { refusalAsJson, stopFor } from "../clearing-house/refusals.ts";
import { PARTS, asJson, inWords, progressInWords } from "../clearing-house/words.ts";
import { needed } from "../terminal/arguments.ts";
import { Stop, WrongUse } from "../terminal/stop.ts";
import { makeFolder, writeTextFile } from "../terminal/files.ts";
import { webAddress } from "../node-client/node.ts";
import { inJson, plain } from "../terminal/print.ts";

export const usage = `Usage: mpli clearing-house register --house NAME --legal-name NAME --vat NUMBER --country CC
         --base URL --key FILE --accept-terms [options]

Registers a provider at a Gaia-X clearing house: signs what it says of itself, has a notary confirm its number, has the
compliance service issue a label, verifies both answers, and writes four credentials as files.

  --house NAME       ${Object.keys(HOUSES).join(", ")} (lab is for trying); or name one by its addresses:
  --notary URL       its notary, with the version, such as https://notary.example/v2
  --compliance URL   its compliance service, likewise
  --issuer DID       a DID that the house signs under; by default the did:web of its addresses. May be repeated
  --legal-name NAME  as in the register of companies
  --vat, --lei, --eori, --tax-id NUMBER   the registration number, one of these
  --country CC       country of the headquarters, two letters; --legal-country CC if the legal address is elsewhere
  --base URL         where you will publish the files, such as https://cloud.example/gaia-x/
  --did DID          the provider (did:web of the host in --base)
  --key FILE         its private key: a JWK, or PKCS#8 in PEM. It is used here and sent nowhere
  --kid ID           the key's id in the DID document (the JWK's kid, or #key-1)
  --level LEVEL      ${Object.keys(LEVELS).join(", ")} (standard-compliance)
  --accept-terms     the provider accepts the terms and conditions of Gaia-X; this is signed
  --out DIR          folder for the files (.)
  --json             the outcome as JSON

Exit codes: 0 registered; 1 the house says no, or its answer does not hold; 2 it could not be asked.`;

const NUMBERS = {
  vat: "vat-id",
  lei: "lei-code",
  eori: "eori",
  "tax-id": "tax-id",
} as const satisfies Record<string, RegisterName>;
/** Houses ask registers of several states before they answer. */
const PATIENCE_SECONDS = 120;

const TEXT = { type: "string" } as const;
const OPTIONS = {
  house: TEXT,
  notary: TEXT,
  compliance: TEXT,
  issuer: { type: "string", multiple: true },
  "legal-name": TEXT,
  vat: TEXT,
  lei: TEXT,
  eori: TEXT,
  "tax-id": TEXT,
  country: TEXT,
  "legal-country": TEXT,
  base: TEXT,
  did: TEXT,
  key: TEXT,
  kid: TEXT,
  level: { type: "string", default: "standard-compliance" },
  "accept-terms": { type: "boolean" },
  out: { type: "string", default: "." },
  json: { type: "boolean" },
} as const;

type Given = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>["values"];

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: OPTIONS });
  if (positionals.join(" ") !== "register") throw new WrongUse("Say what to do: register.");
  const house = houseIn(values);
  const base = option(values, "base");
  const did = values.did ?? didAt(`${addressIn("--base", base).origin}/`);
  if (!values["accept-terms"])
    throw new Stop(
      2,
      `A house registers only who accepts the terms and conditions of Gaia-X (SHA-256 ${TERMS}). Read them at https://docs.gaia-x.eu, and say so with --accept-terms; it is signed with your key.`,
    );
  const country = option(values, "country");
  const request = {
    house,
    level: levelIn(values),
    participant: {
      did,
      legalName: option(values, "legal-name"),
      country,
      legalCountry: values["legal-country"] ?? country,
      base,
    },
    registration: numberIn(values),
    sign: await readSigner(option(values, "key"), did, values.kid),
  };
  const registered = await register(request, portsFor(house, values.issuer));
  if (!registered.ok) {
    const stop = stopFor(registered.refusal);
    if (!values.json) throw stop;
    console.log(inJson(refusalAsJson(registered.refusal)));
    return stop.exitCode;
  }
  await write(registered.value, values.out);
  console.log(values.json ? inJson(asJson(registered.value, base)) : inWords(registered.value, values.out));
  return 0;
}

function houseIn({ house = "", notary, compliance }: Given): House {
  const known: House | undefined = Object.hasOwn(HOUSES, house)
    ? HOUSES[house as keyof typeof HOUSES]
    : undefined;
  if (house && !known)
    throw new Stop(
      2,
      `The house ${plain(house)} is not known: ${Object.keys(HOUSES).join(", ")}. Name another by --notary and --compliance.`,
    );
  const [notaryAt, complianceAt] = [notary ?? known?.notary, compliance ?? known?.compliance];
  if (!notaryAt || !complianceAt)
    throw new WrongUse("Name a house: --house cispe, or its --notary and --compliance.");
  return {
    title: known?.title ?? "the house",
    notary: baseOf("--notary", notaryAt),
    compliance: baseOf("--compliance", complianceAt),
  };
}

function addressIn(option: string, text: string): URL {
  const url = webAddress(text);
  if (url) return url;
  throw new Stop(2, `${option} ${plain(text)} is not an address. Write it with its scheme: https://…`);
}

const baseOf = (option: string, text: string) => addressIn(option, text).href.replace(/\/+$/, "");

const option = (values: Given, name: "base" | "country" | "legal-name" | "key"): string =>
  needed(values[name], `--${name} is missing.`);

function levelIn({ level }: Given): Level {
  if (Object.hasOwn(LEVELS, level)) return level as Level;
  throw new Stop(2, `--level ${plain(level)} is not known. Write one of: ${Object.keys(LEVELS).join(", ")}.`);
}

function numberIn(values: Given) {
  const given = Object.entries(NUMBERS).flatMap(([option, register]) => {
    const number = values[option as keyof typeof NUMBERS];
    return number === undefined ? [] : [{ register, number: number.trim() }];
  });
  const [one, ...others] = given;
  if (one && others.length === 0) return one;
  throw new Stop(
    2,
    `Give one registration number: --vat ${REGISTERS["vat-id"].example}, --lei, --eori or --tax-id.`,
  );
}

function portsFor(house: House, issuers: readonly string[] | undefined): HousePorts {
  const now = () => Date.now();
  // A house on this machine is for trying; one elsewhere must not lead here.
  const loopback = [house.notary, house.compliance].every((url) => !permitted(url, { loopback: false }).ok);
  const fetchNow = guardedFetch(fetch, { loopback }, PATIENCE_SECONDS);
  const resolveKey = resolver({
    fetch: fetchNow,
    now,
    loopback,
    cache: new BoundedMap<RememberedDid>(1_000_000),
  });
  const cache = new BoundedMap<KeptList>(16_000_000);
  return {
    fetch: fetchNow,
    resolveKey,
    statusOf: statusReader({ fetch: fetchNow, resolveKey, now, profile: "gaia-x", cache }),
    now,
    sleep: (milliseconds) => sleep(milliseconds),
    retries: RETRIES,
    policy: housePolicy(house, issuers ? { notaries: issuers, compliances: issuers } : {}),
    tell: (progress) => console.error(plain(progressInWords(progress))),
  };
}

async function write(registered: Registered, folder: string): Promise<void> {
  await makeFolder(folder);
  for (const part of PARTS) await writeTextFile(join(folder, FILES[part]), registered[part].compact);
}
