import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { RARE, expectRefused } from "../../steps/demands.ts";
import { shown } from "../../steps/showing.ts";

export default defineCase({
  title: "A demand that shows what is no presentation, or names a request and shows nothing, is refused",
  requirements: ["MPLI-PRES-041@7bf14cc1"],
  role: "node",
  feature: "presentations",
  expects: "refuse",
  hunts: "a presentation that cannot be read and is passed over",
  since: "0.1",
  async run(t: Exam) {
    if (!t.hasEndpoint("matches")) t.inapplicable("the target compares no demands");
    const component = { class: RARE };
    await expectRefused(t, "value-does-not-fit", {
      sound: { component, ...shown("a.b.c") },
      broken: [
        { component, presentationRequest: "some" },
        { component, presentation: "https://holder.example/presentation" },
        { component, presentation: "data:application/vp+jwt" },
        { component, presentation: { "@value": "data:application/vp+jwt,a.b.c" } },
      ],
    });
  },
});
