import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";

export default defineCase({
  title: "Where nothing that a client asks for is available, the signed manifest is named",
  requirements: ["MPLI-ISSUE-031@44cd5340"],
  role: "provider",
  feature: "issuing",
  expects: "refuse",
  hunts: "a list of syntaxes that is written by hand",
  since: "0.1",
  async run(t: Exam) {
    const address = t.endpoint("manifest");
    if ((await t.get(address)).status === 404) t.inapplicable("the target has published no manifest");
    const problem = t.refusal(await t.get(address, { accept: "image/png" }), 406, "not-acceptable");
    const available = [problem["available"] ?? []].flat();
    t.that(
      available.includes("application/vc+jwt"),
      "application/vc+jwt in `available`",
      JSON.stringify(available),
    );
    for (const one of ["application/vc+jwt", "application/vc+jwt, text/turtle;q=0.5"])
      t.equal((await t.get(address, { accept: one })).mediaType, "application/vc+jwt", "the media type is");
  },
});
