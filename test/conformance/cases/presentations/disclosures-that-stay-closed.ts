import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import { keyBound, objectsIn, presentationFound, requested, sdJwt } from "../../steps/presentations.ts";
import { digestOf, disclosure } from "../../steps/sd-jwts.ts";

export default defineCase({
  title: "What a holder opens counts, and what stays closed within it is absent and no fault",
  requirements: ["MPLI-PRES-035@bfe3e6ac", "MPLI-PRES-038@f5308695"],
  role: "node",
  feature: "presentations",
  expects: "refuse",
  hunts: "asking for whatever is within what was opened, or taking it for shown",
  since: "0.1",
  async run(t: Exam) {
    const holder = issuer("ES256");
    const street = disclosure("s1", "street", "Hidden Lane");
    const address = disclosure("s2", "address", { country: "NL", _sd: [digestOf(street)] });
    const jwt = sdJwt(holder, { _sd: [digestOf(address)] });
    const found = async (path: readonly string[], ...disclosures: readonly string[]) => {
      const query = { id: "a", format: "dc+sd-jwt", meta: {}, claims: [{ path: [...path] }] };
      const request = await requested(t, { credentials: [query] });
      const text = keyBound(holder, jwt + disclosures.map((one) => `${one}~`).join(""), request);
      const answer = await presentationFound(t, text, { request: request.id }, "application/dc+sd-jwt");
      t.equal(answer["outcome"], "valid", `the outcome with ${disclosures.length} of two disclosures is`);
      return answer;
    };
    for (const [what, path, disclosures] of [
      ["what was opened", ["address", "country"], [address]],
      ["what was opened within it", ["address", "street"], [address, street]],
    ] as const)
      t.equal((await found(path, ...disclosures))["satisfied"], true, `\`satisfied\` for ${what} is`);
    for (const [what, path, disclosures] of [
      ["what stays closed", ["address"], []],
      ["what stays closed within it", ["address", "street"], [address]],
    ] as const) {
      const answer = await found(path, ...disclosures);
      t.equal(answer["satisfied"], false, `\`satisfied\` for ${what} is`);
      const [missing] = objectsIn(t, answer, "missing");
      t.equal(
        [missing?.["code"], missing?.["path"]],
        ["claim-absent", path],
        `what is missing for ${what} is`,
      );
    }
  },
});
