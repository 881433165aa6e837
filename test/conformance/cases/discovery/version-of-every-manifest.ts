import { defineCase } from "../../case.ts";
import { putOnSale } from "../../steps/on-sale.ts";
import { expectVersion } from "../../steps/versions.ts";

const machine = (vcpus: number) => [{ id: "vm", class: "VirtualMachine", vcpus }];

export default defineCase({
  title: "Every manifest that was ever current stays readable",
  requirements: ["MPLI-DISC-035@2f47af76", "MPLI-DISC-036@b032206f"],
  role: "provider",
  feature: "versions",
  expects: "accept",
  hunts: "keeping the version before the current one only, or losing those between a manifest and its return",
  since: "0.1",
  writes: true,
  sequence: [
    "Kit->>Provider: PUT manifest A, then B, C and A again",
    "Kit->>Provider: GET manifest/versions/ with each digest",
    "Provider-->>Kit: 200, A, B and C",
  ],
  async run(t) {
    const a = await putOnSale(t, machine(2), {}, "The first and the last");
    const [b, c] = [await putOnSale(t, machine(4)), await putOnSale(t, machine(8))];
    await putOnSale(t, machine(2), {}, "The first and the last");
    for (const { head } of [a, b, c]) {
      const kept = await expectVersion(t, head);
      t.header(kept, "Cache-Control", /(^|[\s,])immutable($|[\s,])/i);
    }
  },
});
