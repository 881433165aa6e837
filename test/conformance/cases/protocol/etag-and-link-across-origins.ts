import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";

export default defineCase({
  title: "Web pages may read the entity tag and the links of a graph",
  requirements: ["MPLI-PROT-057@124bb355"],
  role: "node",
  feature: "core",
  expects: "accept",
  hunts: "a page that may read an answer and cannot follow its link to the next",
  since: "0.1",
  async run(t: Exam) {
    const name = ["manifest", "offers"].find((each) => t.hasEndpoint(each));
    const answer = await t.get(t.endpoint(name ?? "manifest"), { origin: "https://page.example" });
    if (answer.status !== 200) t.cannotTell("there is nothing to read");
    const exposed = t
      .header(answer, "Access-Control-Expose-Headers")
      .toLowerCase()
      .split(/\s*,\s*/);
    for (const field of ["etag", "link"])
      t.that(
        exposed.includes(field) || exposed.includes("*"),
        `${field} in Access-Control-Expose-Headers`,
        exposed.join(", "),
      );
  },
});
