import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import type { JsonObject } from "../../http.ts";
import { issuer } from "../../steps/credentials.ts";
import {
  expectSound,
  expectWrong,
  held,
  keyBound,
  presentation,
  presentationFound,
  presentationToken,
  sdJwt,
} from "../../steps/presentations.ts";

export default defineCase({
  title: "A presentation for somebody else, or of another time, is no answer",
  requirements: ["MPLI-PRES-028@57351a34"],
  role: "node",
  feature: "presentations",
  expects: "refuse",
  hunts: "passing on what somebody showed elsewhere",
  since: "0.1",
  async run(t: Exam) {
    const holder = issuer("ES256");
    const me = "did:web:kit.example";
    const options = { challenge: "n", domain: me };
    const found = (more: JsonObject) =>
      presentationFound(t, presentationToken(holder, presentation(holder, [held(holder)], more)), options);
    expectSound(
      t,
      await found({ nonce: "n", aud: ["did:web:other.example", me] }),
      "a presentation for both",
    );
    for (const aud of ["did:web:other.example", ["did:web:other.example"], undefined, `${me}.evil`])
      expectWrong(
        t,
        await found({ nonce: "n", ...(aud ? { aud } : {}) }),
        ["audience", "audience-mismatch"],
        "another audience",
      );
    for (const nonce of ["m", undefined, "nn", ["n"]])
      expectWrong(
        t,
        await found({ aud: me, ...(nonce ? { nonce } : {}) }),
        ["nonce", "nonce-mismatch"],
        "another nonce",
      );
    const text = sdJwt(holder);
    const bound = (request: { nonce: string; audience: string }) =>
      presentationFound(t, keyBound(holder, text, request), options, "application/dc+sd-jwt");
    expectWrong(
      t,
      await bound({ nonce: "m", audience: me }),
      ["nonce", "nonce-mismatch"],
      "an SD-JWT of another nonce",
    );
    expectWrong(
      t,
      await bound({ nonce: "n", audience: "x" }),
      ["audience", "audience-mismatch"],
      "an SD-JWT for another",
    );
  },
});
