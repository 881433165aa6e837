import { defineCase } from "../../case.ts";
import { expectOutcomes, shelfOf } from "../../steps/demands.ts";
import { EVIDENCE, ON_SIXTEEN } from "../../steps/tables.ts";

const LEVELS = [undefined, "asserted", "declared", "attested", "certified", "accredited"];

export default defineCase({
  title:
    "A satisfied requirement that asks for more than assertions is unknown, and no other outcome changes",
  requirements: ["MPLI-COMP-035@fd67a002"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "passing over `evidence`, or taking a link to a credential for one that was checked",
  since: "0.1",
  writes: true,
  async run(t) {
    // A provider that signs its manifest declares what it states, as soon as it has looked at that signature; the kit's
    // party does not sign.
    const levels = LEVELS.filter((one) => one !== "declared" || t.declared.roles.has("catalogue"));
    const shelf = await shelfOf(t, {
      sixteen: {
        engineVersion: "16",
        certification: [{ scheme: "ISO27001", credential: "https://clouds.example/iso" }],
      },
    });
    await expectOutcomes(t, shelf, [
      ...EVIDENCE.flatMap(([stated, asserted, other]) =>
        levels.map((evidence) => ({
          offer: "sixteen",
          requirement: {
            on: "engineVersion",
            atLeast: ON_SIXTEEN.atLeast[stated],
            ...(evidence ? { evidence } : {}),
          },
          outcome: evidence && evidence !== "asserted" ? other : asserted,
        })),
      ),
      {
        offer: "sixteen",
        requirement: { on: "certification", is: "ISO27001", evidence: "certified" },
        outcome: "unknown",
      },
      {
        offer: "sixteen",
        requirement: { on: "certification", is: "ENS", evidence: "declared" },
        outcome: "violated",
      },
      {
        offer: "sixteen",
        requirement: { on: "memory", atLeast: "1 By", evidence: "attested" },
        outcome: "unknown",
      },
    ]);
  },
});
