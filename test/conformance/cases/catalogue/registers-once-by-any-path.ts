import { defineCase } from "../../case.ts";
import { register } from "../../steps/addresses.ts";
import type { Exam } from "../../exam.ts";
import { listedProviders } from "../../parties/registration.ts";
import { machine } from "../../steps/wares.ts";

export default defineCase({
  title: "Another address of the same origin is a repeated registration",
  requirements: ["MPLI-CAT-001@d3caecc2", "MPLI-CAT-003@cdc0ec2c"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "telling providers apart by the address as it was sent",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const party = await t.party({ offers: [machine("vm")] });
    t.status(await register(t, party.origin), 201);
    t.status(await register(t, `${party.origin}/`), 200);
    t.status(await register(t, `${party.origin}/shop?page=2`), 200);
    const entries = (await listedProviders(t)).filter(({ node }) => node === party.origin);
    t.equal(entries.length, 1, "the number of its entries is");
  },
});
