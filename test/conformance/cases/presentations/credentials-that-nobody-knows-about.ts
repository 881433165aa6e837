import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { isObject } from "../../http.ts";
import { issuer } from "../../steps/credentials.ts";
import {
  held,
  objectsIn,
  satisfiedBy,
  sdJwt,
  keyBound,
  presentationFound,
  requested,
} from "../../steps/presentations.ts";

const STATUS = { status: { identifier_list: { id: "1", uri: "https://lists.conformance.example/1" } } };
const ENTRY = {
  credentialStatus: {
    type: "BitstringStatusListEntry",
    statusPurpose: "revocation",
    statusListIndex: "1",
    statusListCredential: "https://lists.conformance.invalid/1",
  },
};

export default defineCase({
  title: "A credential that may have been taken back answers no query",
  requirements: ["MPLI-PRES-035@bfe3e6ac", "MPLI-PRES-038@f5308695"],
  role: "node",
  feature: "presentations",
  expects: "refuse",
  hunts: "looking for what is invalid, and passing over what nobody knows",
  since: "0.1",
  async run(t: Exam) {
    const holder = issuer("ES256");
    const token = { credentials: [{ id: "a", format: "vc+jwt", meta: {} }] };
    const found = [await satisfiedBy(t, holder, token, [held(holder, ENTRY)])];
    const request = await requested(t, { credentials: [{ id: "a", format: "dc+sd-jwt", meta: {} }] });
    const shown = keyBound(holder, sdJwt(holder, STATUS), request);
    found.push(await presentationFound(t, shown, { request: request.id }, "application/dc+sd-jwt"));
    for (const one of found) {
      const [{ verification } = {}] = objectsIn(t, one, "credentials");
      t.equal(
        isObject(verification) && verification["outcome"],
        "indeterminate",
        "the outcome of the credential is",
      );
      t.equal(
        one["satisfied"],
        false,
        "`satisfied` with a credential of which nobody knows whether it is valid is",
      );
      const [missing] = objectsIn(t, one, "missing");
      t.equal(missing?.["code"], "credential-not-valid", "the code of what is missing is");
    }
    const sound = await satisfiedBy(t, holder, token, [held(holder)]);
    t.equal(sound["satisfied"], true, "`satisfied` with a valid credential is");
  },
});
