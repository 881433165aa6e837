import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { credential, expectFault, expectValid, issuer, respelt, token } from "../../steps/credentials.ts";

export default defineCase({
  title: "A token is read without patience: three parts, one spelling, each name once",
  requirements: ["MPLI-TRUST-012@6c927c84", "MPLI-TRUST-009@3dce0980"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "a library that repairs what it reads",
  since: "0.1",
  async run(t: Exam) {
    const one = issuer();
    const sound = token(one, credential(one));
    await expectValid(t, sound, "the sound token");
    const [header = "", payload = "", signature = ""] = sound.split(".");
    const twice = JSON.stringify(credential(one)).replace("{", '{"issuer":"did:web:evil.example",');
    const wrong = {
      "two parts": `${header}.${payload}`,
      "four parts": `${sound}.`,
      "no signature": `${header}.${payload}.`,
      padding: `${header}=.${payload}.${signature}`,
      "white space": `${header}.${payload} .${signature}`,
      "base64 of the other alphabet": `${header}.${payload}.${signature.slice(0, -4)}+/+/`,
      "spare bits": `${header}.${payload}.${respelt(signature)}`,
      "a payload that is a list": token(one, "[]"),
      "a payload that is no JSON": token(one, "{"),
      "a name twice": token(one, twice),
      "no text at all": "x",
    };
    for (const [what, compact] of Object.entries(wrong))
      await expectFault(t, compact, ["form", "failed", "malformed"], what);
  },
});
