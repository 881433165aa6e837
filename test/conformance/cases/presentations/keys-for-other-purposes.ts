import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuerAt } from "../../steps/credentials.ts";
import {
  checkNamed,
  expectSound,
  expectWrong,
  presentation,
  presentationFound,
  presentationToken,
} from "../../steps/presentations.ts";

export default defineCase({
  title: "A key presents only if its DID document says that it authenticates",
  requirements: ["MPLI-PRES-020@0ea9b6a5"],
  role: "node",
  feature: "presentations",
  expects: "refuse",
  hunts: "a key for statements that opens doors",
  since: "0.1",
  async run(t: Exam) {
    const party = await t.party();
    const holder = issuerAt(party, (document) => ({
      ...document,
      authentication: document["assertionMethod"] ?? [],
    }));
    const sound = presentationToken(holder, presentation(holder, []));
    const found = await presentationFound(t, sound);
    if (checkNamed(t, found, "key")["code"] === "did-unreachable")
      t.untested("the target reaches no party of the kit: --listen, --reached-at");
    expectSound(t, found, "a presentation by a key for authentication");
    const missing = presentationToken({ ...holder, kid: `${holder.did}#other` }, presentation(holder, []));
    expectWrong(t, await presentationFound(t, missing), ["key", "key-not-found"], "a key that there is not");
  },
});
