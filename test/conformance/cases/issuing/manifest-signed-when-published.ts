import { setTimeout as pause } from "node:timers/promises";
import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { manifestOf } from "../../parties/manifest.ts";
import { signedManifest } from "../../steps/issuing.ts";

export default defineCase({
  title: "The time of a signed manifest is that of its publication, and not of the request",
  requirements: ["MPLI-ISSUE-029@da58f4b3"],
  role: "provider",
  feature: "issuing",
  expects: "accept",
  hunts: "a signature that is made anew for each reader",
  since: "0.1",
  writes: true,
  slow: true,
  async run(t: Exam) {
    if (!t.declared.features.has("publishing")) t.inapplicable("the target takes no manifest by PUT");
    const publish = async (name: string) => {
      const offers = [{ id: name, class: "Cache" }];
      t.status(await t.publish(manifestOf({ offers }, t.declared.did ?? "")), 200, 201);
    };
    await publish("signed");
    const before = String((await signedManifest(t)).signed.payload["validFrom"]);
    await pause(1100);
    const still = String((await signedManifest(t)).signed.payload["validFrom"]);
    t.equal(Date.parse(still), Date.parse(before), "the time of a manifest that did not change is");
    await publish("signed-again");
    const after = await t.eventually("another signed manifest", async () => {
      const { validFrom } = (await signedManifest(t)).signed.payload;
      return validFrom === before ? undefined : String(validFrom);
    });
    t.that(Date.parse(after) > Date.parse(before), `a time after ${before}`, after);
  },
});
