import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import {
  answering,
  expectWrong,
  held,
  objectsIn,
  presentationFound,
  requested,
} from "../../steps/presentations.ts";

export default defineCase({
  title: "A credential of somebody else does not count as the holder's",
  requirements: ["MPLI-PRES-030@c3ab9ed7", "MPLI-PRES-036@79718bbb"],
  role: "node",
  feature: "presentations",
  expects: "refuse",
  hunts: "a borrowed certificate",
  since: "0.1",
  async run(t: Exam) {
    const [holder, other] = [issuer(), issuer()];
    for (const borrowed of [
      held(other),
      held(holder, { credentialSubject: [{ id: holder.did }, { id: other.did }] }),
      held(holder, { credentialSubject: { name: "Anybody" } }),
    ]) {
      const request = await requested(t);
      const found = await presentationFound(t, answering(holder, [borrowed], request), {
        request: request.id,
      });
      expectWrong(t, found, ["holder", "holder-not-subject"], "a borrowed credential");
      t.equal(objectsIn(t, found, "credentials")[0]?.["ofHolder"], false, "`ofHolder` is");
      t.equal(found["satisfied"], false, "`satisfied` is");
      t.equal(
        objectsIn(t, found, "missing")[0]?.["code"],
        "holder-not-subject",
        "what is missing has the code",
      );
    }
  },
});
