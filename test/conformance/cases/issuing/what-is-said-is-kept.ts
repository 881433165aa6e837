import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import type { JsonObject } from "../../http.ts";
import { issued, newId, wanted } from "../../steps/issuing.ts";

export default defineCase({
  title: "What the operator's credential says is signed as it is",
  requirements: ["MPLI-ISSUE-008@7c233172"],
  role: "node",
  feature: "issuing",
  expects: "accept",
  hunts: "members that are unknown to the program being dropped, or times, texts and objects written anew",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const said: JsonObject = {
      id: newId(),
      name: "A certificate",
      description: { "@value": "Ein Zertifikat", "@language": "de" },
      validFrom: "2026-01-01T01:00:00.5+01:00",
      credentialSubject: [
        { id: "did:web:one.conformance.example", name: "One" },
        { id: "did:web:two.conformance.example", description: "Two" },
      ],
    };
    const { payload } = await issued(t, said);
    for (const [member, value] of Object.entries({ ...wanted(), ...said }))
      t.equal(payload[member], value, `\`${member}\` is`);
    const { did = "" } = t.declared;
    const otherwise: JsonObject = {
      type: "VerifiableCredential",
      issuer: { id: did, name: "The node" },
      credentialSubject: [{ id: "did:web:one.conformance.example" }],
      validUntil: `${new Date(Date.now() + 86_400_000).toISOString().slice(0, 19)}+00:00`,
    };
    const written = await issued(t, otherwise);
    for (const [member, value] of Object.entries(otherwise))
      t.equal(written.payload[member], value, `\`${member}\` as it was written is`);
  },
});
