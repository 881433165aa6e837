import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import { shelfOf } from "../../steps/demands.ts";
import { expectUnmet } from "../../steps/prerequisites.ts";
import { answering, held, keyBound, requested, sdJwt } from "../../steps/presentations.ts";
import { NOT_PRESENTED, NOT_SATISFYING, TOKEN, asking, showing, shown } from "../../steps/showing.ts";

const MEMBER = {
  credentials: [
    {
      id: "member",
      format: "dc+sd-jwt",
      meta: { vct_values: ["https://credentials.example/membership"] },
    },
  ],
};

export default defineCase({
  title:
    "A prerequisite that asks for credentials is met by what is shown, and one that asks for a word by the word",
  requirements: ["MPLI-PRES-042@f44cb520", "MPLI-PRES-040@f33a366f"],
  role: "node",
  feature: "presentations",
  expects: "accept",
  hunts: "taking what is shown for said, or asking for the word besides",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    if (!t.hasEndpoint("matches")) t.inapplicable("the target compares no demands");
    const shelf = await shelfOf(t, {
      asked: asking(),
      member: asking(MEMBER),
      plain: { prerequisite: { ask: TOKEN } },
    });
    const holder = issuer("ES256");
    const [first, second, third] = [await requested(t), await requested(t), await requested(t)];
    const unbound = shown(answering(holder, [held(holder)], { ...first, nonce: "any" }));
    const bound = shown(keyBound(holder, sdJwt(holder), second), "application/dc+sd-jwt");
    await expectUnmet(t, shelf, [
      {
        customer: showing(holder, [held(holder)], first),
        left: { asked: [], member: [NOT_SATISFYING], plain: [NOT_PRESENTED] },
      },
      { customer: unbound, left: { asked: [], plain: [NOT_PRESENTED] } },
      {
        customer: { ...bound, presentationRequest: second.id },
        left: { asked: [NOT_SATISFYING], member: [] },
      },
      {
        customer: { ...showing(holder, [held(holder)], third), presents: [TOKEN] },
        left: { asked: [], member: [NOT_SATISFYING], plain: [] },
      },
    ]);
  },
});
