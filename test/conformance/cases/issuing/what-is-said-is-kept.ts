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
  hunts: "members that are unknown to the program being dropped, or times written anew",
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
  },
});
