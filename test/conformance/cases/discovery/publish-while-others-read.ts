import { setTimeout as aMoment } from "node:timers/promises";
import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { currentTag, fresh, manifestWith, published } from "../../steps/publications.ts";

const [ROUNDS, OFFERS] = [5, 40];

export default defineCase({
  title: "Who reads during a publication sees one version or the other, whole",
  requirements: ["MPLI-DISC-061@5e84ec2d"],
  role: "provider",
  feature: "publishing",
  expects: "accept",
  hunts: "removing the old manifest first, or writing the new one in pieces",
  since: "0.1",
  writes: true,
  slow: true,
  sequence: [
    "par",
    "Kit->>Provider: PUT manifest",
    "and",
    "Kit->>Provider: GET manifest, again and again",
    "end",
    "Provider-->>Kit: the one before or the one after it",
  ],
  async run(t: Exam) {
    let before = await published(t);
    for (let round = 0; round < ROUNDS; round++) {
      const offers = Array.from({ length: OFFERS }, () => ({ id: fresh(), class: "VirtualMachine" }));
      let isDone = false;
      const publication = t.publish(manifestWith(t, offers)).finally(() => (isDone = true));
      const read = [];
      while (!isDone) {
        read.push(await t.get(t.endpoint("manifest"), { accept: "text/turtle" }));
        await aMoment(read.length);
      }
      t.status(await publication, 200);
      const old = before;
      const after = await t.eventually("the new manifest", async () => {
        const tag = await currentTag(t);
        return tag === old ? undefined : tag;
      });
      for (const answer of read) {
        t.status(answer, 200);
        const etag = t.header(answer, "ETag");
        t.that(etag === before || etag === after, `${before} or ${after}`, etag);
        t.equal(await (await t.graph(answer)).digest(), etag.slice(1, 65), "the digest of what was read is");
      }
      t.equal((await t.manifest()).offers.length, OFFERS, "the number of offers of the new manifest is");
      before = after;
    }
  },
});
