import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { credential, enveloped, issuer, token } from "../../steps/credentials.ts";
import {
  expectSound,
  expectWrong,
  presentation,
  presentationFound,
  presentationToken,
} from "../../steps/presentations.ts";
import { proved } from "../../steps/proofs.ts";
import { texts, valuesIn } from "../../steps/values.ts";

export default defineCase({
  title: "Credentials of 1,400 values together are read, and of more they are not",
  requirements: ["MPLI-PRES-050@4e5ae714"],
  role: "node",
  feature: "presentations",
  expects: "refuse",
  hunts: "one request that has ten thousands of statements made",
  since: "0.1",
  async run(t: Exam) {
    const holder = issuer();
    const about = (name: readonly string[]) =>
      credential(holder, { credentialSubject: { id: holder.did, name: [...name] } });
    const of = (values: number) => token(holder, about(texts(values - valuesIn(about([])))));
    const shown = async (...credentials: ReturnType<typeof enveloped>[]) =>
      presentationFound(
        t,
        presentationToken(holder, presentation(holder, [], { verifiableCredential: credentials })),
      );
    const ends = ["model", "too-many-credentials"] as const;
    const [half, less] = [enveloped(of(700)), enveloped(of(699))];
    expectSound(t, await shown(half, half), "twice 700 values");
    expectWrong(t, await shown(half, half, less), ends, "2,099 values");
    const large = proved(holder, { more: { name: texts(600) } });
    expectWrong(t, await shown(large, half, half), ends, "2,000 values, some of them under a proof");
  },
});
