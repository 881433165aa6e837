import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { machine } from "../../steps/wares.ts";

export default defineCase({
  title: "The list states the digest of each snapshot, its number of offers and when it was checked",
  requirements: ["MPLI-CAT-029@f72c6280"],
  role: "catalogue",
  feature: "core",
  expects: "accept",
  hunts: "counting documents for offers, or the digest of something else than the head",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const party = await t.party({ offers: ["a", "b", "c", "d", "e"].map((id) => machine(id)), pageSize: 2 });
    const { digest, offers, checkedAt } = await party.harvested();
    t.equal(digest, party.digest(), "`digest` is");
    t.equal(offers, 5, "`offers` is");
    const isTime =
      typeof checkedAt === "string" && /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(checkedAt);
    t.that(isTime, "`checkedAt`, a point in time of ISO 8601", JSON.stringify(checkedAt) ?? "none");
  },
});
