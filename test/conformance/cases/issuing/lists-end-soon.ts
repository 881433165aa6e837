import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { entryOf, issued, readList } from "../../steps/issuing.ts";

export default defineCase({
  title: "A status list ends before it can be shown instead of a newer one",
  requirements: ["MPLI-ISSUE-020@67c7138d"],
  role: "node",
  feature: "issuing",
  expects: "accept",
  hunts: "a list without an end, which brings revoked credentials back to life",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const { payload } = await readList(t, entryOf(t, await issued(t)).list);
    const [from, until] = [payload["validFrom"], payload["validUntil"]].map((time) =>
      Date.parse(String(time)),
    );
    const hours = ((until ?? Number.NaN) - (from ?? Number.NaN)) / 3_600_000;
    t.that(hours > 0 && hours <= 24, "a validity of at most a day", `${hours} hours`);
    t.that((until ?? 0) > Date.now(), "a list that has not ended", String(payload["validUntil"]));
  },
});
