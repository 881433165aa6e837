import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { isObject } from "../../http.ts";
import { issuer } from "../../steps/credentials.ts";
import { held, satisfiedBy } from "../../steps/presentations.ts";

export default defineCase({
  title: "One credential is enough for a query, and a second one is no fault",
  requirements: ["MPLI-PRES-035@bfe3e6ac"],
  role: "node",
  feature: "presentations",
  expects: "accept",
  hunts: "holding `multiple` for a number of credentials that there have to be",
  since: "0.1",
  async run(t: Exam) {
    const holder = issuer();
    for (const multiple of [undefined, false, true])
      for (const number of [1, 2]) {
        const query = {
          id: "a",
          format: "vc+jwt",
          meta: {},
          ...(multiple === undefined ? {} : { multiple }),
        };
        const credentials = Array.from({ length: number }, () => held(holder));
        const { satisfied, answers } = await satisfiedBy(t, holder, { credentials: [query] }, credentials);
        const what = `${number} where \`multiple\` is ${multiple}`;
        t.equal(satisfied, true, `\`satisfied\` with ${what} is`);
        const numbers = isObject(answers) ? [answers["a"] ?? []].flat() : [];
        const isThere = numbers.every((one) => one === 0 || one === number - 1);
        t.that(
          numbers.length > 0 && isThere,
          `numbers of credentials that answer, with ${what}`,
          JSON.stringify(answers),
        );
      }
  },
});
