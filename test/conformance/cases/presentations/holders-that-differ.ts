import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import {
  expectSound,
  expectWrong,
  presentation,
  presentationFound,
  presentationToken,
} from "../../steps/presentations.ts";

export default defineCase({
  title: "A presentation has one holder, whoever its token names",
  requirements: ["MPLI-PRES-018@93c8f385"],
  role: "node",
  feature: "presentations",
  expects: "refuse",
  hunts: "reading the holder from one place and believing another",
  since: "0.1",
  async run(t: Exam) {
    const [holder, other] = [issuer(), issuer()];
    const sound = presentation(holder, []);
    expectSound(
      t,
      await presentationFound(t, presentationToken(holder, { ...sound, iss: holder.did })),
      "one holder",
    );
    for (const text of [
      presentationToken(holder, { ...sound, iss: other.did }),
      presentationToken(holder, sound, { iss: other.did }),
      presentationToken(holder, presentation(other, [], { iss: holder.did })),
      presentationToken(holder, { ...sound, holder: null, iss: holder.did }),
      presentationToken(
        holder,
        Object.fromEntries(Object.entries(sound).filter(([name]) => name !== "holder")),
      ),
    ])
      expectWrong(
        t,
        await presentationFound(t, text),
        ["key", "holder-mismatch"],
        "a presentation of several holders or none",
      );
  },
});
