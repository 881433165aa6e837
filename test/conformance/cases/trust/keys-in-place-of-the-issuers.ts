import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { LEAF } from "../../steps/certificates.ts";
import {
  type Issuer,
  credential,
  expectNotValid,
  expectValid,
  issuer,
  issuerAt,
  keyPair,
  token,
} from "../../steps/credentials.ts";
import { reply } from "../../parties/provider.ts";
import { sdJwt } from "../../steps/sd-jwts.ts";
import { certified, leafPair } from "../../steps/seals.ts";

export default defineCase({
  title: "A token that names no key of its issuer is not verified by a key that it brings or points to",
  requirements: ["MPLI-TRUST-020@abb0c380"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "looking for another key where the one that is named is not found",
  since: "0.1",
  async run(t: Exam) {
    const party = await t.party();
    const forger = { ...keyPair(), kid: "forged" };
    const jwk = { ...forger.jwk, kid: forger.kid, alg: forger.alg };
    party.answer("/keys", () => reply(200, "application/jwk-set+json", JSON.stringify({ keys: [jwk] })));
    const pem = `-----BEGIN CERTIFICATE-----\n${LEAF}\n-----END CERTIFICATE-----\n`;
    party.answer("/chain", () => reply(200, "application/pem-certificate-chain", pem));
    const leaf = { ...leafPair(), kid: "forged" };
    const { x5c } = certified();
    // A key of the leaf's own kind, so that nothing but the signature can give a forgery away.
    for (const victim of [issuer("ES256"), issuer(), issuerAt(party)]) {
      await expectValid(t, token(victim, credential(victim)), `a sound token of ${victim.did.slice(0, 7)}`);
      for (const [what, by, header] of [
        ["jwk", forger, { jwk }],
        ["jku", forger, { jku: `${party.origin}/keys` }],
        ["x5u", leaf, { x5u: `${party.origin}/chain` }],
        ["x5c", leaf, { x5c }],
      ] as const)
        for (const kid of [undefined, by.kid, `${victim.did}#forged`, victim.kid])
          await isNotValid(t, { by, victim, header: { ...header, kid } }, `${what} and the kid ${kid}`);
    }
  },
});

interface Forgery {
  readonly by: Pick<Issuer, "alg" | "jwk" | "privateKey" | "kid">;
  readonly victim: Issuer;
  readonly header: Readonly<Record<string, unknown>>;
}

async function isNotValid(t: Exam, { by, victim, header }: Forgery, what: string): Promise<void> {
  await expectNotValid(t, token(by, credential(victim), header), `a token with ${what}`);
  const shown = sdJwt({ ...by, did: victim.did }, { header });
  await expectNotValid(t, shown, `an SD-JWT VC with ${what}`);
}
