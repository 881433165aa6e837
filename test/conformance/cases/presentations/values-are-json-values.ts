import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import type { JsonObject } from "../../http.ts";
import { issuer } from "../../steps/credentials.ts";
import { keyBound, objectsIn, presentationFound, requested, sdJwt } from "../../steps/presentations.ts";

export default defineCase({
  title: "A claim has a value that is asked for where both are the same JSON value",
  requirements: ["MPLI-PRES-035@bfe3e6ac", "MPLI-PRES-038@f5308695"],
  role: "node",
  feature: "presentations",
  expects: "refuse",
  hunts: "values that are compared as texts, or by the rules of a programming language",
  since: "0.1",
  async run(t: Exam) {
    const holder = issuer("ES256");
    const credential = sdJwt(holder, { level: 1, member: true, tariff: "1", note: "" });
    const found = async (name: string, value: string | number | boolean): Promise<JsonObject> => {
      const claims = [{ path: [name], values: [value] }];
      const request = await requested(t, {
        credentials: [{ id: "a", format: "dc+sd-jwt", meta: {}, claims }],
      });
      const shown = keyBound(holder, credential, request);
      return presentationFound(t, shown, { request: request.id }, "application/dc+sd-jwt");
    };
    for (const [name, value] of [
      ["level", 1],
      ["member", true],
      ["tariff", "1"],
      ["note", ""],
    ] as const)
      t.equal(
        (await found(name, value))["satisfied"],
        true,
        `\`satisfied\` for ${name} ${JSON.stringify(value)} is`,
      );
    for (const [name, value] of [
      ["level", "1"],
      ["level", true],
      ["member", "true"],
      ["member", 1],
      ["tariff", 1],
      ["note", false],
      ["note", 0],
    ] as const) {
      const other = await found(name, value);
      t.equal(other["satisfied"], false, `\`satisfied\` for ${name} ${JSON.stringify(value)} is`);
      const [missing] = objectsIn(t, other, "missing");
      t.equal(missing?.["code"], "claim-differs", `what is wrong with ${name} is`);
    }
  },
});
