import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import type { JsonObject } from "../../http.ts";
import { issuer } from "../../steps/credentials.ts";
import {
  expectSound,
  expectWrong,
  presentation,
  presentationFound,
  presentationToken,
} from "../../steps/presentations.ts";

export default defineCase({
  title: "A presentation holds from its start to its end, in seconds",
  requirements: ["MPLI-PRES-025@19b0327c"],
  role: "node",
  feature: "presentations",
  expects: "refuse",
  hunts: "times that are not looked at, or read in milliseconds",
  since: "0.1",
  async run(t: Exam) {
    const holder = issuer();
    const now = Math.floor(Date.now() / 1000);
    const found = (more: JsonObject) =>
      presentationFound(t, presentationToken(holder, presentation(holder, [], more)));
    expectSound(t, await found({ iat: now, nbf: now - 5, exp: now + 600 }), "a presentation of now");
    for (const [code, more] of [
      ["expired", { exp: now - 600 }],
      ["not-yet-valid", { nbf: now + 600 }],
      ["not-yet-valid", { iat: now + 600 }],
      ["malformed-time", { exp: (now + 600) * 1000 }],
      ["malformed-time", { iat: "now" }],
      ["malformed-time", { nbf: now - 0.5 }],
    ] as const)
      expectWrong(t, await found(more), ["time", code], `a presentation with ${JSON.stringify(more)}`);
    const headed = (header: JsonObject) =>
      presentationFound(t, presentationToken(holder, presentation(holder, []), header));
    expectSound(
      t,
      await headed({ iat: now, exp: now + 600 }),
      "a presentation whose header says that it is of now",
    );
    for (const [code, header] of [
      ["expired", { exp: now - 600 }],
      ["not-yet-valid", { nbf: now + 600 }],
      ["not-yet-valid", { iat: now + 600 }],
      ["malformed-time", { exp: "never" }],
    ] as const)
      expectWrong(
        t,
        await headed(header),
        ["time", code],
        `a presentation with the header ${JSON.stringify(header)}`,
      );
  },
});
