import { createHash } from "node:crypto";
import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { brief } from "../../http.ts";
import { issuer } from "../../steps/credentials.ts";
import { RARE, ask } from "../../steps/demands.ts";
import { answering, held, requested } from "../../steps/presentations.ts";
import { askingShelf, shown } from "../../steps/showing.ts";

export default defineCase({
  title:
    "A report names a presentation by its digest, and neither it nor a refusal repeats what is claimed there",
  requirements: ["MPLI-PRES-045@7bf6453d", "MPLI-PRES-046@6e586653"],
  role: "node",
  feature: "presentations",
  expects: "refuse",
  hunts: "a report that cannot be passed on",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    if (!t.hasEndpoint("matches")) t.inapplicable("the target compares no demands");
    const query = {
      credentials: [
        {
          id: "q",
          format: "vc+jwt",
          meta: {},
          claims: [{ path: ["credentialSubject", "name"], values: ["Somebody"] }],
        },
      ],
    };
    const shelf = await askingShelf(t, query);
    const holder = issuer();
    const name = "Jonathan Conformance Testperson";
    for (const credentialSubject of [{ id: holder.did, name }, { name }]) {
      const credential = held(holder, { credentialSubject, id: "urn:conformance:shown" });
      const request = await requested(t);
      const text = answering(holder, [credential], request);
      const answer = await shelf.ask({
        component: { class: RARE },
        ...shown(text),
        presentationRequest: request.id,
      });
      t.status(answer, 200);
      const digest = createHash("sha256").update(text).digest("hex");
      t.equal(answer.json()["presentationDigest"], digest, "`presentationDigest` is");
      for (const said of [name, holder.did, "urn:conformance:shown", text, credential])
        t.that(!answer.text.includes(said), `nothing of ${brief(said)}`, brief(answer.text));
      const refused = await ask(t, { component: { class: RARE }, presentation: `urn:x,${text}` });
      t.refusal(refused, 422, "value-does-not-fit");
      t.that(!refused.text.includes(text.slice(0, 40)), "nothing of it in the refusal", brief(refused.text));
    }
  },
});
