// `mpli clearing-house register` against the stand-in of a clearing house: files on success, how to mend on refusal.
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exportJWK, exportPKCS8 } from "jose";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Signer, type StandIn, problem, sign, standIn } from "../trust/clearing-house/stand-in.ts";
import { mpli } from "./mpli.ts";

let folder: string;
let house: StandIn;
let participant: Signer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mpli-house-"));
  house = await standIn(() => Date.now());
  participant = await house.signer("participant");
  await writeFile(join(folder, "key.jwk"), JSON.stringify(await exportJWK(participant.key)));
  await writeFile(join(folder, "key.pem"), await exportPKCS8(participant.key));
});
afterAll(async () => {
  await house.stop();
  await rm(folder, { recursive: true });
});

const BASE = "https://cloud.example/gaia-x/";
const FILES = ["compliance.jwt", "legal-person.jwt", "registration-number.jwt", "terms-and-conditions.jwt"];

/** The options of a registration that succeeds; a later one of the same name wins. */
function register(out: string, ...more: readonly string[]) {
  const { notary, compliance } = house.house;
  const options = {
    notary,
    compliance,
    "legal-name": "Cloud GmbH",
    vat: "DE123456789",
    country: "DE",
    base: BASE,
    did: participant.did,
    key: join(folder, "key.jwk"),
    out: join(folder, out),
  };
  const given = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
  return mpli(["clearing-house", "register", ...given, "--accept-terms", ...more]);
}

test("a registered provider gets four files, and is told what to do with them", async () => {
  const { code, out, err } = await register("done");
  expect([code, out.split("\n")[0]]).toEqual([
    0,
    `Registered at level SC: 4 credentials in ${join(folder, "done")}`,
  ]);
  expect(out).toContain(`"${BASE}compliance.jwt"]`);
  expect(err.split("\n")[0]).toMatch(/^Asking the notary at 127\.0\.0\.1:\d+; this can take a minute\.$/);
  expect((await readdir(join(folder, "done"))).sort()).toEqual(FILES);
  const label = await readFile(join(folder, "done", "compliance.jwt"), "utf8");
  expect(JSON.parse(Buffer.from(label.split(".")[1] ?? "", "base64url").toString())).toMatchObject({
    id: `${BASE}compliance.jwt`,
    issuer: house.signers.compliance.did,
  });
});

test("--json says the same to programs; a key may be PEM", async () => {
  const { code, out } = await register("json", "--json", "--key", join(folder, "key.pem"), "--kid", "#key-1");
  expect([code, JSON.parse(out)]).toMatchObject([
    0,
    { registered: true, level: "SC", binding: "digest", credential: { length: 4 } },
  ]);
  expect(JSON.parse(out).credential[0]).toMatchObject({
    id: `${BASE}legal-person.jwt`,
    file: "legal-person.jwt",
    type: "gx:LegalPerson",
    issuer: participant.did,
  });
});

test("a refusal says what the house said and how to mend it, and leaves no file", async () => {
  house.play("compliance", () =>
    problem(409, "Unable to validate compliance", ["gx:countryCode sh:in \u001b[2J"]),
  );
  const { code, out, err } = await register("refused");
  expect([code, out]).toEqual([1, ""]);
  expect(err).toContain("The house says no (house-refused).");
  expect(err).toContain("gx:countryCode sh:in");
  expect(err).toContain("Mend what `said` names.");
  expect(err).not.toMatch(/(?!\n)\p{Cc}/u);
  expect(await readdir(folder)).not.toContain("refused");
});

test("a refusal as JSON keeps its code", async () => {
  house.play("notary", () => ({ ...problem(429, "Too many"), headers: { "retry-after": "3600" } }));
  const { code, out } = await register("busy", "--json");
  expect([code, JSON.parse(out)]).toMatchObject([
    2,
    { registered: false, code: "house-busy", status: 429, retryAfter: "3600" },
  ]);
});

test("an answer of a stranger is not kept; --issuer says whom to believe instead", async () => {
  const other = await house.signer("other/v2");
  const act = async (honest: { status: number; type: string; body: string }) => {
    const payload = JSON.parse(Buffer.from(honest.body.split(".")[1] ?? "", "base64url").toString());
    return { ...honest, body: await sign({ ...payload, issuer: other.did }, other) };
  };
  house.play("compliance", act);
  const { code, err } = await register("stranger");
  expect(code).toBe(1);
  expect(err).toContain("issuer-not-trusted");
  expect(err).toContain("name it with --issuer");
  house.play("compliance", act);
  const believed = await register("believed", "--issuer", other.did, "--issuer", house.signers.notary.did);
  expect(believed).toMatchObject({ code: 0 });
});

test("a key that is not the one in the DID document sends nothing", async () => {
  const { key } = await house.signer("another");
  await writeFile(join(folder, "other.jwk"), JSON.stringify(await exportJWK(key)));
  house.asked.length = 0;
  const { code, err } = await register("wrong", "--key", join(folder, "other.jwk"));
  expect([code, house.asked]).toEqual([2, []]);
  expect(err).toContain("Nobody could verify what you sign, so nothing was sent");
});

test.each<[string, readonly string[], string]>([
  ["another house", ["--house", "nobody"], "The house nobody is not known: cispe"],
  ["an address without a scheme", ["--notary", "notary.example"], "is not an address"],
  ["another level", ["--level", "gold"], "Write one of: standard-compliance"],
  ["two numbers", ["--lei", "529900T8BM49AURSDO55"], "Give one registration number"],
  ["a number of another form", ["--vat", "12"], "a number such as DE123456789"],
  ["a country in words", ["--country", "Germany"], "a country by its two letters"],
  ["a base without its slash", ["--base", "https://cloud.example"], "an address that ends with a slash"],
  ["a key that is none", ["--key", "package.json"], "holds no private key"],
  ["a key that is not there", ["--key", "nowhere.jwk"], "there is no such file"],
  ["an address of a private network", ["--notary", "http://10.0.0.1/v2"], "address-not-permitted"],
])("%s is wrong use, and says what is right", async (_, more, says) => {
  const { code, out, err } = await register("never", ...more);
  expect([code, out]).toEqual([2, ""]);
  expect(err).toContain(says);
});

test("nobody accepts terms by accident", async () => {
  const { code, err } = await mpli(["clearing-house", "register", "--house", "lab", "--base", BASE]);
  expect([code, err]).toEqual([2, expect.stringContaining("say so with --accept-terms")]);
});

test("what to do has to be said", async () => {
  expect(await mpli(["clearing-house"])).toMatchObject({ code: 2, err: expect.stringContaining("Usage:") });
});
