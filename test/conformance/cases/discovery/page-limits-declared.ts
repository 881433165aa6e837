import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";

export default defineCase({
  title: "The node document declares how many offers and statements one document of the manifest has at most",
  requirements: ["MPLI-DISC-025@794983d9"],
  role: "provider",
  feature: "core",
  expects: "accept",
  hunts: "limits that are constants of the code, or texts in the node document",
  since: "0.1",
  async run(t: Exam) {
    for (const name of ["offersPerPage", "statementsPerPage"]) {
      const limit = t.declared.limits[name];
      const isCount = limit !== undefined && Number.isInteger(limit) && limit > 0;
      t.that(isCount, `a whole number as \`${name}\` in \`limits\``, String(limit));
    }
  },
});
