import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { encode, issuer, signed } from "../../steps/credentials.ts";
import {
  expectSound,
  expectWrong,
  presentation,
  presentationFound,
  presentationToken,
} from "../../steps/presentations.ts";

export default defineCase({
  title: "A token of a presentation is read as strictly as one of a credential",
  requirements: ["MPLI-PRES-017@864725bb"],
  role: "node",
  feature: "presentations",
  expects: "refuse",
  hunts: "a second reader of tokens, with more patience than the first",
  since: "0.1",
  async run(t: Exam) {
    const holder = issuer();
    const sound = presentation(holder, []);
    const [header = "", payload = "", signature = ""] = presentationToken(holder, sound).split(".");
    expectSound(t, await presentationFound(t, `${header}.${payload}.${signature}`), "a sound presentation");
    const twice = `{"holder":"${issuer().did}",${JSON.stringify(sound).slice(1)}`;
    const whole = JSON.stringify({ alg: holder.alg, typ: "vp+jwt", kid: holder.kid });
    const wrong: readonly [string, string][] = [
      ["malformed", `${header}.${payload}`],
      ["malformed", `${header}.${payload}=.${signature}`],
      ["malformed", signed(holder, whole, twice)],
      [
        "alg-not-allowed",
        `${encode(JSON.stringify({ alg: "none", typ: "vp+jwt" }))}.${payload}.${signature}`,
      ],
      ["alg-not-allowed", presentationToken(holder, sound, { alg: "HS256" })],
      ["crit-not-understood", presentationToken(holder, sound, { crit: ["exp"] })],
      ["crit-not-understood", presentationToken(holder, sound, { b64: true })],
      ["type-mismatch", presentationToken(holder, sound, { typ: "vc+jwt" })],
      ["type-mismatch", presentationToken(holder, sound, { typ: undefined })],
      ["type-mismatch", presentationToken(holder, sound, { cty: "vc" })],
      ["wrapper-claim", presentationToken(holder, { ...sound, vp: {} })],
    ];
    for (const [code, text] of wrong)
      expectWrong(t, await presentationFound(t, text), ["form", code], `a token that is ${code}`);
  },
});
