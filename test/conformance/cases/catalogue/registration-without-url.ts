import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { withdraw } from "../../parties/registration.ts";

const NOBODY = "https://conformance-kit.example";
const BODIES: readonly unknown[] = [
  {},
  { url: 5 },
  { url: null },
  { url: [NOBODY] },
  { url: { href: NOBODY } },
  { address: NOBODY },
  [{ url: NOBODY }],
  NOBODY,
  null,
];

export default defineCase({
  title: "A registration without a string in `url` is refused as malformed",
  requirements: ["MPLI-CAT-004@033cdc3c"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "reading the first of a list, or an object that becomes a text",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    for (const body of BODIES) {
      const headers = { ...t.operator(), "content-type": "application/json" };
      const answer = await t.request(t.endpoint("providers"), {
        method: "POST",
        headers,
        body: JSON.stringify(body),
      });
      if (answer.status < 300) t.afterwards(async () => t.gone(await withdraw(t, NOBODY), NOBODY));
      t.that(answer.status === 422, `${JSON.stringify(body)} to be refused with 422`, String(answer.status));
      t.refusal(answer, 422, "malformed-registration");
    }
  },
});
