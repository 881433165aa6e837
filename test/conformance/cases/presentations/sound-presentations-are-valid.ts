import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { isObject } from "../../http.ts";
import { issuer, keyAsDid } from "../../steps/credentials.ts";
import {
  PRESENTATION_CHECKS,
  checkNamed,
  expectSound,
  held,
  objectsIn,
  presentation,
  presentationFound,
  presentationToken,
} from "../../steps/presentations.ts";

export default defineCase({
  title: "A sound presentation is valid, in all its checks",
  requirements: ["MPLI-PRES-012@55b078ee", "MPLI-PRES-013@ae12e4a2", "MPLI-PRES-015@128c1532"],
  role: "node",
  feature: "presentations",
  expects: "accept",
  hunts: "a key or an algorithm that is not known",
  since: "0.1",
  async run(t: Exam) {
    for (const holder of [issuer("EdDSA"), issuer("ES256"), issuer("PS256"), keyAsDid()]) {
      const by = issuer();
      const text = presentationToken(
        holder,
        presentation(holder, [held(holder, {}, by), held(holder)], {
          nonce: "n",
          aud: "did:web:kit.example",
        }),
      );
      const asked = await presentationFound(t, text, { challenge: "n", domain: "did:web:kit.example" });
      expectSound(t, asked, `a presentation of ${holder.did.slice(0, 8)} by ${holder.alg}`);
      const checks = objectsIn(t, asked, "checks");
      t.equal(
        checks.map(({ check, outcome }) => `${check} ${outcome}`),
        PRESENTATION_CHECKS.map((name) => `${name} passed`),
        "the checks are",
      );
      const credentials = objectsIn(t, asked, "credentials");
      t.equal(
        credentials.map(({ ofHolder, verification }) => [
          ofHolder,
          isObject(verification) && verification["outcome"],
        ]),
        [
          [true, "valid"],
          [true, "valid"],
        ],
        "what is said of the credentials is",
      );
      const [first] = credentials;
      const record = first?.["verification"];
      t.equal(isObject(record) && record["issuer"], by.did, "the issuer of the first credential is");
      const free = await presentationFound(t, text);
      expectSound(t, free, "the same where nobody asks for nonce and audience");
      for (const name of ["audience", "nonce"])
        t.equal(checkNamed(t, free, name)["outcome"], "not-asked", `the check \`${name}\` is`);
    }
  },
});
