import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import {
  PRESENTATION_CHECKS,
  checkNamed,
  expectWrong,
  keyBound,
  objectsIn,
  presentationFound,
  sdJwt,
} from "../../steps/presentations.ts";

export default defineCase({
  title: "An SD-JWT is presented by whoever holds its key, for one audience and nonce",
  requirements: ["MPLI-PRES-008@20243fbc", "MPLI-PRES-027@d87242c6"],
  role: "node",
  feature: "presentations",
  expects: "refuse",
  hunts: "a copy of a credential taken for its presentation",
  since: "0.1",
  async run(t: Exam) {
    const holder = issuer("ES256");
    const text = sdJwt(holder);
    const request = { nonce: "n", audience: "did:web:kit.example" };
    const found = (shown: string) =>
      presentationFound(t, shown, { challenge: "n", domain: "did:web:kit.example" }, "application/dc+sd-jwt");
    const sound = await found(keyBound(holder, text, request));
    for (const name of PRESENTATION_CHECKS)
      t.equal(checkNamed(t, sound, name)["outcome"], "passed", `the check \`${name}\` is`);
    t.equal(
      objectsIn(t, sound, "credentials").map(({ ofHolder }) => ofHolder),
      [true],
      "the credentials of the holder are",
    );
    expectWrong(t, await found(text), ["key", "key-binding-missing"], "an SD-JWT without key binding");
    const other =
      keyBound(holder, sdJwt(holder, { other: true }), request)
        .split("~")
        .at(-1) ?? "";
    for (const wrong of [
      keyBound(issuer("ES256"), text, request),
      text + other,
      ...["JWT", "vp+jwt", undefined].map((typ) => keyBound(holder, text, request, {}, { typ })),
    ])
      expectWrong(
        t,
        await found(wrong),
        ["signature", "key-binding-invalid"],
        "a key binding of somebody or for something else",
      );
  },
});
