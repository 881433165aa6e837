import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import type { JsonObject } from "../../http.ts";
import { issuer } from "../../steps/credentials.ts";
import {
  expectSound,
  expectWrong,
  keyBound,
  presentation,
  presentationFound,
  presentationToken,
  sdJwt,
} from "../../steps/presentations.ts";

export default defineCase({
  title: "A presentation with a nonce was signed just now",
  requirements: ["MPLI-PRES-029@8e6a105f"],
  role: "node",
  feature: "presentations",
  expects: "refuse",
  hunts: "a nonce that was known an hour before",
  since: "0.1",
  async run(t: Exam) {
    const holder = issuer("ES256");
    const now = Math.floor(Date.now() / 1000);
    const found = (iat: number, options?: JsonObject) =>
      presentationFound(t, presentationToken(holder, presentation(holder, [], { nonce: "n", iat })), options);
    expectSound(t, await found(now - 60, { challenge: "n" }), "a presentation of a minute ago");
    expectSound(t, await found(now - 3600), "a presentation of an hour ago that answers nothing");
    expectWrong(
      t,
      await found(now - 3600, { challenge: "n" }),
      ["time", "too-old"],
      "a presentation of an hour ago",
    );
    const bound = keyBound(holder, sdJwt(holder), { nonce: "n", audience: "x" }, { iat: now - 3600 });
    const late = await presentationFound(t, bound, { challenge: "n" }, "application/dc+sd-jwt");
    expectWrong(t, late, ["time", "too-old"], "an SD-JWT of an hour ago");
  },
});
