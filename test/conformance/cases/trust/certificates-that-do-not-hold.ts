import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { expectFault, expectOneOf } from "../../steps/credentials.ts";
import { LEAF, OTHER_SERIAL, ROOT } from "../../steps/certificates.ts";
import { sealed } from "../../steps/seals.ts";

export default defineCase({
  title: "Certificates can be read, and are those that the header means",
  requirements: ["MPLI-TRUST-050@bb52b455"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "the first certificate that can be parsed",
  since: "0.1",
  async run(t: Exam) {
    const headers = [
      { x5c: ["AAAA"] },
      { x5c: [LEAF.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")] },
      { x5c: [LEAF, ROOT, "AAAA"] },
      { "x5t#S256": "AAAA" },
      { kid: OTHER_SERIAL },
    ];
    for (const header of headers)
      await expectFault(
        t,
        sealed(header),
        ["key", "failed", "certificate-invalid"],
        `a header with ${JSON.stringify(header).slice(0, 60)}`,
        { profile: "dome" },
      );
    await expectOneOf(
      t,
      sealed({ x5c: [] }),
      [
        ["key", "failed", "certificate-invalid"],
        ["form", "failed", "malformed"],
      ],
      "a header without a certificate in x5c",
      { profile: "dome" },
    );
  },
});
