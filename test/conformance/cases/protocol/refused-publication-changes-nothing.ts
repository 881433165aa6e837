import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { refused } from "../../steps/doors.ts";
import { currentTag, fresh, manifestWith, published } from "../../steps/publications.ts";

const vm = () => ({ id: fresh(), class: "VirtualMachine" });

export default defineCase({
  title: "A manifest that is refused leaves nothing behind, not even its good offers",
  requirements: ["MPLI-PROT-034@f082304a"],
  role: "provider",
  feature: "publishing",
  expects: "refuse",
  hunts: "writing offer by offer, and stopping at the first bad one",
  since: "0.1",
  writes: true,
  sequence: ["Kit->>Provider: PUT a good and a bad offer", "Provider-->>Kit: 422, and nothing has changed"],
  async run(t: Exam) {
    const before = await published(t);
    const good = vm();
    refused(
      t,
      await t.publish(manifestWith(t, [good, { ...vm(), vcpus: "a few" }])),
      "an offer with bad facts",
    );
    refused(
      t,
      await t.publish(manifestWith(t, [vm()]), { "content-type": "application/pdf" }),
      "a manifest in PDF",
    );
    refused(
      t,
      await t.publish(manifestWith(t, [vm()]), { "content-encoding": "kit" }),
      "an unknown encoding",
    );
    t.equal(await currentTag(t), before, "the entity tag after what was refused is");
    const { offers } = await t.manifest();
    t.that(
      !offers.some((offer) => offer.endsWith(good.id)),
      "no offer of what was refused",
      offers.join(", "),
    );
  },
});
