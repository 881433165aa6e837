import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import type { JsonObject } from "../../http.ts";
import { issuer } from "../../steps/credentials.ts";
import { CLERK, OF_COMPANY, POWER, companyOf, mandateOf, missingOf } from "../../steps/mandates.ts";

const UNBOUND = { ...CLERK, require_cryptographic_holder_binding: false };

type Wrong = readonly [what: string, query: JsonObject, texts: readonly string[], missing: JsonObject];

export default defineCase({
  title:
    "A mandate for something else, of somebody else or at another time answers nothing, and why is named",
  requirements: ["MPLI-PRES-048@dc43bd53", "MPLI-PRES-038@f5308695"],
  role: "node",
  feature: "presentations",
  expects: "refuse",
  hunts: "a clerk who signs for a stranger, or for everything",
  since: "0.1",
  async run(t: Exam) {
    const [holder, other] = [issuer(), issuer()];
    const power = (more: JsonObject) => ({ power: [{ type: "domain", ...POWER, ...more }] });
    const lifeSpan = (start_date_time: string, end_date_time: string) => ({
      life_span: { start_date_time, end_date_time },
    });
    const wrong: readonly Wrong[] = [
      ...(["domain", "function", "action"] as const).map(
        (name) =>
          [
            `another ${name}`,
            CLERK,
            [mandateOf(holder, power({ [name]: "Other" }))],
            { code: "no-such-power", presented: 0 },
          ] as const,
      ),
      [
        "parts of the power in two",
        CLERK,
        [
          mandateOf(holder, {
            power: [
              { ...POWER, action: "Other" },
              { ...POWER, function: "Other" },
            ],
          }),
        ],
        { code: "no-such-power" },
      ],
      [
        "another's mandate",
        UNBOUND,
        [mandateOf(other, {}, { sub: holder.did })],
        { code: "holder-not-subject", presented: 0 },
      ],
      [
        "another's mandate, by its subject",
        UNBOUND,
        [mandateOf(other, { mandatee: {} })],
        { code: "holder-not-subject" },
      ],
      [
        "one that has ended",
        CLERK,
        [mandateOf(holder, lifeSpan("2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z"))],
        { code: "mandate-not-in-force", presented: 0 },
      ],
      [
        "one that has not begun",
        CLERK,
        [mandateOf(holder, lifeSpan("2126-01-01T00:00:00Z", "2126-02-01T00:00:00Z"))],
        { code: "mandate-not-in-force" },
      ],
      [
        "one of nobody",
        CLERK,
        [mandateOf(holder, { mandator: { organization: "Conformance" } })],
        { code: "other-mandator", presented: 0 },
      ],
      [
        "one without a mandate",
        CLERK,
        [mandateOf(holder, {}, { mandate: "Order" })],
        { code: "not-a-mandate" },
      ],
      [
        "an expired credential",
        CLERK,
        [mandateOf(holder, {}, { exp: 1_700_000_000 })],
        { code: "credential-not-valid", presented: 0 },
      ],
    ];
    for (const [what, query, texts, expected] of wrong) {
      const [missing, ...more] = await missingOf(t, what, { query: { credentials: [query] }, holder, texts });
      t.equal(more, [], `what else is missing for ${what} is`);
      for (const [name, value] of Object.entries({ credential: "clerk", ...expected }))
        t.equal(missing?.[name], value, `\`${name}\` of what is missing for ${what} is`);
    }
    const ofOther = await missingOf(t, "the mandate of another company", {
      query: OF_COMPANY,
      holder,
      texts: [companyOf("FR40303265045"), mandateOf(holder)],
    });
    t.equal(
      ofOther.map(({ credential, code }) => [credential, code]),
      [["clerk", "other-mandator"]],
      "what is missing of the mandate of another company is",
    );
  },
});
