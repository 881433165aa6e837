import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import { expectUnmet } from "../../steps/prerequisites.ts";
import { held, requested } from "../../steps/presentations.ts";
import { NOT_SATISFYING, askingShelf, showing } from "../../steps/showing.ts";

export default defineCase({
  title: "Credentials of somebody else, that have expired, or that lack a claim meet no prerequisite",
  requirements: ["MPLI-PRES-042@f44cb520"],
  role: "node",
  feature: "presentations",
  expects: "refuse",
  hunts: "a presentation that stands and is taken for what is in it",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    if (!t.hasEndpoint("matches")) t.inapplicable("the target compares no demands");
    const shelf = await askingShelf(t);
    const holder = issuer();
    const wrong = [
      [],
      [held(issuer())],
      [held(holder, { validUntil: "2026-02-01T00:00:00Z" })],
      [held(holder, { credentialSubject: { id: holder.did } })],
    ];
    for (const credentials of wrong)
      await expectUnmet(t, shelf, [
        {
          customer: showing(holder, credentials, await requested(t)),
          left: { asked: [NOT_SATISFYING] },
        },
      ]);
    const besides = [...wrong.flat(), held(holder)];
    await expectUnmet(t, shelf, [
      { customer: showing(holder, besides, await requested(t)), left: { asked: [] } },
    ]);
  },
});
